import fs from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headsFile, noteHead, readHeads } from '../../api/instance/audit-heads.ts'
import { lastCheck, recordEvent } from '../../services/index.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const AUDITOR = 'auditor@outside.example'
let mail: MailServer
let running: TestSystem
let today = new Date('2026-07-01T08:00:00Z')
beforeAll(async () => {
  mail = await startMailServer()
  running = await openTestSystem([{ cui: '4245747', name: 'Miercurea Ciuc' }], {
    environment: { SMTP_URL: mail.url, AUDIT_HEAD_TO: AUDITOR },
    now: () => today,
  })
})
afterAll(async () => {
  await running.close()
  await mail.stop()
})

interface Report {
  links: number
  writtenHeads: number
  head: { number: number; hash: string }
  broken: { number: number; fault: string } | null
}

const verify = async (): Promise<Report> => {
  const answer = await running.app.request(
    '/api/control/verify',
    { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
    { local: true },
  )
  expect(answer.status).toBe(200)
  return (await answer.json()) as Report
}

const record = (subjectId: string) =>
  recordEvent(running.system.db, {
    at: today,
    actor: 'system',
    action: 'account.changed',
    subjectKind: 'x',
    subjectId,
    detail: {},
  })

test('the head of each day is mailed and written down once', async () => {
  const { audit, config } = running.system
  today = new Date('2026-07-02T05:00:00Z')
  await noteHead(audit)
  await noteHead(audit)
  await record('a')
  today = new Date('2026-07-03T05:00:00Z')
  await noteHead(audit)
  const heads = (await readHeads(config.dataFolder)).slice(-2)
  expect(heads.map(head => head.at.toISOString().slice(0, 10))).toEqual(['2026-07-02', '2026-07-03'])
  expect((heads[1]?.number ?? 0) - (heads[0]?.number ?? 0)).toBe(1)
  for (const head of heads) {
    const received = await mail.waitFor(AUDITOR, ({ text }) => text?.includes(head.hash) === true)
    expect(received.subject).toBe(`Amprenta jurnalului de audit: ${head.number}`)
  }
  expect(await verify()).toMatchObject({
    broken: null,
    head: heads[1] && { number: heads[1].number, hash: heads[1].hash },
  })
})

test('a line that a crash cut off disturbs neither the next head nor a check', async () => {
  const { audit, config } = running.system
  fs.appendFileSync(headsFile(config.dataFolder), '2026-07-03T05:00:00.000Z 12 abc')
  today = new Date('2026-07-04T05:00:00Z')
  await noteHead(audit)
  expect((await readHeads(config.dataFolder)).at(-1)?.at).toEqual(today)
  expect((await verify()).broken).toBeNull()
})

test('the outside can ask for no check', async () => {
  const answer = await running.app.request('/api/control/verify', { method: 'POST', body: '{}' })
  expect(answer.status).toBe(404)
})

test('what the owner of the database changes is found, and the outcome is kept', async () => {
  const { number } = (await verify()).head
  const owner = new pg.Client({ connectionString: running.system.config.databaseUrl ?? '' })
  await owner.connect()
  try {
    await owner.query(
      `update audit_event set detail = '{"x":1}' where id = (select event from audit_link where number = $1)`,
      [number],
    )
  } finally {
    await owner.end()
  }
  expect((await verify()).broken).toEqual({ number, fault: 'content_changed' })
  expect((await lastCheck(running.system.db))?.broken).toEqual({ number, fault: 'content_changed' })
})
