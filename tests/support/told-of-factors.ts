import type { Database } from '../../services/index.ts'

/** What the owner of an account was told, by mail and in the inbox, of changes of its ways in: the newest first. */
export async function toldOfFactors(db: Database, email: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notification')
    .innerJoin('auth_user', 'auth_user.id', 'notification.person')
    .innerJoin('delivery as mail', 'mail.id', 'notification.delivery_id')
    .select('notification.params')
    .where('auth_user.email', '=', email)
    .where('notification.kind', '=', 'account.factor_changed')
    .orderBy('notification.sequence', 'desc')
    .execute()
  return rows.map(({ params }) => `${params.change} ${params.name}`.trim())
}
