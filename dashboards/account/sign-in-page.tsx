import { useRef, useState } from 'react'
import type { Session } from '../api-types.ts'
import type { Texts } from '../i18n/index.ts'
import type { PageModule, SignInData } from '../page-types.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import type { Sent } from '../shell/send.ts'
import { OtherWaysIn } from './other-ways-in.tsx'
import { SecondFactorStep } from './second-factor-step.tsx'
import { useSignIn } from './use-sign-in.ts'

interface Mistakes {
  email: string | null
  password: string | null
  form: string | null
}
const NONE: Mistakes = { email: null, password: null, form: null }

const CODE_NEEDED = 'second_factor_needed'

const providerProblem = (problem: string | null, t: Texts): string | null =>
  problem === null || problem === CODE_NEEDED ? null : (t.strong.problems[problem] ?? t.strong.problemOther)

function refusalText(answer: Sent<Session> & { ok: false }, t: Texts): string {
  if (answer.reason === 'expired') return t.signIn.wrong
  if (answer.reason === 'network') return t.signIn.failed
  const { status, problem, retrySeconds } = answer
  if (problem?.code === 'sign_in_locked') return t.signIn.locked
  if (problem?.code === 'sign_in_slowed') return t.signIn.slowed(retrySeconds ?? 1)
  return status === 429 ? t.signIn.tooMany : status < 500 ? t.signIn.wrong : t.signIn.failed
}

function SignInPage({ data: { next, demoAccounts, providers, problem } }: { data: SignInData }) {
  const { t } = useApp()
  const href = useHref()
  const { busy, submit: send } = useSignIn(next)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  // What a provider's answer led to is in the address; a code is asked for with a cookie then.
  const [mistakes, setMistakes] = useState<Mistakes>(() => ({ ...NONE, form: providerProblem(problem, t) }))
  const [step, setStep] = useState<{ challenge: string | null } | null>(
    problem === CODE_NEEDED ? { challenge: null } : null,
  )
  const passwordField = useRef<HTMLFormElement>(null)

  const submit = async () => {
    if (busy) return
    const found: Mistakes = {
      email: email.trim() === '' ? t.signIn.emailMissing : null,
      password: password === '' ? t.signIn.passwordMissing : null,
      form: null,
    }
    setMistakes(found)
    if (found.email !== null || found.password !== null) return
    const refused = await send('/api/session', { email: email.trim(), password })
    if (refused?.reason === 'expired' && refused.problem?.code === CODE_NEEDED)
      setStep({ challenge: refused.problem.challenge ?? null })
    else if (refused) setMistakes({ ...NONE, form: refusalText(refused, t) })
  }

  if (step)
    return (
      <SecondFactorStep
        challenge={step.challenge}
        next={next}
        onBack={form => {
          setStep(null)
          setPassword('')
          setMistakes({ ...NONE, form })
        }}
      />
    )

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
      <Form onSubmit={submit} ref={passwordField}>
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
        <SubmitButton busyText={busy ? t.signIn.working : null}>{t.signIn.submit}</SubmitButton>
      </Form>
      <p className="row">
        <a href={href('forgot')} data-nav="">
          {t.mailPages.forgot.title}
        </a>
        <a href={href('sign-up')} data-nav="">
          {t.mailPages.noAccount}
        </a>
      </p>
      <OtherWaysIn providers={providers} next={next} onProblem={form => setMistakes({ ...NONE, form })} />
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
