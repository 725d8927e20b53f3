import { useState } from 'react'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

const KINDS = ['free', 'working', 'usual'] as const

/** An administrator enters what a decision says of a day. */
export function ExtraDayForm() {
  const { t } = useApp()
  const words = t.holidays.add
  const { busy, problem, run } = useCommand()
  const [day, setDay] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('free')
  const [act, setAct] = useState('')
  const [mistakes, setMistakes] = useState<{ day: string | null; act: string | null }>({
    day: null,
    act: null,
  })

  const submit = async () => {
    const found = {
      day: day === '' ? words.dayMissing : null,
      act: act.trim() === '' ? words.actMissing : null,
    }
    setMistakes(found)
    if (found.day !== null || found.act !== null) return
    const entered = await run('POST', '/api/calendar/extra-days', { day, kind, act: act.trim() }, words.done)
    if (entered) setDay('')
  }
  return (
    <div className="needs-scripts">
      <Section heading={words.heading} text={words.text} problem={problem}>
        <Form onSubmit={submit}>
          <TextField
            label={words.day}
            name="day"
            type="date"
            value={day}
            onChange={setDay}
            error={mistakes.day}
            isRequired
          />
          <Select
            label={words.kind}
            value={kind}
            onChange={chosen => setKind(KINDS.find(one => one === chosen) ?? kind)}
            options={KINDS.map(one => ({ id: one, text: words.kindChoices[one] }))}
          />
          <TextField
            label={words.act}
            help={words.actHelp}
            name="act"
            autoComplete="off"
            maxLength={300}
            value={act}
            onChange={setAct}
            error={mistakes.act}
            isRequired
          />
          <SubmitButton busyText={busy ? words.saving : null}>{words.save}</SubmitButton>
        </Form>
      </Section>
    </div>
  )
}
