import crypto from 'node:crypto'
import type { Language } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'
import type { LinkPurpose } from './tables.ts'

const HOURS: Record<LinkPurpose, number> = { sign_up: 24, password_reset: 1, email_change: 24, unlock: 24 }
/** Mails of one purpose to one address in an hour: each may go to somebody who did not ask for it. */
const MOST_IN_AN_HOUR = 3
const HOUR_MS = 3_600_000

export interface MailLink {
  readonly purpose: LinkPurpose
  /** Null before the account exists. */
  readonly userId: string | null
  readonly email: string
  readonly language: Language
  readonly expiresAt: Date
}

const hashOf = (token: string): string => crypto.createHash('sha256').update(token).digest('hex')

/** Makes the secret of a link for a mail; null when the address was sent enough of them. */
export async function makeLink(
  store: Store,
  link: Omit<MailLink, 'expiresAt'>,
  at: Date,
): Promise<string | null> {
  const { count } = await store
    .selectFrom('account_link')
    .select(eb => eb.fn.countAll<string>().as('count'))
    .where('email', '=', link.email)
    .where('purpose', '=', link.purpose)
    .where('created_at', '>', new Date(at.getTime() - HOUR_MS))
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_IN_AN_HOUR) return null
  const token = crypto.randomBytes(32).toString('base64url')
  await store
    .insertInto('account_link')
    .values({
      token_hash: hashOf(token),
      purpose: link.purpose,
      user_id: link.userId,
      email: link.email,
      language: link.language,
      created_at: at,
      expires_at: new Date(at.getTime() + HOURS[link.purpose] * HOUR_MS),
    })
    .execute()
  return token
}

const COLUMNS = ['purpose', 'user_id', 'email', 'language', 'expires_at'] as const

const toLink = (row: {
  purpose: LinkPurpose
  user_id: string | null
  email: string
  language: Language
  expires_at: Date
}): MailLink => ({
  purpose: row.purpose,
  userId: row.user_id,
  email: row.email,
  language: row.language,
  expiresAt: row.expires_at,
})

/** What a link is good for, without using it: programs that look into mails open links too. */
export async function findLink(store: Store, token: string, at: Date): Promise<MailLink | null> {
  const row = await store
    .selectFrom('account_link')
    .select(COLUMNS)
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row ? toLink(row) : null
}

/**
 * Ends what was mailed to let somebody into the account or move it to another address. Once its password or its address has
 * changed, whoever asked for those may be the one who was to be kept out.
 */
export async function endLinks(store: Store, userId: string): Promise<void> {
  await store
    .deleteFrom('account_link')
    .where('user_id', '=', userId)
    .where('purpose', 'in', ['password_reset', 'email_change'])
    .execute()
}

/** Uses a link, once. */
export async function takeLink(
  store: Store,
  purpose: LinkPurpose,
  token: string,
  at: Date,
): Promise<MailLink | null> {
  const row = await store
    .deleteFrom('account_link')
    .where('token_hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', at)
    .returning(COLUMNS)
    .executeTakeFirst()
  return row ? toLink(row) : null
}
