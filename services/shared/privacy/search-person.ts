import crypto from 'node:crypto'
import { sql } from 'kysely'
import type { Cnp } from '../../../domain/index.ts'
import { recordEvent } from '../audit/record-event.ts'
import { type ActedBy, inPlaceOf } from '../identity/actor.ts'
import type { Database, Store } from '../store/database.ts'
import { cnpMac } from '../vault/cnp-mac.ts'
import type { PersonRecord } from './processing.ts'
import { REGISTER } from './register.ts'

/** Far above what an official needs for the cases at hand, far below what a list of people takes. */
const MOST_IN = [
  { ms: 60 * 60_000, searches: 30 },
  { ms: 24 * 60 * 60_000, searches: 150 },
] as const
const SEARCHED = 'person.searched'

export type PersonSearch =
  | { readonly outcome: 'searched'; readonly records: readonly PersonRecord[] }
  | { readonly outcome: 'too_many'; readonly waitMs: number }

/**
 * Finds what every capability keeps under a personal number. The search is in the audit before its answer is given, with the
 * reason sealed under the key of who searched, and without the number, whether it was found or not.
 */
export async function searchPerson(
  db: Database,
  search: { readonly cnp: Cnp; readonly reason: string; readonly by: ActedBy; readonly at: Date },
): Promise<PersonSearch> {
  const { cnp, reason, by, at } = search
  return db.transaction().execute(async store => {
    // One at a time for a person, so that the counts hold.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`person search ${by.person}`}, 0))`.execute(
      store,
    )
    const waitMs = await waitOf(store, by.person, at)
    if (waitMs > 0) return { outcome: 'too_many', waitMs }
    const mac = cnpMac(store, cnp)
    const records: PersonRecord[] = []
    const found: string[] = []
    for (const { cnp: column } of REGISTER) {
      if (!column) continue
      const { table, mac: name } = column
      const { rows } = await sql<{
        id: string
      }>`select id::text as id from ${sql.table(table)} where ${sql.ref(name)} = ${mac} order by id`.execute(
        store,
      )
      const ids = rows.map(({ id }) => id)
      found.push(...ids.map(id => `${table} ${id}`))
      if (ids.length > 0) records.push(...(await column.describe(store, ids, at)))
    }
    await recordEvent(store, {
      at,
      actor: by.person,
      action: SEARCHED,
      subjectKind: 'person-search',
      subjectId: crypto.randomUUID(),
      detail: { found, records: records.length, ...inPlaceOf(by) },
      personal: { person: by.person, detail: { reason } },
    })
    return { outcome: 'searched', records }
  })
}

/** How long the person has to wait until the next search; the audit is the count, so that no restart forgets it. */
async function waitOf(store: Store, person: string, at: Date): Promise<number> {
  let wait = 0
  for (const { ms, searches } of MOST_IN) {
    const oldest = await store
      .selectFrom('audit_event')
      .select('at')
      .where('actor', '=', person)
      .where('action', '=', SEARCHED)
      .where('at', '>', new Date(at.getTime() - ms))
      .orderBy('at', 'desc')
      .offset(searches - 1)
      .limit(1)
      .executeTakeFirst()
    if (oldest) wait = Math.max(wait, oldest.at.getTime() + ms - at.getTime())
  }
  return wait
}
