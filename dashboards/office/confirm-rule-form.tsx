import { useState } from 'react'
import type { Rule } from '../api-types.ts'
import { TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

/** An administrator notes which lawyer confirmed a row, and when. */
export function ConfirmRuleForm({ rule, today }: { rule: Rule; today: string }) {
  const { t } = useApp()
  const words = t.rules.confirm
  const { busy, problem, run } = useCommand(t.rules.refusals)
  const [by, setBy] = useState('')
  const [on, setOn] = useState(today)
  const [mistakes, setMistakes] = useState<{ by: string | null; on: string | null }>({ by: null, on: null })

  const submit = () => {
    const found = {
      by: by.trim() === '' ? words.byMissing : null,
      on: on === '' ? words.onMissing : null,
    }
    setMistakes(found)
    if (found.by !== null || found.on !== null) return
    const path = `/api/rules/${rule.code}/${rule.validFrom}/confirmation`
    void run('POST', path, { by: by.trim(), on }, words.done)
  }
  return (
    <details className="needs-scripts disclosure">
      <summary>{words.open}</summary>
      <Form onSubmit={submit} problem={problem} label={words.heading}>
        <TextField
          label={words.by}
          help={words.byHelp}
          name="by"
          autoComplete="off"
          maxLength={200}
          value={by}
          onChange={setBy}
          error={mistakes.by}
          isRequired
        />
        <TextField
          label={words.on}
          name="on"
          type="date"
          value={on}
          onChange={setOn}
          error={mistakes.on}
          isRequired
        />
        <SubmitButton busyText={busy ? words.saving : null}>{words.save}</SubmitButton>
      </Form>
    </details>
  )
}
