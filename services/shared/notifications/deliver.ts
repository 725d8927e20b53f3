import { isLanguage, type Language } from '../../../domain/index.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { Handover, MailTransport } from '../mail/transport.ts'
import { findCalendarEvent } from '../personal-calendar/events.ts'
import { writeIcs } from '../personal-calendar/write-ics.ts'
import type { Database, Store } from '../store/database.ts'
import type { Keyring } from '../vault/keyring.ts'
import { composeMail, type MailContent, type MailSite, pageUrl } from './compose-mail.ts'
import { findKind, messageOf } from './kinds.ts'
import { SETTINGS_PAGE, UNSUBSCRIBE_PAGE, unsubscribeToken } from './unsubscribe-token.ts'

export interface DeliveryTools {
  readonly db: Database
  readonly site: MailSite
  readonly transport: MailTransport
  readonly keyring: Keyring
  readonly now: () => Date
}

/** Seconds until the next attempt, by the attempts so far; after the last one it is given up, about four days later. */
const PAUSES = [2, 10, 60, 300, 900, 1800, 3600, 7200, ...Array<number>(22).fill(14_400)]

/** Kind of the mail that holds several notifications. */
export const DIGEST_KIND = 'digest'

type Row = NonNullable<Awaited<ReturnType<typeof findDelivery>>>

const findDelivery = (store: Store, id: string) =>
  store
    .selectFrom('delivery')
    .leftJoin('auth_user', 'auth_user.id', 'delivery.person')
    .selectAll('delivery')
    .select(['auth_user.name', 'auth_user.email as account_email', 'auth_user.language as account_language'])
    .where('delivery.id', '=', id)
    .executeTakeFirst()

/**
 * Hands one mail over and writes down what came of it. At least once: a crash between the two repeats it with the same
 * Message-ID. A mail that is done, or has gone with its person, is left alone.
 */
export async function deliver(tools: DeliveryTools, id: string): Promise<void> {
  const { db, now } = tools
  const row = await findDelivery(db, id)
  if (row?.state !== 'waiting') return
  if (row.valid_until && row.valid_until < now())
    return settle(tools, row, { outcome: 'refused', error: 'It was of no use any more.' }, 'gave_up')
  const messageId = row.message_id ?? `<${row.id}@${new URL(tools.site.publicUrl).hostname}>`
  if (!row.message_id)
    await db.updateTable('delivery').set({ message_id: messageId }).where('id', '=', id).execute()
  const result = await handOver(tools, row, messageId)
  await (result === null
    ? settle(tools, row, { outcome: 'refused', error: 'Everything in it was read.' }, 'gave_up')
    : settle(tools, row, result, 'failed'))
}

/** Null when the mail has nothing left to say. A mail that we can't write waits like one that can't be sent, and says why. */
async function handOver(tools: DeliveryTools, row: Row, messageId: string): Promise<Handover | null> {
  try {
    const content = await contentOf(tools, row, messageId)
    return content && (await tools.transport.hand(composeMail(tools.site, content), row.id))
  } catch (error) {
    return { outcome: 'later', error: error instanceof Error ? error.message : String(error) }
  }
}

async function contentOf(tools: DeliveryTools, row: Row, messageId: string): Promise<MailContent | null> {
  const { site, keyring } = tools
  const language = languageOf(row)
  const kind = findKind(row.kind)
  const token = row.person && kind && !kind.required ? unsubscribeToken(keyring, row.person, row.kind) : null
  const isDigest = row.kind === DIGEST_KIND
  const messages = isDigest
    ? await digestMessages(tools.db, row.id, language)
    : [{ ...messageOf(row.kind, row.params, language), link: row.link }]
  if (messages.length === 0) return null
  return {
    to: row.account_email ?? row.email ?? '',
    name: row.name,
    language,
    messageId,
    messages,
    isDigest,
    unsubscribe: token
      ? {
          oneClick: `${site.publicUrl}/api/notifications/unsubscribe?token=${token}`,
          page: pageUrl(site, language, `${UNSUBSCRIBE_PAGE}?token=${token}`),
        }
      : null,
    ...(await calendarOf(tools, row, language)),
    choices: row.person ? pageUrl(site, language, SETTINGS_PAGE) : null,
  }
}

/** The event that a mail is about, for the calendar program of its reader. */
async function calendarOf(
  { db, site }: DeliveryTools,
  row: Row,
  language: Language,
): Promise<Pick<MailContent, 'attachments'>> {
  const event =
    row.person && row.calendar_uid ? await findCalendarEvent(db, row.person, row.calendar_uid) : null
  if (!event) return {}
  const method = event.isCancelled ? 'CANCEL' : 'PUBLISH'
  const content = writeIcs([event], {
    language,
    publicUrl: site.publicUrl,
    name: site.name[language],
    method,
  })
  return {
    attachments: [
      { filename: 'event.ics', content, contentType: `text/calendar; charset=utf-8; method=${method}` },
    ],
  }
}

const languageOf = (row: Row): Language => {
  const language = row.account_language ?? row.language ?? ''
  return isLanguage(language) ? language : 'ro'
}

/** What a digest holds when it leaves: read ones are no news. */
async function digestMessages(store: Store, deliveryId: string, language: Language) {
  const rows = await store
    .selectFrom('notification')
    .select(['kind', 'params', 'link'])
    .where('delivery_id', '=', deliveryId)
    .where('read_at', 'is', null)
    .orderBy('sequence')
    .execute()
  return rows.map(row => ({ ...messageOf(row.kind, row.params, language), link: row.link }))
}

async function settle(
  { db, now }: DeliveryTools,
  row: Row,
  result: Handover,
  refusedState: 'failed' | 'gave_up',
): Promise<void> {
  const at = now()
  const attempts = row.attempts + 1
  const error = 'error' in result ? result.error : null
  const pause = PAUSES[row.attempts]
  await db.transaction().execute(async store => {
    const update = store.updateTable('delivery').where('id', '=', row.id)
    switch (result.outcome) {
      case 'sent': {
        const forget = findKind(row.kind)?.secret ? { params: '{}', link: null } : {}
        await update
          .set({
            ...forget,
            state: 'sent',
            attempts,
            last_error: null,
            next_attempt_at: null,
            settled_at: at,
          })
          .execute()
        return
      }
      case 'kept':
        await update.set({ state: 'kept', last_error: null, next_attempt_at: null }).execute()
        return
      case 'refused':
        await update
          .set({ state: refusedState, attempts, last_error: error, next_attempt_at: null, settled_at: at })
          .execute()
        return
      case 'later':
        if (pause === undefined) {
          await update
            .set({ state: 'gave_up', attempts, last_error: error, next_attempt_at: null, settled_at: at })
            .execute()
          return
        }
        await update
          .set({ attempts, last_error: error, next_attempt_at: new Date(at.getTime() + pause * 1000) })
          .execute()
        await enqueue(store, 'mail', { delivery: row.id }, pause)
    }
  })
}

/** After a mail server was set: what was kept in files, and what has lost its job, goes on its way. Returns how many. */
export async function resumeDeliveries(db: Database, sends: boolean, at: Date): Promise<number> {
  const hourAgo = new Date(at.getTime() - 3_600_000)
  return db.transaction().execute(async store => {
    const rows = await store
      .updateTable('delivery')
      .set({ state: 'waiting', next_attempt_at: at })
      .where(({ eb, or, and }) =>
        or([
          and([eb('state', '=', 'waiting'), eb('next_attempt_at', '<', hourAgo)]),
          ...(sends ? [eb('state', '=', 'kept')] : []),
        ]),
      )
      .returning('id')
      .execute()
    for (const { id } of rows) await enqueue(store, 'mail', { delivery: id })
    return rows.length
  })
}
