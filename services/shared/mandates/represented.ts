import { localDay, type MandateBasis, type PrincipalKind } from '../../../domain/index.ts'
import type { Actor } from '../identity/actor.ts'
import type { Store } from '../store/database.ts'
import { openPrincipalName } from './principal.ts'

/** Whom a person may act for. */
export interface Represented {
  readonly mandate: string
  readonly principal: string
  readonly kind: PrincipalKind
  readonly cui: string | null
  readonly name: string | null
  readonly basis: MandateBasis
  readonly until: string | null
}

const activeMandates = (store: Store, person: string, at: Date) => {
  const today = localDay(at)
  return store
    .selectFrom('mandate')
    .where('mandate.person', '=', person)
    .where('mandate.state', '=', 'confirmed')
    .where('mandate.valid_from', '<=', today)
    .where(({ eb, or }) =>
      or([eb('mandate.valid_until', 'is', null), eb('mandate.valid_until', '>=', today)]),
    )
}

/** Whether the actor may act for a principal now. Asked at each request: access ends with the mandate. */
export async function mayActFor(
  store: Store,
  actor: Pick<Actor, 'id'>,
  principal: string,
  at: Date,
): Promise<boolean> {
  const row = await activeMandates(store, actor.id, at)
    .select('mandate.id')
    .where('mandate.principal', '=', principal)
    .executeTakeFirst()
  return row !== undefined
}

/** Everyone whom the person may act for now. */
export async function listRepresented(store: Store, person: string, at: Date): Promise<Represented[]> {
  const rows = await activeMandates(store, person, at)
    .innerJoin('principal', 'principal.id', 'mandate.principal')
    .select([
      'mandate.id',
      'principal',
      'principal.kind',
      'principal.cui',
      'principal_name',
      'basis',
      'valid_until',
    ])
    .orderBy('mandate.sequence')
    .execute()
  return Promise.all(
    rows.map(async row => ({
      mandate: row.id,
      principal: row.principal,
      kind: row.kind,
      cui: row.cui,
      name: await openPrincipalName(store, row.principal, row.principal_name),
      basis: row.basis,
      until: row.valid_until,
    })),
  )
}
