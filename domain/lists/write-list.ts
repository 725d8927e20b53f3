import type { Language } from '../language.ts'
import { ORGANISATION_KINDS } from '../organisation-kind.ts'
import { ORGANISATION_KIND_NAMES } from '../organisation-kind-names.ts'
import { referenceTo } from './known-organisations.ts'
import { LIST_COLUMNS, type ListKind } from './list-columns.ts'
import type { RecordedOrganisation } from './plan-organisations.ts'

const header = (kind: ListKind, language: Language): string[] =>
  LIST_COLUMNS[kind].map(({ names }) => names[language])

/** An empty list with one row that shows how it is filled in. */
export const listTemplate = (kind: ListKind, language: Language): string[][] => [
  header(kind, language),
  LIST_COLUMNS[kind].map(({ example }) => example[language]),
]

/** The organisations on record in the columns of their list: a row for each, and one more for each further parent. */
export function writeOrganisations(
  organisations: readonly RecordedOrganisation[],
  language: Language,
): string[][] {
  const byId = new Map(organisations.map(one => [one.id, one]))
  const rows = organisations.flatMap(one => {
    const kind = ORGANISATION_KINDS.find(known => known === one.kind)
    const values: Record<string, string> = {
      siruta: one.siruta ?? '',
      cui: one.cui ?? '',
      kind: kind ? ORGANISATION_KIND_NAMES[kind][language] : one.kind,
      name_ro: one.names.ro,
      name_hu: one.names.hu,
      name_en: one.names.en,
      // A blank would be filled in for a town that is added.
      territory: one.territory ?? '-',
    }
    const parents = one.parents.map(({ parent, from, lastDay }) => {
      const above = byId.get(parent)
      return {
        parent: above ? referenceTo(above) : '',
        parent_from: from ?? '',
        parent_until: lastDay ?? '',
      }
    })
    return (parents.length === 0 ? [{}] : parents).map(period => ({ ...values, ...period }))
  })
  return [
    header('organisations', language),
    ...rows.map(row => LIST_COLUMNS.organisations.map(({ id }) => (row as Record<string, string>)[id] ?? '')),
  ]
}
