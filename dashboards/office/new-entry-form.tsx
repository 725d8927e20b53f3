import { useState } from 'react'
import type { RegisterEntry } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

interface Props {
  register: string
  /** The entry that the paper answers; such a paper goes out. */
  answered: RegisterEntry | null
  onClose(): void
  onDone(entry: RegisterEntry): void
}

export function NewEntryForm({ register, answered, onClose, onDone }: Props) {
  const { t } = useApp()
  const words = t.registers.add
  const { busy, problem, run } = useCommand(t.registers.refusals)
  const [chosen, setChosen] = useState<'entry' | 'exit'>('entry')
  const direction = answered ? 'exit' : chosen
  const [correspondent, setCorrespondent] = useState(answered?.correspondent ?? '')
  const [summary, setSummary] = useState('')
  const [shown, setShown] = useState(false)
  const mistakes = {
    correspondent: correspondent.trim() === '' ? words.correspondentMissing : null,
    summary: summary.trim() === '' ? words.summaryMissing : null,
  }

  const submit = async () => {
    setShown(true)
    if (mistakes.correspondent !== null || mistakes.summary !== null) return
    const made = await run<RegisterEntry>(
      'POST',
      `/api/registers/${register}/entries`,
      {
        direction,
        summary: summary.trim(),
        correspondent: correspondent.trim(),
        ...(answered ? { answers: answered.id } : {}),
      },
      null,
    )
    if (made) onDone(made.value)
  }
  return (
    <Form onSubmit={submit} problem={problem} className="chosen entry-form" label={words.heading}>
      <h2>{answered ? words.answering(answered.text) : words.heading}</h2>
      {answered ? (
        <p className="meta">{answered.summary}</p>
      ) : (
        <Select
          label={words.direction}
          value={chosen}
          onChange={value => setChosen(value === 'exit' ? 'exit' : 'entry')}
          options={(['entry', 'exit'] as const).map(one => ({ id: one, text: words.directionChoices[one] }))}
        />
      )}
      <TextField
        label={words.correspondent[direction]}
        help={words.correspondentHelp}
        name="correspondent"
        autoComplete="off"
        maxLength={200}
        value={correspondent}
        onChange={setCorrespondent}
        error={shown ? mistakes.correspondent : null}
        isRequired
        autoFocus
      />
      <TextField
        label={words.summary}
        help={words.summaryHelp}
        name="summary"
        autoComplete="off"
        maxLength={500}
        value={summary}
        onChange={setSummary}
        error={shown ? mistakes.summary : null}
        isRequired
      />
      <div className="row">
        <Button type="submit" kind="primary" busyText={busy ? words.saving : null}>
          {words.save}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
      </div>
    </Form>
  )
}
