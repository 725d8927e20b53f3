import type { Day } from '../calendar/day.ts'
import { endOfDay, localDay } from '../calendar/local-day.ts'
import { LANGUAGES, type Language, type Names } from '../language.ts'
import { ROLES, type Role } from '../role.ts'
import { type Granter, placeOfKind, refuseGrant } from '../role-grants.ts'
import { ROLE_NAMES } from '../role-names.ts'
import { type Known, organisationFinder } from './known-organisations.ts'
import { type CellReader, cellReader, type Given } from './list-cells.ts'
import { type ListChange, type ListItem, type ListMistake, type ListPlan, mistake } from './list-mistake.ts'
import type { ListRow } from './read-list.ts'

/** A role that has not ended. */
export interface HeldRole {
  readonly id: string
  readonly role: Role
  readonly organisation: string | null
  readonly from: Date
  readonly until: Date | null
}

/** An invitation that waits. */
export interface WaitingInvitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly organisation: string | null
  readonly expiresAt: Date
  readonly firstDay: Day | null
  readonly lastDay: Day | null
}

export interface MembersState {
  readonly organisations: readonly Known[]
  /** People with accounts by their e-mail address in small letters, with the roles that have not ended. */
  readonly people: ReadonlyMap<string, { readonly id: string; readonly roles: readonly HeldRole[] }>
  readonly invitations: readonly WaitingInvitation[]
  /** Administrators of the county whose role has no end. */
  readonly lastingAdmins: readonly string[]
}

export type MembersOrder =
  | {
      readonly do: 'grant'
      readonly person: string
      readonly role: Role
      readonly organisation: string | null
      readonly firstDay: Day | null
      readonly lastDay: Day | null
    }
  | { readonly do: 'end_on'; readonly membership: string; readonly lastDay: Day | null }
  | {
      readonly do: 'invite'
      readonly email: string
      readonly role: Role
      readonly organisation: string | null
      readonly language: Language
      readonly firstDay: Day | null
      readonly lastDay: Day | null
    }
  | {
      readonly do: 'invite_again'
      readonly invitation: string
      readonly firstDay: Day | null
      readonly lastDay: Day | null
    }

interface Wanted {
  readonly email: string
  readonly role: Role
  readonly organisation: Known | null
  readonly from: Day | null
  readonly until: Given<Day>
  readonly language: Language
}

type Item = ListItem<MembersOrder>

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/
const LANGUAGE_NAMES: Readonly<Record<Language, Names>> = {
  ro: { ro: 'română', hu: 'román', en: 'Romanian' },
  hu: { ro: 'maghiară', hu: 'magyar', en: 'Hungarian' },
  en: { ro: 'engleză', hu: 'angol', en: 'English' },
}

/** What the list would do to roles: people with accounts get them, others are invited. Roles that it does not name stay. */
export function planMembers(
  rows: readonly ListRow[],
  state: MembersState,
  granter: Granter,
  now: Date,
): ListPlan<MembersOrder> {
  const today = localDay(now)
  const finder = organisationFinder(state.organisations)
  const lasting = new Set(state.lastingAdmins)
  const seen = new Map<string, { row: number; days: string }>()
  const readers = rows.map(cellReader)
  const items = readers.flatMap(reader => itemOf(reader) ?? [])
  const late: ListMistake[] = []
  const ended = items.find(({ order }) => order?.do === 'end_on' && order.lastDay !== null)
  if (state.lastingAdmins.length > 0 && lasting.size === 0 && ended)
    late.push(mistake('last_admin', ended.row, 'until'))
  return { items, mistakes: [...readers.flatMap(({ mistakes }) => mistakes), ...late] }

  function itemOf(reader: CellReader): Item | null {
    const wanted = read(reader)
    if (!wanted || reader.mistakes.length > 0) return null
    const { email, role, organisation, from, until } = wanted
    const days = `${from ?? ''}–${until ?? ''}`
    const key = `${email} ${role} ${organisation?.key ?? ''}`
    const before = seen.get(key)
    if (before && before.days !== days) {
      reader.refuse('rows_disagree', 'email', { other: String(before.row) })
      return null
    }
    const title = email
    if (before) return { row: reader.row, outcome: 'same', title, changes: [], order: null }
    seen.set(key, { row: reader.row, days })
    const person = state.people.get(email)
    const item = person ? forPerson(reader, wanted, person) : forStranger(reader.row, wanted)
    return item && { ...item, title }
  }

  function forPerson(
    reader: CellReader,
    { role, organisation, from, until }: Wanted,
    person: { readonly id: string; readonly roles: readonly HeldRole[] },
  ): Item | null {
    const base = { row: reader.row, title: '' }
    const held = person.roles.filter(
      one => one.role === role && one.organisation === (organisation?.key ?? null),
    )
    const [one, ...others] = held
    if (!one) {
      const order = {
        do: 'grant' as const,
        person: person.id,
        role,
        organisation: organisation?.key ?? null,
        firstDay: from !== null && from > today ? from : null,
        lastDay: until ?? null,
      }
      return { ...base, outcome: 'add', changes: added(role, organisation, order), order }
    }
    const startsLater = one.from > now
    if (others.length > 0 || (startsLater && from !== null && from !== localDay(one.from))) {
      reader.refuse('role_overlaps', 'from', { days: daysOf(one.from, one.until) })
      return null
    }
    const lastDay = one.until === null ? null : lastDayOf(one.until)
    if (until === undefined || until === lastDay)
      return { ...base, outcome: 'same', changes: [], order: null }
    if (until !== null && endOfDay(until) <= one.from) {
      reader.refuse('dates_order', 'until')
      return null
    }
    if (role === 'admin' && organisation === null && until !== null) lasting.delete(person.id)
    return {
      ...base,
      outcome: 'change',
      changes: [{ column: 'until', before: lastDay ?? '', after: until ?? '' }],
      order: { do: 'end_on', membership: one.id, lastDay: until },
    }
  }

  function forStranger(row: number, { email, role, organisation, from, until, language }: Wanted): Item {
    const firstDay = from !== null && from > today ? from : null
    const lastDay = until ?? null
    const waiting = state.invitations.find(
      one => one.email === email && one.role === role && one.organisation === (organisation?.key ?? null),
    )
    const days = { firstDay, lastDay }
    if (!waiting) {
      const order = { do: 'invite' as const, email, role, organisation: organisation?.key ?? null, language }
      return {
        row,
        title: '',
        outcome: 'add',
        changes: added(role, organisation, days),
        order: { ...order, ...days },
      }
    }
    const isSame =
      waiting.expiresAt > now &&
      (from === null || waiting.firstDay === firstDay) &&
      (until === undefined || waiting.lastDay === lastDay)
    if (isSame) return { row, title: '', outcome: 'same', changes: [], order: null }
    const settled = {
      firstDay: from === null ? waiting.firstDay : firstDay,
      lastDay: until === undefined ? waiting.lastDay : lastDay,
    }
    return {
      row,
      title: '',
      outcome: 'change',
      changes: [
        { column: 'from', before: waiting.firstDay ?? '', after: settled.firstDay ?? '' },
        { column: 'until', before: waiting.lastDay ?? '', after: settled.lastDay ?? '' },
      ].filter(({ before, after }) => before !== after),
      order: { do: 'invite_again', invitation: waiting.id, ...settled },
    }
  }

  function read(reader: CellReader): Wanted | null {
    const email = reader.text('email')?.toLowerCase() ?? null
    if (email === null) reader.refuse('value_missing', 'email')
    else if (!state.people.has(email) && (!EMAIL.test(email) || email.length > 254))
      reader.refuse('email_wrong', 'email')
    const role = reader.choice<Role>('role', ROLES, ROLE_NAMES) ?? null
    if (role === null && !reader.mistakes.some(({ column }) => column === 'role'))
      reader.refuse('value_missing', 'role')
    const organisation = organisationOf(reader)
    const from = reader.day('from') ?? null
    const until = reader.day('until')
    if (typeof until === 'string' && until < today) reader.refuse('date_past', 'until')
    else if (from !== null && typeof until === 'string' && until < from) reader.refuse('dates_order', 'until')
    const language = reader.choice<Language>('language', LANGUAGES, LANGUAGE_NAMES) ?? 'ro'
    if (email === null || role === null || organisation === undefined) return null
    const refusal = refuseGrant(granter, {
      person: state.people.get(email)?.id ?? null,
      role,
      place: placeOfKind(organisation?.kind ?? null),
    })
    if (refusal === 'role_own') reader.refuse('role_own', 'email')
    else if (refusal !== null) reader.refuse('role_wrong_place', 'role')
    return { email, role, organisation, from, until, language }
  }

  /** Null: the whole county; undefined: refused. */
  function organisationOf(reader: CellReader): Known | null | undefined {
    const text = reader.text('organisation')
    if (text === undefined || text === null) return null
    const found = finder(text)
    if (found.is === 'one') return found.organisation
    reader.refuse(found.is === 'several' ? 'organisation_ambiguous' : 'organisation_unknown', 'organisation')
    return undefined
  }
}

const added = (
  role: Role,
  organisation: Known | null,
  { firstDay, lastDay }: { readonly firstDay: Day | null; readonly lastDay: Day | null },
): ListChange[] => [
  { column: 'role', before: '', after: role },
  ...(organisation ? [{ column: 'organisation', before: '', after: organisation.names.ro }] : []),
  ...(firstDay === null ? [] : [{ column: 'from', before: '', after: firstDay }]),
  ...(lastDay === null ? [] : [{ column: 'until', before: '', after: lastDay }]),
]

/** A role that ends at midnight was held to the day before it. */
const lastDayOf = (until: Date): Day => localDay(new Date(until.getTime() - 1))

const daysOf = (from: Date, until: Date | null): string =>
  `${localDay(from)} – ${until === null ? '…' : lastDayOf(until)}`
