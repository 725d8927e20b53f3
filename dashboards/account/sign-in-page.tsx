import { type FormEvent, useRef, useState } from 'react'
import type { Session } from '../api-types.ts'
import type { Texts } from '../i18n/index.ts'
import type { PageModule, SignInData } from '../page-types.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { type Sent, send } from '../shell/send.ts'
import { landingPage } from './landing-page.ts'

interface Mistakes {
  email: string | null
  password: string | null
  form: string | null
}
const NONE: Mistakes = { email: null, password: null, form: null }

function refusalText(answer: Sent<Session> & { ok: false }, t: Texts): string {
  if (answer.reason === 'expired') return t.signIn.wrong
  if (answer.reason === 'network') return t.signIn.failed
  const { status, problem, retrySeconds } = answer
  if (problem?.code === 'sign_in_locked') return t.signIn.locked
  if (problem?.code === 'sign_in_slowed') return t.signIn.slowed(retrySeconds ?? 1)
  return status === 429 ? t.signIn.tooMany : status < 500 ? t.signIn.wrong : t.signIn.failed
}

function SignInPage({ data: { next, demoAccounts } }: { data: SignInData }) {
  const { t } = useApp()
  const href = useHref()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [mistakes, setMistakes] = useState(NONE)
  const [busy, setBusy] = useState(false)
  const passwordField = useRef<HTMLFormElement>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const found: Mistakes = {
      email: email.trim() === '' ? t.signIn.emailMissing : null,
      password: password === '' ? t.signIn.passwordMissing : null,
      form: null,
    }
    setMistakes(found)
    if (found.email !== null || found.password !== null) return
    setBusy(true)
    const answer = await send<Session>('POST', '/api/session', null, { email: email.trim(), password })
    // A full load, so that nothing drawn for the visitor before stays on the page.
    if (answer.ok) window.location.assign(next ?? href(landingPage(answer.value.user)))
    else {
      setBusy(false)
      setMistakes({ ...NONE, form: refusalText(answer, t) })
    }
  }

  return (
    <div className="narrow">
      <h1>{t.signIn.title}</h1>
      <p>{t.signIn.lead}</p>
      <noscript>
        <Note tone="signal">{t.site.needsScripts}</Note>
      </noscript>
      {mistakes.form === null ? null : (
        <Note tone="error" live>
          {mistakes.form}
        </Note>
      )}
      <form onSubmit={submit} noValidate ref={passwordField} className="stack" method="post">
        <TextField
          label={t.signIn.email}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={mistakes.email}
          isRequired
        />
        <TextField
          label={t.signIn.password}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={mistakes.password}
          isRequired
        />
        <div>
          <Button type="submit" kind="primary" busyText={busy ? t.signIn.working : null}>
            {t.signIn.submit}
          </Button>
        </div>
      </form>
      {demoAccounts.length > 0 ? (
        <section>
          <h2>{t.signIn.demoHeading}</h2>
          <p>{t.signIn.demoText}</p>
          <ul className="accounts">
            {demoAccounts.map(account => (
              <li key={account}>
                <Button
                  kind="quiet"
                  onPress={() => {
                    setEmail(account)
                    passwordField.current?.querySelector<HTMLInputElement>('input[name=password]')?.focus()
                  }}
                >
                  {account}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

export const signInPage: PageModule<SignInData> = {
  Page: SignInPage,
  head: (_, { t }) => ({ title: t.signIn.title, description: t.signIn.lead }),
}
