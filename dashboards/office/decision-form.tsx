import { useState } from 'react'
import type { Mandate } from '../api-types.ts'
import { Select, TextArea } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

const DECISIONS = ['confirmed', 'completion_asked', 'refused', 'ended_by_office', 'revoked'] as const
type Decision = (typeof DECISIONS)[number]

/** The command of the API that a decision is. */
function commandOf(step: Decision, reason: string): { path: string; body: object } {
  switch (step) {
    case 'completion_asked':
      return { path: 'completion', body: { reason } }
    case 'confirmed':
      return { path: 'decision', body: { decision: step } }
    case 'refused':
      return { path: 'decision', body: { decision: step, reason } }
    case 'revoked':
    case 'ended_by_office':
      return { path: 'end', body: { step, reason } }
  }
}

/** The decisions that the API lets the reader take now; nothing where it lets none. */
export const decisionsOf = (mandate: Mandate): Decision[] =>
  DECISIONS.filter(step => mandate.next.includes(step))

export function DecisionForm({ mandate }: { mandate: Mandate }) {
  const { t } = useApp()
  const words = t.officeMandates
  const { busy, problem, run } = useCommand(t.mandates.refusals)
  const decisions = decisionsOf(mandate)
  const [chosen, setChosen] = useState<Decision>(decisions[0] ?? 'confirmed')
  const [reason, setReason] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  // What was possible a moment ago may be no more.
  const step = decisions.includes(chosen) ? chosen : (decisions[0] ?? chosen)
  const gives = step !== 'confirmed'

  const submit = async () => {
    const wrong = gives && reason.trim().length < 3 ? t.mandates.wrong.text : null
    setMistake(wrong)
    if (wrong !== null) return
    const { path, body } = commandOf(step, reason.trim())
    if (await run('POST', `/api/mandates/${mandate.id}/${path}`, body, words.done)) setReason('')
  }

  return (
    <Form onSubmit={submit} problem={problem}>
      <Select
        label={words.step}
        value={step}
        onChange={value => {
          const decision = decisions.find(known => known === value)
          if (decision) setChosen(decision)
          setMistake(null)
        }}
        options={decisions.map(known => ({ id: known, text: words.steps[known] }))}
      />
      <p className="field-help">{words.stepHelp[step]}</p>
      {gives ? (
        <TextArea
          label={words.reason}
          help={words.reasonHelp}
          name="reason"
          rows={4}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={mistake}
          isRequired
        />
      ) : null}
      <SubmitButton busyText={busy ? words.sending : null}>{words.submit}</SubmitButton>
    </Form>
  )
}
