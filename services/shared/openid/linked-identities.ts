import crypto from 'node:crypto'
import type { Store } from '../store/database.ts'
import type { OidcClaims } from './client.ts'

/** An identity of a provider that opens a person's account. */
export interface LinkedIdentity {
  readonly id: string
  readonly provider: string
  readonly email: string | null
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** Whose account an identity opens, or null; notes the use. */
export async function findLinkedPerson(
  store: Store,
  { issuer, subject }: Pick<OidcClaims, 'issuer' | 'subject'>,
  now: Date,
): Promise<string | null> {
  const row = await store
    .updateTable('linked_identity')
    .set({ last_used_at: now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('user_id')
    .executeTakeFirst()
  return row?.user_id ?? null
}

/** False when the identity opens an account already, whoever's. */
export async function linkIdentity(
  store: Store,
  link: { userId: string; provider: string; claims: OidcClaims },
  now: Date,
): Promise<boolean> {
  const row = await store
    .insertInto('linked_identity')
    .values({
      id: crypto.randomUUID(),
      user_id: link.userId,
      issuer: link.claims.issuer,
      subject: link.claims.subject,
      provider: link.provider,
      email: link.claims.verifiedEmail,
      created_at: now,
      last_used_at: null,
    })
    .onConflict(conflict => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function listLinkedIdentities(store: Store, userId: string): Promise<LinkedIdentity[]> {
  const rows = await store
    .selectFrom('linked_identity')
    .select(['id', 'provider', 'email', 'created_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    provider: row.provider,
    email: row.email,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** The provider that it was of; null when the person has no such link. */
export async function unlinkIdentity(store: Store, userId: string, id: string): Promise<string | null> {
  const row = await store
    .deleteFrom('linked_identity')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning('provider')
    .executeTakeFirst()
  return row?.provider ?? null
}
