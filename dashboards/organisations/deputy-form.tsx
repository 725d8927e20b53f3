import { useState } from 'react'
import type { Membership } from '../api-types.ts'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { looksLikeEmail } from './contact-mistake.ts'

interface Props {
  organisationId: string
  /** For whom the reader may name a deputy; one at least. */
  principals: readonly Membership['person'][]
  today: string
}

/** Names somebody who stands in from one day to another. */
export function DeputyForm({ organisationId, principals, today }: Props) {
  const { t, session } = useApp()
  const words = t.organisation.deputies
  const { busy, problem, run } = useCommand(t.organisation.refusals)
  const own = principals.find(({ email }) => email === session?.user.email)
  const [principal, setPrincipal] = useState((own ?? principals[0])?.id ?? '')
  const [email, setEmail] = useState('')
  const [from, setFrom] = useState(today)
  const [lastDay, setLastDay] = useState('')
  const [shown, setShown] = useState(false)
  const mistakes = {
    email: looksLikeEmail(email) ? null : t.organisation.invitations.emailWrong,
    days: from === '' || lastDay === '' || lastDay < from || lastDay < today ? words.daysWrong : null,
  }

  const submit = async () => {
    setShown(true)
    if (mistakes.email !== null || mistakes.days !== null) return
    const body = {
      principal: principal === own?.id ? null : principal,
      deputyEmail: email.trim(),
      organisationId,
      from,
      lastDay,
    }
    if (!(await run('POST', '/api/deputies', body, words.named))) return
    setShown(false)
    setEmail('')
    setLastDay('')
  }
  return (
    <details className="disclosure needs-scripts">
      <summary>{words.name}</summary>
      <Form onSubmit={submit} problem={problem}>
        {principals.length === 1 && own ? null : (
          <Select
            label={words.principal}
            value={principal}
            onChange={setPrincipal}
            options={principals.map(({ id, name }) => ({
              id,
              text: id === own?.id ? `${name} (${words.myself})` : name,
            }))}
          />
        )}
        <TextField
          label={words.email}
          help={words.emailHelp}
          name="deputy"
          type="email"
          autoComplete="off"
          maxLength={254}
          value={email}
          onChange={setEmail}
          error={shown ? mistakes.email : null}
          isRequired
        />
        <div className="field-pair">
          <TextField
            label={words.from}
            name="from"
            type="date"
            value={from}
            onChange={setFrom}
            error={shown && from === '' ? mistakes.days : null}
            isRequired
          />
          <TextField
            label={words.lastDay}
            name="last-day"
            type="date"
            value={lastDay}
            onChange={setLastDay}
            error={shown && from !== '' ? mistakes.days : null}
            isRequired
          />
        </div>
        <SubmitButton busyText={busy ? words.working : null}>{words.submit}</SubmitButton>
      </Form>
    </details>
  )
}
