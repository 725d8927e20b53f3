import { type FormEvent, useState } from 'react'
import { Section } from '../account/section.tsx'
import { useAccountAction } from '../account/use-account-action.ts'
import { Button } from '../parts/button.tsx'
import { Select, TextField } from '../parts/forms/field.tsx'
import { useApp } from '../shell/app-context.ts'

const KINDS = ['free', 'working', 'usual'] as const

/** An administrator enters what a decision says of a day. */
export function ExtraDayForm() {
  const { t } = useApp()
  const words = t.holidays.add
  const { busy, problem, run } = useAccountAction()
  const [day, setDay] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('free')
  const [act, setAct] = useState('')
  const [mistakes, setMistakes] = useState<{ day: string | null; act: string | null }>({
    day: null,
    act: null,
  })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
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
        <form onSubmit={submit} noValidate method="post" className="stack">
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
          <div>
            <Button type="submit" kind="primary" busyText={busy ? words.saving : null}>
              {words.save}
            </Button>
          </div>
        </form>
      </Section>
    </div>
  )
}
