import crypto from 'node:crypto'
import { sql } from 'kysely'
import { addDays, localDay, type Names } from '../../../domain/index.ts'
import { emitEvent } from '../outbox/outbox.ts'
import type { Database, Store } from '../store/database.ts'
import { listParents, setParent } from './hierarchy.ts'

export interface Organisation {
  readonly id: string
  readonly county: string
  readonly cui: string | null
  readonly siruta: string | null
  /** SIRUTA code of the town or commune that it serves; null: the whole county. */
  readonly territory: string | null
  readonly kind: string
  readonly names: Names
  readonly parentId: string | null
  readonly parentCui: string | null
  readonly demo: boolean
}

export const ORGANISATIONS_CHANGED = 'organisations.changed'

export interface NewOrganisation {
  readonly county: string
  readonly cui: string | null
  readonly siruta: string | null
  readonly kind: string
  readonly names: Names
  /** Parent from now on; null leaves what is on record. */
  readonly parentCui: string | null
  readonly demo: boolean
}

/** With the parent of a day; null: of today, by the database's clock. */
const selectOrganisations = (store: Store, on: string | null) =>
  store
    .selectFrom('organisation')
    .leftJoin('organisation_parent as link', join =>
      join
        .onRef('link.organisation_id', '=', 'organisation.id')
        .on(
          sql<boolean>`daterange(link.valid_from, link.valid_until) @> coalesce(${on}::date, (now() at time zone 'Europe/Bucharest')::date)`,
        ),
    )
    .leftJoin('organisation as parent', 'parent.id', 'link.parent_id')
    .select([
      'organisation.id',
      'organisation.county',
      'organisation.cui',
      'organisation.siruta',
      'organisation.territory',
      'organisation.kind',
      'organisation.name_ro',
      'organisation.name_hu',
      'organisation.name_en',
      'organisation.demo',
      'link.parent_id',
      'parent.cui as parent_cui',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectOrganisations>['execute']>>[number]

const toOrganisation = (row: Row): Organisation => ({
  id: row.id,
  county: row.county,
  cui: row.cui,
  siruta: row.siruta,
  territory: row.territory,
  kind: row.kind,
  names: { ro: row.name_ro, hu: row.name_hu, en: row.name_en },
  parentId: row.parent_id,
  parentCui: row.parent_cui,
  demo: row.demo,
})

export async function listOrganisations(store: Store, on: string | null = null): Promise<Organisation[]> {
  const rows = await selectOrganisations(store, on).orderBy('organisation.name_ro').execute()
  const organisations = rows.map(toOrganisation)
  return on === null ? organisations : asOn(store, organisations, on)
}

export async function findOrganisation(
  store: Store,
  by: { cui: string } | { id: string },
  on: string | null = null,
): Promise<Organisation | null> {
  const query = selectOrganisations(store, on)
  const row = await ('cui' in by
    ? query.where('organisation.cui', '=', by.cui)
    : query.where('organisation.id', '=', by.id)
  ).executeTakeFirst()
  if (!row) return null
  const [organisation] = on === null ? [] : await asOn(store, [toOrganisation(row)], on)
  return organisation ?? toOrganisation(row)
}

/** The same organisations with what they were and were called on a day. */
async function asOn(store: Store, organisations: Organisation[], on: string): Promise<Organisation[]> {
  const past = await store
    .selectFrom('organisation_past')
    .selectAll()
    .where('valid_until', '>', on)
    .orderBy('valid_until', 'desc')
    .execute()
  // The one that ended first after the day is the one of the day: later rows of the list are put over earlier ones.
  const then = new Map(past.map(row => [row.organisation_id, row]))
  return organisations.map(organisation => {
    const row = then.get(organisation.id)
    return row
      ? { ...organisation, kind: row.kind, names: { ro: row.name_ro, hu: row.name_hu, en: row.name_en } }
      : organisation
  })
}

/** What an organisation was and was called before, each until its last day, the oldest first. */
export async function listPast(
  store: Store,
  organisationId: string,
): Promise<{ kind: string; names: Names; lastDay: string }[]> {
  const rows = await store
    .selectFrom('organisation_past')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('valid_until')
    .execute()
  return rows.map(row => ({
    kind: row.kind,
    names: { ro: row.name_ro, hu: row.name_hu, en: row.name_en },
    lastDay: addDays(row.valid_until, -1),
  }))
}

/** Adds institutions; a town hall that is known by its SIRUTA code gets its fiscal code. Returns their ids. */
export async function putOrganisations(
  db: Database,
  organisations: readonly NewOrganisation[],
  at: Date,
): Promise<string[]> {
  return db.transaction().execute(async store => {
    const ids: string[] = []
    for (const organisation of organisations) ids.push(await putOrganisation(store, organisation, at))
    await tellOfOrganisations(store, at)
    return ids
  })
}

/** Has the warehouse take over the organisations as they are after this transaction. */
export const tellOfOrganisations = (store: Store, at: Date): Promise<void> =>
  emitEvent(
    store,
    { id: crypto.randomUUID(), kind: ORGANISATIONS_CHANGED, aggregate: 'organisations', payload: {} },
    at,
  )

async function putOrganisation(store: Store, organisation: NewOrganisation, at: Date): Promise<string> {
  const parent = organisation.parentCui
    ? await findOrganisation(store, { cui: organisation.parentCui })
    : null
  const existing = await store
    .selectFrom('organisation')
    .select(['id', 'cui', 'territory'])
    .where(({ eb, or }) =>
      or([
        ...(organisation.cui ? [eb('cui', '=', organisation.cui)] : []),
        ...(organisation.siruta ? [eb('siruta', '=', organisation.siruta)] : []),
        // What has neither code, such as a department, is known by its kind and name.
        ...(organisation.cui || organisation.siruta
          ? []
          : [eb('kind', '=', organisation.kind).and('name_ro', '=', organisation.names.ro)]),
      ]),
    )
    .orderBy('cui')
    .execute()
  const values = {
    county: organisation.county,
    cui: organisation.cui,
    siruta: organisation.siruta,
    kind: organisation.kind,
    name_ro: organisation.names.ro,
    name_hu: organisation.names.hu,
    name_en: organisation.names.en,
    territory: organisation.siruta,
    demo: organisation.demo,
  }
  const [found, ...others] = existing
  if (others.length > 0)
    throw new OrganisationConflict('The fiscal code and the SIRUTA code belong to two institutions.')
  if (found?.cui && organisation.cui && found.cui !== organisation.cui)
    throw new OrganisationConflict(
      `The institution with this SIRUTA code already has the fiscal code ${found.cui}.`,
    )
  const { id } = found
    ? await store
        .updateTable('organisation')
        .set({
          ...values,
          cui: organisation.cui ?? found.cui,
          territory: organisation.siruta ?? found.territory,
        })
        .where('id', '=', found.id)
        .returning('id')
        .executeTakeFirstOrThrow()
    : await store.insertInto('organisation').values(values).returning('id').executeTakeFirstOrThrow()
  if (parent) await putParent(store, id, parent.id, at)
  return id
}

/** The first parent that is named was it since ever; another one is it from this day on. */
async function putParent(store: Store, id: string, parentId: string, at: Date): Promise<void> {
  const today = localDay(at)
  const parents = await listParents(store, id)
  const current = parents.find(
    ({ from, lastDay }) => (from === null || from <= today) && (lastDay === null || lastDay >= today),
  )
  if (current?.parentId === parentId) return
  const from = parents.length === 0 ? null : today
  if (!(await setParent(store, id, { parentId, from, lastDay: null })))
    throw new OrganisationConflict('The institution would be above itself.')
}

export class OrganisationConflict extends Error {}
