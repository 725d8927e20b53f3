import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useSignIn } from './use-sign-in.ts'

interface Props {
  /** Null: a cookie holds it. */
  challenge: string | null
  next: string | null
  /** Back to the first step, with the reason where there is one. */
  onBack(reason: string | null): void
}

/** The second step of a sign-in: a code of the authenticator app, or a recovery code. */
export function SecondFactorStep({ challenge, next, onBack }: Props) {
  const { t } = useApp()
  const texts = t.strong.step
  const { busy, submit } = useSignIn(next)
  const [code, setCode] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)

  const send = async () => {
    if (busy) return
    const typed = code.trim()
    if (typed.length < 6) return setMistake(typed === '' ? texts.missing : texts.wrong)
    setMistake(null)
    const body = { code: typed, ...(challenge === null ? {} : { challenge }) }
    const refused = await submit('/api/session/challenge', body)
    if (!refused) return
    if (refused.reason === 'network') return setMistake(t.signIn.failed)
    if (refused.problem?.code === 'challenge_over') return onBack(texts.over)
    if (refused.reason === 'expired') return setMistake(texts.wrong)
    setMistake(refused.status === 429 ? t.signIn.tooMany : t.signIn.failed)
  }

  return (
    <div className="narrow">
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <Form onSubmit={send}>
        <TextField
          label={texts.code}
          help={texts.help}
          name="code"
          autoComplete="one-time-code"
          autoFocus
          maxLength={32}
          value={code}
          onChange={setCode}
          error={mistake}
          isRequired
        />
        <div className="row">
          <Button type="submit" kind="primary" busyText={busy ? texts.working : null}>
            {texts.submit}
          </Button>
          <Button kind="quiet" onPress={() => onBack(null)}>
            {texts.back}
          </Button>
        </div>
      </Form>
    </div>
  )
}
