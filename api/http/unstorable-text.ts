import type { Context } from 'hono'

/** PostgreSQL's codes for a text, and for JSON, with the character U+0000, which none of its texts can hold. */
const REFUSED: ReadonlySet<unknown> = new Set(['22021', '22P05'])

/** Whether a query failed because of a character that only a crafted request brings. */
export const isUnstorable = (error: Error): boolean => 'code' in error && REFUSED.has(error.code)

/** The same in an address, before an answer that is sent as it is read has begun. */
export const hasUnstorableUrl = (c: Context): boolean => c.req.url.includes('%00')
