import { type FormEvent, useState } from 'react'
import { Section } from '../account/section.tsx'
import type { AccountAction } from '../account/use-account-action.ts'
import type { Mandate } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { TextArea } from '../parts/forms/field.tsx'
import { useApp } from '../shell/app-context.ts'

/** Who is represented takes back what they gave. */
export function RevokeForm({ mandate, action }: { mandate: Mandate; action: AccountAction }) {
  const { t } = useApp()
  const words = t.mandates
  const [reason, setReason] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = reason.trim().length < 3 ? words.wrong.text : null
    setMistake(wrong)
    const body = { step: 'revoked', reason: reason.trim() }
    if (wrong === null) void action.run('POST', `/api/mandates/${mandate.id}/end`, body, words.revoked)
  }
  return (
    <Section heading={words.revoke} text={words.revokeText} problem={action.problem}>
      <form onSubmit={submit} noValidate className="stack" method="post">
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
        <div>
          <Button type="submit" kind="danger" busyText={action.busy ? words.sending : null}>
            {words.revoke}
          </Button>
        </div>
      </form>
    </Section>
  )
}
