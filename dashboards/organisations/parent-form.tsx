import { useState } from 'react'
import type { Organisation, OrganisationDetails } from '../api-types.ts'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

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
  const { busy, problem, run } = useCommand(t.organisation.refusals)
  const [parent, setParent] = useState(organisation.parentId ?? NOBODY)
  const [from, setFrom] = useState(today)
  const [lastDay, setLastDay] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)

  const submit = async () => {
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
    <Form onSubmit={submit} problem={problem}>
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
      <SubmitButton busyText={busy ? t.account.saving : null}>{words.save}</SubmitButton>
    </Form>
  )
}
