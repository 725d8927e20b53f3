import { type FormEvent, useState } from 'react'
import { useAccountAction } from '../account/use-account-action.ts'
import type { Organisation, OrganisationDetails } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Note } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'

const NOBODY = 'nobody'

interface Props {
  organisation: OrganisationDetails
  candidates: readonly Organisation[]
  today: string
}

/** Whom it belongs to from one day to another; what was said of those days gives way. */
export function ParentForm({ organisation, candidates, today }: Props) {
  const { t, language } = useApp()
  const words = t.organisation.edit
  const { busy, problem, run } = useAccountAction(t.organisation.refusals)
  const [parent, setParent] = useState(organisation.parentId ?? NOBODY)
  const [from, setFrom] = useState(today)
  const [lastDay, setLastDay] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = from !== '' && lastDay !== '' && lastDay < from ? words.parentDaysWrong : null
    setMistake(wrong)
    if (wrong !== null) return
    const body = {
      parentId: parent === NOBODY ? null : parent,
      from: from === '' ? null : from,
      lastDay: lastDay === '' ? null : lastDay,
    }
    await run('PUT', `/api/organisations/${organisation.id}/parent`, body, words.parentSaved)
  }
  return (
    <form onSubmit={submit} noValidate method="post" className="stack">
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      <Select
        label={words.parent}
        value={parent}
        onChange={setParent}
        options={[
          { id: NOBODY, text: words.nobody },
          ...candidates
            .filter(({ id }) => id !== organisation.id)
            .map(({ id, names }) => ({ id, text: names[language] })),
        ]}
      />
      <div className="field-pair">
        <TextField
          label={words.parentFrom}
          help={words.parentFromHelp}
          name="parent-from"
          type="date"
          value={from}
          onChange={setFrom}
        />
        <TextField
          label={words.parentUntil}
          help={words.parentUntilHelp}
          name="parent-until"
          type="date"
          value={lastDay}
          onChange={setLastDay}
          error={mistake}
        />
      </div>
      <div>
        <Button type="submit" kind="primary" busyText={busy ? t.account.saving : null}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
