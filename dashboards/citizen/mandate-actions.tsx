import { useState } from 'react'
import type { Mandate } from '../api-types.ts'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { TextArea } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { Note } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import { type Command, useCommand } from '../shell/use-command.ts'
import { ProofsField, useProofs } from './proofs-field.tsx'
import { RevokeForm } from './revoke-form.tsx'

function AnswerForm({ mandate, action }: { mandate: Mandate; action: Command }) {
  const { t } = useApp()
  const words = t.mandates
  const [text, setText] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const [waiting, setWaiting] = useState(false)
  const proofs = useProofs()
  const submit = () => {
    const wrong = text.trim().length < 3 ? words.wrong.text : null
    setMistake(wrong)
    setWaiting(proofs.busy)
    if (wrong !== null || proofs.busy) return
    const body = { text: text.trim(), proofs: proofs.ids }
    void action.run('POST', `/api/mandates/${mandate.id}/answer`, body, words.answered)
  }
  const asked = mandate.steps.findLast(({ step }) => step === 'completion_asked')?.reason
  return (
    <Section heading={words.answerHeading} text={null} problem={action.problem}>
      {asked ? <Note tone="signal">{asked}</Note> : null}
      <Form onSubmit={submit}>
        <TextArea
          label={words.answer}
          help={words.answerHelp}
          name="answer"
          rows={5}
          maxLength={2000}
          value={text}
          onChange={setText}
          error={mistake}
          isRequired
        />
        <ProofsField proofs={proofs} error={waiting && proofs.busy ? words.wrong.proofs : null} />
        <SubmitButton busyText={action.busy ? words.sending : null}>{words.answerSend}</SubmitButton>
      </Form>
    </Section>
  )
}

/** What can be done now: the mandatary answers, withdraws the request or gives up the mandate; who is represented revokes it. */
export function MandateActions({ mandate }: { mandate: Mandate }) {
  const { t } = useApp()
  const words = t.mandates
  const action = useCommand(t.mandates.refusals)
  const { id, next } = mandate
  const answers = next.includes('completed')
  const revokes = next.includes('revoked')
  const end = next.includes('withdrawn') ? 'withdrawn' : next.includes('renounced') ? 'renounced' : null
  const texts =
    end === 'withdrawn'
      ? { open: words.withdraw, title: words.withdrawTitle, text: words.withdrawText }
      : { open: words.renounce, title: words.renounceTitle, text: words.renounceText }
  return (
    <>
      {answers ? <AnswerForm mandate={mandate} action={action} /> : null}
      {revokes ? <RevokeForm mandate={mandate} action={action} /> : null}
      {!mandate.own && mandate.active && !revokes ? <Note tone="signal">{words.notRevocable}</Note> : null}
      {!answers && !revokes && action.problem !== null ? (
        <Note tone="error" live>
          {action.problem}
        </Note>
      ) : null}
      {end === null ? null : (
        <div>
          <ConfirmDialog
            open={texts.open}
            title={texts.title}
            confirm={texts.open}
            confirmKind="danger"
            cancel={words.cancel}
            isDisabled={action.busy}
            onConfirm={() => void action.run('POST', `/api/mandates/${id}/end`, { step: end }, words[end])}
          >
            <p>{texts.text}</p>
          </ConfirmDialog>
        </div>
      )}
    </>
  )
}
