import crypto from 'node:crypto'
import type { Names } from '../../../domain/index.ts'
import { emitEvent } from '../outbox/outbox.ts'
import type { Database, Store } from '../store/database.ts'

export interface Organisation {
  readonly id: string
  readonly county: string
  readonly cui: string | null
  readonly siruta: string | null
  readonly kind: string
  readonly names: Names
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
  readonly parentCui: string | null
  readonly demo: boolean
}

const selectOrganisations = (store: Store) =>
  store
    .selectFrom('organisation')
    .leftJoin('organisation as parent', 'parent.id', 'organisation.parent_id')
    .select([
      'organisation.id',
      'organisation.county',
      'organisation.cui',
      'organisation.siruta',
      'organisation.kind',
      'organisation.name_ro',
      'organisation.name_hu',
      'organisation.name_en',
      'organisation.demo',
      'parent.cui as parent_cui',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectOrganisations>['execute']>>[number]

const toOrganisation = (row: Row): Organisation => ({
  id: row.id,
  county: row.county,
  cui: row.cui,
  siruta: row.siruta,
  kind: row.kind,
  names: { ro: row.name_ro, hu: row.name_hu, en: row.name_en },
  parentCui: row.parent_cui,
  demo: row.demo,
})

export async function listOrganisations(store: Store): Promise<Organisation[]> {
  return (await selectOrganisations(store).orderBy('organisation.name_ro').execute()).map(toOrganisation)
}

export async function findOrganisation(
  store: Store,
  by: { cui: string } | { id: string },
): Promise<Organisation | null> {
  const query = selectOrganisations(store)
  const row = await ('cui' in by
    ? query.where('organisation.cui', '=', by.cui)
    : query.where('organisation.id', '=', by.id)
  ).executeTakeFirst()
  return row ? toOrganisation(row) : null
}

/** Adds institutions; a town hall that is known by its SIRUTA code gets its fiscal code. Returns their ids. */
export async function putOrganisations(
  db: Database,
  organisations: readonly NewOrganisation[],
  at: Date,
): Promise<string[]> {
  return db.transaction().execute(async store => {
    const ids: string[] = []
    for (const organisation of organisations) ids.push(await putOrganisation(store, organisation))
    await emitEvent(
      store,
      { id: crypto.randomUUID(), kind: ORGANISATIONS_CHANGED, aggregate: 'organisations', payload: {} },
      at,
    )
    return ids
  })
}

async function putOrganisation(store: Store, organisation: NewOrganisation): Promise<string> {
  const parent = organisation.parentCui
    ? await findOrganisation(store, { cui: organisation.parentCui })
    : null
  const existing = await store
    .selectFrom('organisation')
    .select(['id', 'cui'])
    .where(({ eb, or }) =>
      or([
        ...(organisation.cui ? [eb('cui', '=', organisation.cui)] : []),
        ...(organisation.siruta ? [eb('siruta', '=', organisation.siruta)] : []),
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
    parent_id: parent?.id ?? null,
    demo: organisation.demo,
  }
  const [found, ...others] = existing
  if (others.length > 0)
    throw new OrganisationConflict('The fiscal code and the SIRUTA code belong to two institutions.')
  if (!found) {
    const row = await store
      .insertInto('organisation')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  }
  if (found.cui && organisation.cui && found.cui !== organisation.cui)
    throw new OrganisationConflict(
      `The institution with this SIRUTA code already has the fiscal code ${found.cui}.`,
    )
  await store
    .updateTable('organisation')
    .set({ ...values, cui: organisation.cui ?? found.cui })
    .where('id', '=', found.id)
    .execute()
  return found.id
}

export class OrganisationConflict extends Error {}
