import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../../../tests/support/mail-server.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { fileTransport, smtpTransport } from '../mail/transport.ts'
import { createKeyring } from '../vault/keyring.ts'
import { type DeliveryTools, deliver, resumeDeliveries } from './deliver.ts'
import { notify } from './notify.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let mail: MailServer
let tools: DeliveryTools
const now = new Date('2026-07-01T10:00:00Z')
beforeAll(async () => {
  database = await createTestDatabase()
  mail = await startMailServer()
  tools = {
    db: database.db,
    site: {
      name: { ro: 'Județ', hu: 'Megye', en: 'County' },
      publicUrl: 'https://judet.example',
      from: 'no-reply@judet.example',
    },
    transport: smtpTransport(mail.url),
    keyring: createKeyring('a secret of the test'),
    now: () => now,
  }
})
afterAll(async () => {
  tools.transport.close()
  await mail.stop()
  await database.close()
})

async function waiting(email: string) {
  const params = { file: 'x.csv', institution: null, periodEnd: null }
  await notify(database.db, { to: { email, language: 'en' }, kind: 'report.failed', params }, now)
  return stateOf(email)
}

const stateOf = (email: string) =>
  database.db.selectFrom('delivery').selectAll().where('email', '=', email).executeTakeFirstOrThrow()

const jobsFor = async (id: string) => {
  const { rows } = await sql<{ wait: number }>`
    select extract(epoch from start_after - created_on)::int as wait from pgboss.job
    where data->>'delivery' = ${id} order by start_after`.execute(database.db)
  return rows.map(row => row.wait)
}

test('a refusal for now is tried again, after pauses that grow', async () => {
  const { id } = await waiting('busy@example.ro')
  mail.refuseWith(451)
  await deliver(tools, id)
  expect(await stateOf('busy@example.ro')).toMatchObject({ state: 'waiting', attempts: 1 })
  await deliver(tools, id)
  expect(await stateOf('busy@example.ro')).toMatchObject({
    state: 'waiting',
    attempts: 2,
    last_error: expect.stringContaining('451'),
    next_attempt_at: new Date(now.getTime() + 10_000),
  })
  expect(await jobsFor(id)).toEqual([0, 2, 10])
  mail.refuseWith(null)
  await deliver(tools, id)
  expect(await stateOf('busy@example.ro')).toMatchObject({ state: 'sent', attempts: 3, settled_at: now })
  expect(mail.mails.at(-1)?.messageId).toBe(`<${id}@judet.example>`)
})

test('a refusal for good is final', async () => {
  const { id } = await waiting('nobody@example.ro')
  mail.refuseWith(550)
  await deliver(tools, id)
  mail.refuseWith(null)
  await deliver(tools, id)
  expect(await stateOf('nobody@example.ro')).toMatchObject({
    state: 'failed',
    attempts: 1,
    last_error: expect.stringContaining('550'),
  })
  expect(mail.mails.flatMap(({ envelope }) => envelope.to)).not.toContain('nobody@example.ro')
})

test('a wrong login of the installation is no fault of the mail', async () => {
  const { id } = await waiting('patient@example.ro')
  const locked = await startMailServer({ user: 'county', password: 'right' })
  const transport = smtpTransport(locked.url.replace('right', 'wrong'))
  await deliver({ ...tools, transport }, id)
  transport.close()
  await locked.stop()
  expect(await stateOf('patient@example.ro')).toMatchObject({ state: 'waiting', attempts: 1 })
})

test('without a mail server a mail is kept as a file, and sent when there is one', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-county-mail-'))
  const { id } = await waiting('kept@example.ro')
  await deliver({ ...tools, transport: fileTransport(folder) }, id)
  expect(await stateOf('kept@example.ro')).toMatchObject({ state: 'kept', attempts: 0 })
  const kept = await simpleParser(fs.readFileSync(path.join(folder, `${id}.eml`)))
  expect(kept).toMatchObject({ subject: 'Not processed: x.csv', messageId: `<${id}@judet.example>` })
  await resumeDeliveries(database.db, true, now)
  await deliver(tools, id)
  expect((await mail.waitFor('kept@example.ro')).messageId).toBe(kept.messageId)
  fs.rmSync(folder, { recursive: true })
})
