import { useState } from 'react'
import type { MailLink } from '../api-types.ts'
import type { MailLinkData, PageModule } from '../page-types.ts'
import { TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { NewPasswordField, newPasswordMistake } from './new-password-field.tsx'

const PATHS: Record<MailLink['purpose'], string> = {
  sign_up: '/api/account/sign-up/complete',
  password_reset: '/api/account/password-reset/complete',
  email_change: '/api/account/email/complete',
  unlock: '/api/account/unlock',
}

/** Where the link of a mail leads. Opening it uses nothing up: programs that look into mails open links too. */
function LinkForm({ link, token }: { link: MailLink; token: string }) {
  const { t } = useApp()
  const href = useHref()
  const texts = t.mailPages.purposes[link.purpose]
  const { busy, problem, run } = useCommand()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [mistakes, setMistakes] = useState<{ name: string | null; password: string | null }>({
    name: null,
    password: null,
  })
  const [done, setDone] = useState(false)
  const asksName = link.purpose === 'sign_up'
  const asksPassword = asksName || link.purpose === 'password_reset'

  const submit = async () => {
    const found = {
      name: asksName && name.trim() === '' ? t.profile.nameMissing : null,
      password: asksPassword ? newPasswordMistake(password, { email: link.email, name }, t) : null,
    }
    setMistakes(found)
    if (found.name !== null || found.password !== null) return
    const body = {
      token,
      ...(asksName ? { name: name.trim() } : {}),
      ...(asksPassword ? { password } : {}),
    }
    if (!(await run('POST', PATHS[link.purpose], body, null, { stay: true }))) return
    if (link.purpose === 'sign_up') window.location.assign(href('account'))
    else setDone(true)
  }

  if (done)
    return (
      <>
        <Note tone="good" live>
          {texts.done}
        </Note>
        <p>
          <a className="button primary" href={href('sign-in')}>
            {t.mailPages.toSignIn}
          </a>
        </p>
      </>
    )
  return (
    <Form onSubmit={submit} problem={problem}>
      <p>{texts.lead(link.email)}</p>
      {asksName ? (
        <TextField
          label={t.profile.name}
          name="name"
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={setName}
          error={mistakes.name}
          isRequired
        />
      ) : null}
      {asksPassword ? (
        <NewPasswordField value={password} onChange={setPassword} error={mistakes.password} />
      ) : null}
      <SubmitButton busyText={busy ? t.account.saving : null}>{texts.submit}</SubmitButton>
    </Form>
  )
}

function MailLinkPage({ data: { link, token } }: { data: MailLinkData }) {
  const { t } = useApp()
  const href = useHref()
  const texts = t.mailPages
  return (
    <div className="narrow">
      <h1>{link === null ? texts.over : texts.purposes[link.purpose].title}</h1>
      {link === null ? (
        <>
          <p>{texts.overText}</p>
          <p className="row">
            <a className="button primary" href={href('sign-in')} data-nav="">
              {texts.toSignIn}
            </a>
            <a className="button" href={href('forgot')} data-nav="">
              {texts.forgot.title}
            </a>
          </p>
        </>
      ) : (
        <LinkForm link={link} token={token} />
      )}
    </div>
  )
}

export const mailLinkPage: PageModule<MailLinkData> = {
  Page: MailLinkPage,
  head: ({ link }, { t }) => ({
    title: link === null ? t.mailPages.over : t.mailPages.purposes[link.purpose].title,
    description: t.mailPages.overText,
  }),
}
