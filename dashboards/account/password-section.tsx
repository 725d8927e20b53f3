import { useState } from 'react'
import type { Account } from '../api-types.ts'
import { TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { NewPasswordField, newPasswordMistake } from './new-password-field.tsx'

export function PasswordSection({ account }: { account: Account }) {
  const { t } = useApp()
  const texts = t.security.password
  const { busy, problem, run } = useCommand()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [mistakes, setMistakes] = useState<{ current: string | null; password: string | null }>({
    current: null,
    password: null,
  })
  if (!account.hasPassword)
    return (
      <Section heading={texts.heading} text={texts.none} problem={null}>
        {null}
      </Section>
    )

  const submit = async () => {
    const found = {
      current: current === '' ? texts.currentMissing : null,
      password: newPasswordMistake(password, account, t),
    }
    setMistakes(found)
    if (found.current !== null || found.password !== null) return
    const done = await run('POST', '/api/account/password', { current, password }, texts.changed)
    if (!done) return
    setCurrent('')
    setPassword('')
  }

  return (
    <Section heading={texts.heading} text={texts.text} problem={problem}>
      <Form onSubmit={submit}>
        {/* Lets a password manager know whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={account.email} readOnly hidden />
        <TextField
          label={texts.current}
          name="current-password"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={mistakes.current}
          isRequired
        />
        <NewPasswordField value={password} onChange={setPassword} error={mistakes.password} />
        <SubmitButton busyText={busy ? texts.changing : null}>{texts.change}</SubmitButton>
      </Form>
    </Section>
  )
}
