import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAttachments } from '../../api/instance/attachments.ts'
import { type ClamdServer, EICAR, startClamd } from '../support/clamd-server.ts'
import { sendAttachment } from '../support/send-attachment.ts'
import { type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

/** Files that were taken while no scanner was set up, and the day on which one is. */
let running: TestSystem
let clamd: ClamdServer
let citizen: Client
beforeAll(async () => {
  running = await openTestSystem([])
  clamd = await startClamd()
  citizen = await signedIn(running.app, 'citizen@demo')
})
afterAll(async () => {
  await clamd.close()
  await running.close()
})

/** As the next start opens it, with the setting. */
async function startWith(clamdUrl: string, log: string[] = []): Promise<void> {
  const { config, db, keyring } = running.system
  const attachments = await openAttachments({
    config: { ...config, clamdUrl },
    ...{ db, keyring, now: () => new Date(), log: (line: string) => void log.push(line) },
  })
  await attachments.checks.idle()
  await attachments.close()
}

const stateOf = async (id: string) => {
  const { state, scan } = await citizen.json<{ state: string; scan: string }>(`/api/attachments/${id}`)
  return [state, scan, (await citizen.request(`/api/attachments/${id}/content`)).status]
}

test('are scanned then: what is infected is handed out no more', async () => {
  const clean = await sendAttachment(citizen, 'bun.txt', Buffer.from('Un text.'))
  const infected = await sendAttachment(citizen, 'rau.txt', Buffer.from(EICAR))
  const before = ['ready', 'not_scanned', 200]
  expect([await stateOf(clean.id), await stateOf(infected.id)]).toEqual([before, before])

  const log: string[] = []
  await startWith('tcp://127.0.0.1:9', log)
  expect(log.length).toBeGreaterThan(0)
  expect([await stateOf(clean.id), await stateOf(infected.id)]).toEqual([before, before])

  await startWith(clamd.url)
  expect(await stateOf(clean.id)).toEqual(['ready', 'clean', 200])
  expect(await stateOf(infected.id)).toEqual(['infected', 'infected', 409])
  expect(clamd.scanned()).toBe(2)
  const events = await running.system.db
    .selectFrom('audit_event')
    .select(['action', 'detail'])
    .where('action', 'in', ['attachment.scanned', 'attachment.infected'])
    .orderBy('action')
    .execute()
  expect(events.map(({ action }) => action)).toEqual(['attachment.infected', 'attachment.scanned'])

  await startWith(clamd.url)
  expect(clamd.scanned()).toBe(2)
})
