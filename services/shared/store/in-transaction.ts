import type { Transaction } from 'kysely'
import type { Database, Store } from './database.ts'
import type { Schema } from './schema.ts'

/** Runs in the caller's transaction, or in one of its own when the caller has none. */
export function inTransaction<T>(store: Store, run: (store: Transaction<Schema>) => Promise<T>): Promise<T> {
  return store.isTransaction
    ? run(store as Transaction<Schema>)
    : (store as Database).transaction().execute(run)
}
