import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useState } from 'react'
import type { Account, Passkey } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { ConfirmIdentity } from './confirm-identity.tsx'
import { PasskeyEntry } from './passkey-entry.tsx'

/** The person's passkeys, each with its name. */
export function PasskeysSection({ account, passkeys }: { account: Account; passkeys: readonly Passkey[] }) {
  const { t } = useApp()
  const texts = t.strong.passkeys
  const action = useCommand()
  const [name, setName] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const [waiting, setWaiting] = useState(false)

  const add = async () => {
    if (waiting) return
    setMistake(name.trim() === '' ? texts.nameMissing : null)
    if (name.trim() === '') return
    setWaiting(true)
    setMistake(await make())
    setWaiting(false)
  }

  /** The reason why the device made none, or null. */
  const make = async (): Promise<string | null> => {
    const { browserSupportsWebAuthn, startRegistration, WebAuthnError } = await import(
      '@simplewebauthn/browser'
    )
    if (!browserSupportsWebAuthn()) return t.strong.passkeyUnsupported
    const options = await action.run<PublicKeyCredentialCreationOptionsJSON>(
      'POST',
      '/api/account/passkeys/options',
      null,
      null,
    )
    if (!options) return null
    try {
      const credential = await startRegistration({ optionsJSON: options.value })
      const body = { name: name.trim(), credential }
      if (await action.run('POST', '/api/account/passkeys', body, texts.added)) setName('')
      return null
    } catch (error) {
      return error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
        ? texts.already
        : texts.cancelled
    }
  }
  const asksIdentity = action.code === 'confirmation_needed'

  return (
    <Section heading={texts.heading} text={texts.text} problem={asksIdentity ? null : action.problem}>
      {passkeys.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className="entries">
          {passkeys.map(passkey => (
            <PasskeyEntry key={passkey.id} passkey={passkey} action={action} />
          ))}
        </ul>
      )}
      {asksIdentity ? <ConfirmIdentity hasPassword={account.hasPassword} onDone={action.forget} /> : null}
      <Form onSubmit={add}>
        <TextField
          label={texts.name}
          help={texts.nameHelp}
          name="passkey-name"
          autoComplete="off"
          maxLength={60}
          value={name}
          onChange={setName}
          error={mistake}
          isRequired
        />
        <div>
          <Button type="submit" busyText={waiting ? texts.adding : null}>
            {texts.add}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
