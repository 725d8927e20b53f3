import { useState } from 'react'
import type { PageModule } from '../page-types.ts'
import { TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

/** Asks for an address and says that a mail is on its way, whether the address has an account or not. */
function AskMail({ kind, path }: { kind: 'signUp' | 'forgot'; path: string }) {
  const { t, language } = useApp()
  const href = useHref()
  const texts = t.mailPages[kind]
  const { busy, problem, run } = useCommand()
  const [email, setEmail] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const [sentTo, setSentTo] = useState<string | null>(null)

  const submit = async () => {
    const address = email.trim()
    const wrong = /^[^@\s]+@[^@\s]+$/.test(address) ? null : t.signIn.emailMissing
    setMistake(wrong)
    if (wrong !== null) return
    const body = kind === 'signUp' ? { email: address, language } : { email: address }
    if (await run('POST', path, body, null)) setSentTo(address)
  }

  return (
    <div className="narrow">
      <h1>{texts.title}</h1>
      {sentTo === null ? <p>{texts.lead}</p> : null}
      <noscript>
        <Note tone="signal">{t.site.needsScripts}</Note>
      </noscript>
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      {sentTo === null ? (
        <Form onSubmit={submit}>
          <TextField
            label={t.signIn.email}
            name="email"
            type="email"
            autoComplete="email"
            value={email}
            onChange={setEmail}
            error={mistake}
            isRequired
          />
          <SubmitButton busyText={busy ? t.mailPages.sending : null}>{texts.submit}</SubmitButton>
        </Form>
      ) : (
        <Note tone="good" live>
          {t.mailPages.sent(sentTo)}
        </Note>
      )}
      <p>
        <a href={href('sign-in')} data-nav="">
          {t.mailPages.toSignIn}
        </a>
      </p>
    </div>
  )
}

export const signUpPage: PageModule<null> = {
  Page: () => <AskMail kind="signUp" path="/api/account/sign-up" />,
  head: (_, { t }) => ({ title: t.mailPages.signUp.title, description: t.mailPages.signUp.lead }),
}

export const forgotPage: PageModule<null> = {
  Page: () => <AskMail kind="forgot" path="/api/account/password-reset" />,
  head: (_, { t }) => ({ title: t.mailPages.forgot.title, description: t.mailPages.forgot.lead }),
}
