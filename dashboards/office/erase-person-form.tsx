import { useState } from 'react'
import { ERASURE_REASONS, type ErasureReason, parseRegistrationNumber } from '../../domain/index.ts'
import { ConfirmIdentity } from '../account/confirm-identity.tsx'
import type { Erased, UserListItem } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { Note } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

interface Props {
  user: UserListItem
  hasPassword: boolean
  onErased(erased: Erased): void
  onClose(): void
}

/** The administrator says why, on whose request, and types the address: it cannot be taken back. */
export function ErasePersonForm({ user, hasPassword, onErased, onClose }: Props) {
  const { t } = useApp()
  const words = t.officeErasures
  const action = useCommand(t.erasure.refusals)
  const [reason, setReason] = useState<ErasureReason>('no-longer-needed')
  const [reference, setReference] = useState('')
  const [email, setEmail] = useState('')
  const [mistakes, setMistakes] = useState<{ reference: string | null; email: string | null }>({
    reference: null,
    email: null,
  })
  const asksIdentity = action.code === 'confirmation_needed'

  const submit = async () => {
    const given = reference.trim()
    const number = parseRegistrationNumber(given)
    const found = {
      reference: given !== '' && number === null ? words.referenceWrong : null,
      email: email.trim().toLowerCase() === user.email.toLowerCase() ? null : words.emailDiffers(user.email),
    }
    setMistakes(found)
    if (found.reference !== null || found.email !== null) return
    const body = { email: user.email, reason, reference: number }
    const erased = await action.run<Erased>('POST', '/api/erasures', body, null)
    if (erased) onErased(erased.value)
  }
  return (
    <div className="stack line-form">
      {action.problem === null || asksIdentity ? null : (
        <Note tone="error" live>
          {action.problem}
        </Note>
      )}
      {asksIdentity ? <ConfirmIdentity hasPassword={hasPassword} onDone={action.forget} /> : null}
      <Form onSubmit={submit} label={words.openFor(user.email)}>
        <p>{words.formText}</p>
        <Select
          label={words.reason}
          value={reason}
          onChange={value => setReason(ERASURE_REASONS.find(known => known === value) ?? reason)}
          options={ERASURE_REASONS.map(id => ({ id, text: words.reasons[id] }))}
        />
        <TextField
          label={words.reference}
          help={words.referenceHelp}
          name="reference"
          autoComplete="off"
          maxLength={30}
          value={reference}
          onChange={setReference}
          error={mistakes.reference}
        />
        <TextField
          label={words.email}
          help={words.emailHelp(user.email)}
          name="erasure-email"
          type="email"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          error={mistakes.email}
          isRequired
        />
        <div className="row">
          <Button type="submit" kind="danger" busyText={action.busy ? t.erasure.erasing : null}>
            {words.submit}
          </Button>
          <Button onPress={onClose}>{t.account.cancel}</Button>
        </div>
      </Form>
    </div>
  )
}
