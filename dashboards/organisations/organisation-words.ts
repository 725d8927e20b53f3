import { addDays, type Language, localDay, ROLE_NAMES, type Role } from '../../domain/index.ts'
import type { OrganisationDetails, SessionUser } from '../api-types.ts'
import { formatDate, formatDay } from '../format/date.ts'
import type { Texts } from '../i18n/index.ts'

export const roleName = (role: Role, language: Language): string => ROLE_NAMES[role][language]

export const kindName = (kind: string, t: Texts): string => t.kinds[kind] ?? kind

const OWN_ONLY: readonly Role[] = ['reporter', 'approver', 'citizen']

/** Whether the person can open the page of the organisation: the office's people all of them, others their own. */
export const opensOrganisation = (user: SessionUser, id: string): boolean =>
  user.roles.some(role => !OWN_ONLY.includes(role)) || user.organisations.some(own => own.id === id)

/** The last day that something counts which ends at an instant: what ends at midnight counted the day before. */
const lastDayOf = (until: string): string => localDay(new Date(Date.parse(until) - 1))

/** From when to when a role or a deputy counts. */
export function periodOf(
  { from, until }: { from: string; until: string | null },
  language: Language,
  t: Texts,
): string {
  const words = t.organisation.members
  const first = formatDay(from, language)
  return until === null ? words.since(first) : words.period(first, formatDate(lastDayOf(until), language))
}

/** Days of which one or both may be open. */
export function daysOf(from: string | null, lastDay: string | null, language: Language, t: Texts): string {
  const words = t.organisation.history
  if (from !== null && lastDay !== null)
    return words.between(formatDate(from, language), formatDate(lastDay, language))
  if (from !== null) return words.since(formatDate(from, language))
  return lastDay === null ? words.always : words.until(formatDate(lastDay, language))
}

interface PastEntry {
  readonly key: string
  readonly days: string
  readonly text: string
  /** Has not begun on the day that is looked at. */
  readonly upcoming: boolean
}

/** What it was called and whom it belonged to, the newest first; empty where nothing changed that a reader of this language sees. */
export function historyOf(
  { past, parents, names, kind, on }: OrganisationDetails,
  language: Language,
  t: Texts,
): PastEntry[] {
  const words = t.organisation.history
  const called: { text: string; from: string | null; lastDay: string | null }[] = []
  for (const one of [...past, { names, kind, lastDay: null }]) {
    const text = words.named(one.names[language], kindName(one.kind, t))
    const before = called.at(-1)
    // The name has changed in another language only.
    if (before?.text === text) before.lastDay = one.lastDay
    else {
      const from = before?.lastDay ? addDays(before.lastDay, 1) : null
      called.push({ text, from, lastDay: one.lastDay })
    }
  }
  const belonged = parents.map(({ organisation, from, lastDay }) => ({
    text: words.parent(organisation.names[language]),
    from,
    lastDay,
  }))
  const isPlain =
    called.length === 1 && belonged.every(({ from, lastDay }) => from === null && lastDay === null)
  if (isPlain) return []
  return [...called, ...belonged]
    .sort((one, other) => (other.from ?? '').localeCompare(one.from ?? ''))
    .map(({ text, from, lastDay }) => ({
      key: `${text} ${from}`,
      text,
      days: daysOf(from, lastDay, language, t),
      upcoming: from !== null && from > on,
    }))
}
