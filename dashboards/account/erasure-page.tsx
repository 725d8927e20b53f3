import { useState } from 'react'
import type { Erased } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import type { ErasureData, PageModule } from '../page-types.ts'
import { TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { Note } from '../parts/states.tsx'
import { ErasureOutline } from '../privacy/erasure-outline.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { AccountHead } from './account-head.tsx'
import { ConfirmIdentity } from './confirm-identity.tsx'

function ErasureForm({ data, onErased }: { data: ErasureData; onErased(erased: Erased): void }) {
  const { t, session } = useApp()
  const words = t.erasure
  const action = useCommand(words.refusals)
  const [email, setEmail] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const own = session?.user.email ?? ''
  const asksIdentity = action.code === 'confirmation_needed'

  const submit = async () => {
    const differs = email.trim().toLowerCase() !== own.toLowerCase()
    setMistake(differs ? words.emailDiffers(own) : null)
    if (differs) return
    // There is nobody left for whom the page could be read again.
    const erased = await action.run<Erased>('POST', '/api/me/erasure', { email: email.trim() }, null, {
      stay: true,
    })
    if (erased) onErased(erased.value)
  }
  return (
    <Section
      heading={words.confirmHeading}
      text={words.confirmText}
      problem={asksIdentity ? null : action.problem}
    >
      {asksIdentity ? <ConfirmIdentity hasPassword={data.hasPassword} onDone={action.forget} /> : null}
      <Form onSubmit={submit}>
        <TextField
          label={words.email}
          help={words.emailHelp(own)}
          name="erasure-email"
          type="email"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          error={mistake}
          isRequired
        />
        <SubmitButton kind="danger" busyText={action.busy ? words.erasing : null}>
          {words.submit}
        </SubmitButton>
      </Form>
    </Section>
  )
}

function ErasurePage({ data }: { data: ErasureData }) {
  const { t, language } = useApp()
  const href = useHref()
  const words = t.erasure
  const [erased, setErased] = useState<Erased | null>(null)
  if (erased !== null)
    return (
      <div className="narrow">
        <header className="page-head">
          <h1>{words.doneTitle}</h1>
        </header>
        <Note tone="good" live>
          {words.done(formatInstant(erased.erasure.at, language))}
        </Note>
        <dl className="facts">
          <dt>{words.number}</dt>
          <dd>
            <code>{erased.erasure.id}</code>
          </dd>
        </dl>
        <p>{words.numberText}</p>
        <p>
          {/* A full load: nothing of the person may stay on the page. */}
          <a className="button" href={href('home')}>
            {words.leave}
          </a>
        </p>
      </div>
    )
  return (
    <div className="narrow">
      <AccountHead
        title={words.title}
        lead={words.lead}
        between={[{ text: t.privacy.title, href: href('privacy') }]}
        needsScripts
      />
      <Note tone="signal">
        <p>{words.forGood}</p>
        <p>
          <a href={href('profile')} data-nav="">
            {words.insteadDeletion}
          </a>
        </p>
      </Note>
      <ErasureOutline items={data.items} />
      <ErasureForm data={data} onErased={setErased} />
    </div>
  )
}

export const erasurePage: PageModule<ErasureData> = {
  Page: ErasurePage,
  head: (_, { t }) => ({ title: t.erasure.title, description: t.erasure.lead }),
}
