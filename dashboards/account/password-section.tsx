import { type FormEvent, useState } from 'react'
import type { Account } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { useApp } from '../shell/app-context.ts'
import { NewPasswordField, newPasswordMistake } from './new-password-field.tsx'
import { Section } from './section.tsx'
import { useAccountAction } from './use-account-action.ts'

export function PasswordSection({ account }: { account: Account }) {
  const { t } = useApp()
  const texts = t.security.password
  const { busy, problem, run } = useAccountAction()
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

  const submit = async (event: FormEvent) => {
    event.preventDefault()
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
      <form onSubmit={submit} noValidate className="stack" method="post">
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
        <div>
          <Button type="submit" kind="primary" busyText={busy ? texts.changing : null}>
            {texts.change}
          </Button>
        </div>
      </form>
    </Section>
  )
}
