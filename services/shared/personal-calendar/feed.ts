import crypto from 'node:crypto'
import { isLanguage, type Language } from '../../../domain/index.ts'
import { recordOwnEvent } from '../audit/record-own-event.ts'
import type { Database, Store } from '../store/database.ts'

const hashOf = (token: string): string => crypto.createHash('sha256').update(token).digest('hex')

/** Opens a person's calendar to whoever has the token; an older token ends. Only its hash is kept. */
export async function openFeed(db: Database, person: string, at: Date): Promise<string> {
  const token = crypto.randomBytes(32).toString('base64url')
  const values = { token_hash: hashOf(token), created_at: at }
  await db.transaction().execute(async store => {
    await store
      .insertInto('calendar_feed')
      .values({ person, ...values })
      .onConflict(conflict => conflict.column('person').doUpdateSet(values))
      .execute()
    await recordOwnEvent(store, person, 'calendar.opened', at)
  })
  return token
}

export async function closeFeed(db: Database, person: string, at: Date): Promise<void> {
  await db.transaction().execute(async store => {
    await store.deleteFrom('calendar_feed').where('person', '=', person).execute()
    await recordOwnEvent(store, person, 'calendar.closed', at)
  })
}

export async function findFeed(store: Store, person: string): Promise<{ createdAt: Date } | null> {
  const row = await store
    .selectFrom('calendar_feed')
    .select('created_at')
    .where('person', '=', person)
    .executeTakeFirst()
  return row ? { createdAt: row.created_at } : null
}

/** Whose calendar a token opens, and in which language they read it. */
export async function readerOfFeed(
  store: Store,
  token: string,
): Promise<{ person: string; language: Language } | null> {
  const row = await store
    .selectFrom('calendar_feed')
    .innerJoin('auth_user', 'auth_user.id', 'calendar_feed.person')
    .select(['person', 'language'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  return row ? { person: row.person, language: isLanguage(row.language) ? row.language : 'ro' } : null
}
