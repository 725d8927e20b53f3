import { sql } from 'kysely'
import { type AuditAction, localDay, type Names, placeOfKind } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import { type ActedBy, inPlaceOf } from '../identity/actor.ts'
import type { Store } from '../store/database.ts'
import { tellOfOrganisations } from './organisations.ts'

export interface OrganisationInput {
  readonly cui: string | null
  readonly siruta: string | null
  readonly territory: string | null
  readonly kind: string
  readonly names: Names
}

export type OrganisationRefusal =
  | 'cui_taken'
  | 'siruta_taken'
  /** Published reports stand under the fiscal code. */
  | 'cui_published'
  /** A department has other roles than an institution. */
  | 'kind_fixed'
  /** The day lies in the future, or not after the last change. */
  | 'day_wrong'

export type OrganisationPut =
  | { readonly outcome: 'put'; readonly id: string; readonly changed: boolean }
  | { readonly outcome: 'refused'; readonly reason: OrganisationRefusal }

/** Who changes many at once tells of them once, at the end. */
type Tell = (store: Store, at: Date) => Promise<void>

const refused = (reason: OrganisationRefusal): OrganisationPut => ({ outcome: 'refused', reason })

/** Adds an organisation of the county. */
export async function addOrganisation(
  store: Store,
  input: OrganisationInput & { readonly county: string },
  by: ActedBy,
  at: Date,
  tell: Tell = tellOfOrganisations,
): Promise<OrganisationPut> {
  const taken = await takenCode(store, null, input)
  if (taken) return refused(taken)
  const { names, ...rest } = input
  const { id } = await store
    .insertInto('organisation')
    .values({ ...rest, name_ro: names.ro, name_hu: names.hu, name_en: names.en, demo: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  await closeProposals(store, input.cui, by, at)
  await recordOrganisation(store, 'organisation.added', id, input, by, at)
  await tell(store, at)
  return { outcome: 'put', id, changed: true }
}

/** Changes an organisation; what it was called and what it was until the day is kept. */
export async function changeOrganisation(
  store: Store,
  id: string,
  input: OrganisationInput & { readonly from: string },
  by: ActedBy,
  at: Date,
  tell: Tell = tellOfOrganisations,
): Promise<OrganisationPut> {
  const taken = await takenCode(store, id, input)
  if (taken) return refused(taken)
  const row = await store
    .selectFrom('organisation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.cui !== null && row.cui !== input.cui && (await isPublished(store, id)))
    return refused('cui_published')
  if (placeOfKind(row.kind) !== placeOfKind(input.kind)) return refused('kind_fixed')
  const { names } = input
  const renamed =
    row.kind !== input.kind ||
    row.name_ro !== names.ro ||
    row.name_hu !== names.hu ||
    row.name_en !== names.en
  const sameCodes = row.cui === input.cui && row.siruta === input.siruta && row.territory === input.territory
  if (!renamed && sameCodes) return { outcome: 'put', id, changed: false }
  if (renamed && !(await keepPast(store, row, input.from, at))) return refused('day_wrong')
  await store
    .updateTable('organisation')
    .set({
      cui: input.cui,
      siruta: input.siruta,
      territory: input.territory,
      kind: input.kind,
      name_ro: names.ro,
      name_hu: names.hu,
      name_en: names.en,
    })
    .where('id', '=', id)
    .execute()
  if (row.cui !== input.cui) await closeProposals(store, input.cui, by, at)
  await recordOrganisation(store, 'organisation.changed', id, input, by, at)
  await tell(store, at)
  return { outcome: 'put', id, changed: true }
}

async function recordOrganisation(
  store: Store,
  action: AuditAction,
  id: string,
  { cui, siruta, territory, kind, names }: OrganisationInput,
  by: ActedBy,
  at: Date,
): Promise<void> {
  await recordEvent(store, {
    at,
    actor: by.person,
    action,
    subjectKind: 'organisation',
    subjectId: id,
    detail: { cui, siruta, territory, kind, names, ...inPlaceOf(by) },
  })
}

/** Changes of organisations are rare: one after the other, so that a code is never given twice. */
export async function lockOrganisations(store: Store): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('organisation', 0))`.execute(store)
}

async function takenCode(
  store: Store,
  id: string | null,
  { cui, siruta }: OrganisationInput,
): Promise<OrganisationRefusal | null> {
  await lockOrganisations(store)
  if (cui === null && siruta === null) return null
  const others = await store
    .selectFrom('organisation')
    .select(['id', 'cui', 'siruta'])
    .where(({ eb, or }) => or([eb('cui', '=', cui), eb('siruta', '=', siruta)]))
    .execute()
  const other = others.find(row => row.id !== id)
  if (!other) return null
  return other.cui !== null && other.cui === cui ? 'cui_taken' : 'siruta_taken'
}

async function isPublished(store: Store, id: string): Promise<boolean> {
  const row = await store
    .selectFrom('submission')
    .select('id')
    .where('organisation_id', '=', id)
    .where('publication', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

interface Named {
  readonly id: string
  readonly kind: string
  readonly name_ro: string
  readonly name_hu: string
  readonly name_en: string
}

async function keepPast(store: Store, row: Named, from: string, at: Date): Promise<boolean> {
  if (from > localDay(at)) return false
  const last = await store
    .selectFrom('organisation_past')
    .select(({ fn }) => fn.max('valid_until').as('valid_until'))
    .where('organisation_id', '=', row.id)
    .executeTakeFirst()
  if (last?.valid_until && last.valid_until > from) return false
  // Corrected on the same day: what was before that day stays what it was.
  if (last?.valid_until === from) return true
  const { kind, name_ro, name_hu, name_en } = row
  await store
    .insertInto('organisation_past')
    .values({ organisation_id: row.id, valid_until: from, kind, name_ro, name_hu, name_en })
    .execute()
  return true
}

/** A fiscal code that has found its organisation is proposed no more. */
async function closeProposals(store: Store, cui: string | null, by: ActedBy, at: Date): Promise<void> {
  if (cui === null) return
  await store
    .updateTable('cui_proposal')
    .set({ decided_at: at, decided_by: by.person, decision: 'confirmed' })
    .where('cui', '=', cui)
    .where('decided_at', 'is', null)
    .execute()
}
