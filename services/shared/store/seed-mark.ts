import type { Store } from './database.ts'

const MARK = 'seeded'

/** Whether the samples were loaded completely. */
export async function isSeeded(store: Store): Promise<boolean> {
  const row = await store.selectFrom('counter').select('value').where('name', '=', MARK).executeTakeFirst()
  return row !== undefined
}

export async function markSeeded(store: Store): Promise<void> {
  await store
    .insertInto('counter')
    .values({ name: MARK, value: '1' })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
