import { type FormEvent, useState } from 'react'
import type { Account } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Note } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import { useAccountAction } from './use-account-action.ts'

/** Turning the second factor off takes both factors. */
export function TurnOffTotp({ account }: { account: Account }) {
  const { t } = useApp()
  const texts = t.strong.totp
  const { busy, problem, run } = useAccountAction()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [mistakes, setMistakes] = useState<{ password: string | null; code: string | null }>({
    password: null,
    code: null,
  })
  if (!open)
    return (
      <div>
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {texts.turnOff}
        </Button>
      </div>
    )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = {
      password: account.hasPassword && password === '' ? texts.passwordMissing : null,
      code: code.trim().length < 6 ? texts.codeMissing : null,
    }
    setMistakes(found)
    if (found.password !== null || found.code !== null) return
    const body = { code: code.trim(), ...(account.hasPassword ? { password } : {}) }
    await run('POST', '/api/account/totp/disable', body, texts.turnedOff)
  }
  return (
    <form onSubmit={submit} noValidate className="stack" method="post">
      <p>{texts.turnOffText}</p>
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      {account.hasPassword ? (
        <TextField
          label={texts.password}
          name="turn-off-password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={mistakes.password}
          isRequired
        />
      ) : null}
      <TextField
        label={texts.code}
        name="turn-off-code"
        autoComplete="one-time-code"
        maxLength={32}
        value={code}
        onChange={setCode}
        error={mistakes.code}
        isRequired
      />
      <div className="row">
        <Button type="submit" kind="danger" isDisabled={busy}>
          {texts.turnOff}
        </Button>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  )
}
