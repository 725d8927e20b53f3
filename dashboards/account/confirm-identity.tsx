import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { Note } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

/** Asks for the password again, some time after the sign-in, before the ways to sign in are changed. */
export function ConfirmIdentity({ hasPassword, onDone }: { hasPassword: boolean; onDone(): void }) {
  const { t } = useApp()
  const texts = t.strong.confirm
  const { busy, problem, run } = useCommand()
  const [password, setPassword] = useState('')
  if (!hasPassword) return <Note tone="signal">{texts.withoutPassword}</Note>
  const submit = async () => {
    if (await run('POST', '/api/account/confirmation', { password }, texts.done)) onDone()
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={texts.password}
        help={texts.text}
        name="confirm-password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={problem}
        isRequired
      />
      <div>
        <Button type="submit" kind="primary" isDisabled={busy || password === ''}>
          {texts.submit}
        </Button>
      </div>
    </Form>
  )
}
