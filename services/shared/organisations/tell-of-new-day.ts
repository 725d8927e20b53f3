import { sql } from 'kysely'
import { localDay } from '../../../domain/index.ts'
import type { Database } from '../store/database.ts'
import { ORGANISATIONS_CHANGED, tellOfOrganisations } from './organisations.ts'

/**
 * Has the warehouse take over the organisations when a parent began or ended, by its date alone, since it last did. True when
 * it is told; a change by hand tells of itself.
 */
export async function tellOfNewDay(db: Database, at: Date): Promise<boolean> {
  const today = localDay(at)
  return db.transaction().execute(async store => {
    // A change of parents that is under way tells of itself first.
    await sql`select pg_advisory_xact_lock(hashtextextended('organisation_parent', 0))`.execute(store)
    const last = await store
      .selectFrom('outbox_event')
      .select('created_at')
      .where('kind', '=', ORGANISATIONS_CHANGED)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst()
    // Days after the one of the last telling; null: it was never told, so every day is new.
    const since = last ? localDay(last.created_at) : null
    const turned = await store
      .selectFrom('organisation_parent')
      .select('id')
      .where(
        sql<boolean>`daterange(${since}::date, ${today}::date, '(]') @> valid_from
          or daterange(${since}::date, ${today}::date, '(]') @> valid_until`,
      )
      .limit(1)
      .executeTakeFirst()
    if (!turned) return false
    await tellOfOrganisations(store, at)
    return true
  })
}
