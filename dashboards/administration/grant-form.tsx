import { useState } from 'react'
import { placeOfKind, ROLE_PLACES, ROLES, type Role } from '../../domain/index.ts'
import { roleName } from '../organisations/organisation-words.ts'
import type { PersonData } from '../page-types.ts'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

const COUNTY = 'county'
const NOWHERE = 'nowhere'

/** Gives the person a role at a place where there is such a role, from one day to another. */
export function GrantForm({ data: { person, organisations, today } }: { data: PersonData }) {
  const { t, language } = useApp()
  const words = t.person
  const { busy, problem, run } = useCommand(words.refusals)
  const [role, setRole] = useState<Role>('reporter')
  const [place, setPlace] = useState(NOWHERE)
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [shown, setShown] = useState(false)
  const places = [
    ...(ROLE_PLACES[role].includes('county') ? [{ id: COUNTY, text: t.people.county }] : []),
    ...organisations
      .filter(({ kind }) => ROLE_PLACES[role].includes(placeOfKind(kind)))
      .map(({ id, names }) => ({ id, text: names[language] })),
  ]
  const chosen = places.length === 1 ? places[0] : places.find(({ id }) => id === place)
  const mistakes = {
    place: chosen ? null : words.placeMissing,
    days: (from !== '' && from < today) || (until !== '' && until < (from || today)) ? words.daysWrong : null,
  }

  const submit = async () => {
    setShown(true)
    if (!chosen || mistakes.days !== null) return
    const body = {
      role,
      organisationId: chosen.id === COUNTY ? null : chosen.id,
      firstDay: from === '' ? null : from,
      lastDay: until === '' ? null : until,
    }
    if (!(await run('POST', `/api/users/${person.id}/roles`, body, words.given))) return
    setShown(false)
    setPlace(NOWHERE)
    setFrom('')
    setUntil('')
  }
  return (
    <Section heading={words.giveHeading} text={words.giveText} problem={problem}>
      <Form onSubmit={submit} className="stack needs-scripts">
        <Select
          label={words.role}
          value={role}
          onChange={value => setRole(ROLES.find(one => one === value) ?? role)}
          options={ROLES.filter(one => one !== 'citizen').map(one => ({
            id: one,
            text: roleName(one, language),
          }))}
        />
        <Select
          label={words.place}
          value={chosen?.id ?? NOWHERE}
          onChange={setPlace}
          error={shown ? mistakes.place : null}
          options={chosen ? places : [{ id: NOWHERE, text: words.choose }, ...places]}
        />
        <div className="field-pair">
          <TextField
            label={words.from}
            help={words.fromHelp}
            name="first-day"
            type="date"
            value={from}
            onChange={setFrom}
          />
          <TextField
            label={words.until}
            help={words.untilHelp}
            name="last-day"
            type="date"
            value={until}
            onChange={setUntil}
            error={shown ? mistakes.days : null}
          />
        </div>
        <SubmitButton busyText={busy ? words.giving : null}>{words.give}</SubmitButton>
      </Form>
    </Section>
  )
}
