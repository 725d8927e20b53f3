import { sql } from 'kysely'
import {
  addDays,
  CONTACT_KINDS,
  type OrganisationContacts,
  type RecordedOrganisation,
} from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

/** All organisations with their parents through time, by Romanian name. */
export async function recordedOrganisations(store: Store): Promise<RecordedOrganisation[]> {
  const rows = await organisationRows(store)
  const parents = await store
    .selectFrom('organisation_parent')
    .select(['organisation_id', 'parent_id', 'valid_from', 'valid_until'])
    .orderBy(sql`valid_from nulls first`)
    .execute()
  const published = await store
    .selectFrom('submission')
    .select('organisation_id')
    .distinct()
    .where('publication', 'is not', null)
    .execute()
  const publishing = new Set(published.map(row => row.organisation_id))
  const periods = ofOrganisations(parents)
  return rows.map(row => ({
    ...valuesOf(row),
    id: row.id,
    territory: row.territory,
    published: publishing.has(row.id),
    parents: (periods.get(row.id) ?? []).map(period => ({
      parent: period.parent_id,
      from: period.valid_from,
      lastDay: period.valid_until && addDays(period.valid_until, -1),
    })),
  }))
}

/** All organisations with their contacts. */
export async function organisationsWithContacts(store: Store): Promise<OrganisationContacts[]> {
  const rows = await organisationRows(store)
  const contacts = await store
    .selectFrom('organisation_contact')
    .select(['organisation_id', 'kind', 'value', 'label'])
    .orderBy('position')
    .execute()
  const byOrganisation = ofOrganisations(contacts)
  return rows.map(row => ({
    ...valuesOf(row),
    key: row.id,
    contacts: (byOrganisation.get(row.id) ?? []).flatMap(({ kind, value, label }) => {
      const known = CONTACT_KINDS.find(one => one === kind)
      return known ? [{ kind: known, value, label }] : []
    }),
  }))
}

function ofOrganisations<Row extends { readonly organisation_id: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const known = found.get(row.organisation_id)
    if (known) known.push(row)
    else found.set(row.organisation_id, [row])
  }
  return found
}

const organisationRows = (store: Store) =>
  store
    .selectFrom('organisation')
    .select(['id', 'cui', 'siruta', 'territory', 'kind', 'name_ro', 'name_hu', 'name_en'])
    .orderBy('name_ro')
    .orderBy('id')
    .execute()

type Row = Awaited<ReturnType<typeof organisationRows>>[number]

const valuesOf = ({ cui, siruta, kind, name_ro, name_hu, name_en }: Row) => ({
  cui,
  siruta,
  kind,
  names: { ro: name_ro, hu: name_hu, en: name_en },
})
