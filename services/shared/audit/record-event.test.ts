import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { recordEvent } from './record-event.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const event = {
  at: new Date('2026-07-01T10:00:00Z'),
  actor: 'reporter@4245747.demo',
  action: 'submission.received',
  subjectKind: 'submission',
  subjectId: 'a',
  detail: { fileName: 'x.xlsx' },
}

test('appends an event', async () => {
  await recordEvent(database.db, event)
  const rows = await database.db.selectFrom('audit_event').selectAll().execute()
  expect(rows).toMatchObject([
    { actor: event.actor, action: event.action, at: event.at, detail: { fileName: 'x.xlsx' } },
  ])
})

test("the application's role can neither change nor delete what was written", async () => {
  await expect(database.db.updateTable('audit_event').set({ actor: 'nobody' }).execute()).rejects.toThrow(
    /permission denied/,
  )
  await expect(database.db.deleteFrom('audit_event').execute()).rejects.toThrow(/permission denied/)
})
