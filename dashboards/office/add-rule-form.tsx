import { useState } from 'react'
import { RULE_UNITS } from '../../domain/index.ts'
import type { Rule } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { Checkbox, Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { mistakesOf, numberOf } from './new-rule.ts'

/** An administrator adds what holds from a day on; the rows before stay as they are. */
export function AddRuleForm({ last }: { last: Rule }) {
  const { t, language } = useApp()
  const words = t.rules.add
  const { busy, problem, code, run } = useCommand(t.rules.refusals)
  const [draft, setDraft] = useState({
    validFrom: '',
    value: '',
    unit: last.unit,
    article: '',
    prolonged: last.prolonged,
    toBeConfirmed: true,
  })
  const [shown, setShown] = useState(false)
  const since = formatDate(last.validFrom, language)
  const mistakes = mistakesOf(draft, last.validFrom)
  const change = (part: Partial<typeof draft>) => setDraft(now => ({ ...now, ...part }))
  const principle = draft.unit === 'principle'
  const days = draft.unit.endsWith('_days')

  const submit = () => {
    setShown(true)
    if (mistakes.validFrom || mistakes.value || mistakes.article) return
    const row = {
      ...draft,
      code: last.code,
      value: principle ? null : numberOf(draft.value),
      prolonged: days && draft.prolonged,
      article: draft.article.trim(),
    }
    void run('POST', '/api/rules', row, words.done)
  }
  const early = words.fromEarly(since)
  const fromWords = { missing: words.fromMissing, early }
  const valueWords = { number: words.valueWrong, days: words.daysWrong }
  const fromMistake = code === 'rule_too_early' ? early : null
  return (
    <div className="needs-scripts">
      <Section heading={words.heading} text={words.text} problem={problem}>
        <Form onSubmit={submit}>
          <TextField
            label={words.from}
            help={words.fromHelp(since)}
            name="validFrom"
            type="date"
            value={draft.validFrom}
            onChange={validFrom => change({ validFrom })}
            error={shown && mistakes.validFrom ? fromWords[mistakes.validFrom] : fromMistake}
            isRequired
          />
          <Select
            label={words.unit}
            value={draft.unit}
            onChange={chosen => change({ unit: RULE_UNITS.find(unit => unit === chosen) ?? draft.unit })}
            options={RULE_UNITS.map(unit => ({ id: unit, text: words.unitChoices[unit] }))}
          />
          {principle ? null : (
            <TextField
              label={words.value}
              help={words.valueHelp}
              name="value"
              inputMode="decimal"
              autoComplete="off"
              value={draft.value}
              onChange={value => change({ value })}
              error={shown && mistakes.value ? valueWords[mistakes.value] : null}
              isRequired
            />
          )}
          <TextField
            label={words.article}
            help={words.articleHelp}
            name="article"
            autoComplete="off"
            maxLength={300}
            value={draft.article}
            onChange={article => change({ article })}
            error={shown && mistakes.article ? words.articleMissing : null}
            isRequired
          />
          {days ? (
            <Checkbox isSelected={draft.prolonged} onChange={prolonged => change({ prolonged })}>
              {words.prolonged}
            </Checkbox>
          ) : null}
          <Checkbox isSelected={draft.toBeConfirmed} onChange={toBeConfirmed => change({ toBeConfirmed })}>
            {words.toBeConfirmed}
          </Checkbox>
          <SubmitButton busyText={busy ? words.saving : null}>{words.save}</SubmitButton>
        </Form>
      </Section>
    </div>
  )
}
