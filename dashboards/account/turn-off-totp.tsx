import { useState } from 'react'
import type { Account } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

/** Turning the second factor off takes both factors. */
export function TurnOffTotp({ account }: { account: Account }) {
  const { t } = useApp()
  const texts = t.strong.totp
  const { busy, problem, run } = useCommand()
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
  const submit = async () => {
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
    <Form onSubmit={submit} problem={problem}>
      <p>{texts.turnOffText}</p>
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
    </Form>
  )
}
