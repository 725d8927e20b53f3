import { useState } from 'react'
import type { Mandate } from '../api-types.ts'
import { TextArea } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import type { Command } from '../shell/use-command.ts'

/** Who is represented takes back what they gave. */
export function RevokeForm({ mandate, action }: { mandate: Mandate; action: Command }) {
  const { t } = useApp()
  const words = t.mandates
  const [reason, setReason] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const submit = () => {
    const wrong = reason.trim().length < 3 ? words.wrong.text : null
    setMistake(wrong)
    const body = { step: 'revoked', reason: reason.trim() }
    if (wrong === null) void action.run('POST', `/api/mandates/${mandate.id}/end`, body, words.revoked)
  }
  return (
    <Section heading={words.revoke} text={words.revokeText} problem={action.problem}>
      <Form onSubmit={submit}>
        <TextArea
          label={words.revokeReason}
          name="reason"
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={mistake}
          isRequired
        />
        <SubmitButton kind="danger" busyText={action.busy ? words.sending : null}>
          {words.revoke}
        </SubmitButton>
      </Form>
    </Section>
  )
}
