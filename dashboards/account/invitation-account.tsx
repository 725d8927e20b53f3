import { useState } from 'react'
import { TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { NewPasswordField, newPasswordMistake } from './new-password-field.tsx'
import { useSignIn } from './use-sign-in.ts'

interface Props {
  email: string
  token: string
  /** Where the new person comes to. */
  landing: string
}

/** Makes the account of the invited address, takes the role, and signs in. */
export function InvitationAccount({ email, token, landing }: Props) {
  const { t } = useApp()
  const words = t.invitation
  const { problem, run } = useCommand(words.refusals)
  const signIn = useSignIn(landing)
  const [busy, setBusy] = useState(false)
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [mistakes, setMistakes] = useState<{ name: string | null; password: string | null }>({
    name: null,
    password: null,
  })

  const submit = async () => {
    if (busy) return
    const found = {
      name: name.trim().length < 2 ? words.nameShort : null,
      password: newPasswordMistake(password, { email, name }, t),
    }
    setMistakes(found)
    if (found.name !== null || found.password !== null) return
    setBusy(true)
    const body = { token, account: { name: name.trim(), password } }
    if (await run('POST', '/api/invitations/accept', body, null, { stay: true })) {
      // The account is there now; should signing in fail, the sign-in page is the way on.
      if (await signIn.submit('/api/session', { email, password })) window.location.assign(landing)
    } else setBusy(false)
  }
  return (
    <Section heading={words.newAccount} text={words.newAccountText(email)} problem={problem}>
      <Form onSubmit={submit}>
        {/* For the browser, which keeps the password with the address. */}
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <TextField
          label={words.name}
          name="name"
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={setName}
          error={mistakes.name}
          isRequired
        />
        <NewPasswordField value={password} onChange={setPassword} error={mistakes.password} />
        <SubmitButton busyText={busy ? words.accepting : null}>{words.create}</SubmitButton>
      </Form>
    </Section>
  )
}
