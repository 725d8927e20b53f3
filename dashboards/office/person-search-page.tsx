import { useState } from 'react'
import { type CnpFault, cnpFault } from '../../domain/index.ts'
import { AccountHead } from '../account/account-head.tsx'
import type { PersonRecords } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import { MISSING } from '../format/number.ts'
import type { PageModule } from '../page-types.ts'
import { TextArea, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

const SHORTEST_REASON = 10

function Found({ items }: { items: PersonRecords['items'] }) {
  const { t, language } = useApp()
  const words = t.personSearch
  if (items.length === 0)
    return (
      <EmptyState title={words.none}>
        <p>{words.noneText}</p>
      </EmptyState>
    )
  return (
    <>
      <h2>{words.found(items.length)}</h2>
      <div className="scroll">
        <table>
          <caption className="visually-hidden">{words.found(items.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.service}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.about}</th>
              <th scope="col">{words.day}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ capability, id, number, name, about, day, path }) => (
              <tr key={`${capability} ${id}`}>
                <th scope="row">
                  {path === null ? (
                    (number ?? MISSING)
                  ) : (
                    <a href={`/${language}${path}`} data-nav="">
                      {number ?? id}
                    </a>
                  )}
                </th>
                <td>{words.services[capability] ?? capability}</td>
                <td>{name ?? t.mandates.principalGone}</td>
                <td>{about ?? MISSING}</td>
                <td>{formatDate(day, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** An official finds a person by the personal number; the number leaves the page in the body of a request only. */
function PersonSearchPage() {
  const { t } = useApp()
  const words = t.personSearch
  const { busy, problem, run } = useCommand(words.refusals)
  const [cnp, setCnp] = useState('')
  const [reason, setReason] = useState('')
  const [mistakes, setMistakes] = useState<{ cnp: CnpFault | null; reason: boolean }>({
    cnp: null,
    reason: false,
  })
  const [items, setItems] = useState<PersonRecords['items'] | null>(null)

  const submit = async () => {
    const wrong = { cnp: cnpFault(cnp), reason: reason.trim().length < SHORTEST_REASON }
    setMistakes(wrong)
    setItems(null)
    if (wrong.cnp !== null || wrong.reason) return
    const body = { cnp, reason: reason.trim() }
    const found = await run<PersonRecords>('POST', '/api/people/search', body, null, { stay: true })
    if (found) setItems(found.value.items)
  }

  return (
    <div className="narrow">
      <AccountHead title={words.title} lead={words.lead} needsScripts />
      <Form onSubmit={submit} problem={problem}>
        <TextField
          label={words.cnp}
          help={words.cnpHelp}
          name="number"
          autoComplete="off"
          maxLength={20}
          value={cnp}
          onChange={setCnp}
          error={mistakes.cnp === null ? null : t.mandates.wrong[mistakes.cnp]}
          isRequired
        />
        <TextArea
          label={words.reason}
          help={words.reasonHelp}
          name="reason"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={mistakes.reason ? words.wrongReason : null}
          isRequired
        />
        <SubmitButton busyText={busy ? words.searching : null}>{words.submit}</SubmitButton>
      </Form>
      <div aria-live="polite">{items === null ? null : <Found items={items} />}</div>
    </div>
  )
}

export const personSearchPage: PageModule<null> = {
  Page: PersonSearchPage,
  head: (_, { t }) => ({ title: t.personSearch.title, description: t.personSearch.lead }),
}
