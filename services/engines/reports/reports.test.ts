import crypto from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bani, type Cui, type ExecutionReport } from '../../../domain/index.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { asItself } from '../../shared/identity/actor.ts'
import { putOrganisations } from '../../shared/organisations/organisations.ts'
import { nextTask } from '../../shared/outbox/tasks.ts'
import { confirmSubmission } from './confirm-submission.ts'
import {
  ALL_SUBMISSIONS,
  countIssues,
  findSubmission,
  listIssues,
  listSubmissions,
} from './find-submissions.ts'
import { receiveSubmission } from './receive-submission.ts'
import { recordReading, startReading } from './record-reading.ts'
import { settlePublication } from './settle-publication.ts'
import { withdrawSubmission } from './withdraw-submission.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let organisation = ''
const at = new Date('2026-07-01T10:00:00Z')
const CUI = '4245747' as Cui

beforeAll(async () => {
  database = await createTestDatabase()
  const names = { ro: 'Miercurea Ciuc', hu: 'Csíkszereda', en: 'Miercurea Ciuc' }
  const [id = ''] = await putOrganisations(
    database.db,
    [{ county: 'HR', cui: CUI, siruta: '83320', kind: 'municipality', names, parentCui: null, demo: false }],
    at,
  )
  organisation = id
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.db.deleteFrom('submission').execute()
})

const hash = (text: string) => crypto.createHash('sha256').update(text).digest('hex')

const received = (content: string, uploadedBy = 'reporter-id') => ({
  id: crypto.randomUUID(),
  fileName: 'x.xlsx',
  sha256: hash(content),
  size: 10,
  organisationId: null,
  requestedCui: null,
  requestedType: null,
  csv: {},
  uploadedBy,
  deputyFor: [],
  sample: false,
  at,
})

const report = (amount: bigint): ExecutionReport => ({
  type: 'FXB-EXB-901',
  periodEnd: '2026-06-30',
  sector: '02',
  cui: CUI,
  entityName: 'MUNICIPIUL MIERCUREA CIUC',
  lines: [],
  totals: { revenue: bani(amount), expenditure: bani(1n) },
  controlTotals: { revenue: { amount: bani(amount), sheet: 'Sheet1', cell: 'H458' }, expenditure: null },
})

const recognised = (amount: bigint) => {
  const { type, periodEnd, totals, controlTotals } = report(amount)
  return { type, periodEnd, lines: 1, sums: totals, controlTotals }
}

async function awaiting(content: string): Promise<string> {
  const { submission } = await receiveSubmission(database.db, received(content), ALL_SUBMISSIONS)
  await startReading(database.db, submission.id)
  await recordReading(
    database.db,
    submission.id,
    { report: report(100n), recognised: recognised(100n), issues: [], sheets: [] },
    organisation,
    at,
  )
  return submission.id
}

test('the same file is recognised, also when it is sent twice at the same moment', async () => {
  const results = await Promise.all(
    [1, 2, 3].map(() => receiveSubmission(database.db, received('same'), ALL_SUBMISSIONS)),
  )
  expect(new Set(results.map(({ submission }) => submission.id)).size).toBe(1)
  expect(results.filter(({ duplicate }) => duplicate)).toHaveLength(2)
})

test('a reading with errors is invalid and keeps its issues in order', async () => {
  const { submission } = await receiveSubmission(database.db, received('bad'), ALL_SUBMISSIONS)
  await startReading(database.db, submission.id)
  const issue = {
    code: 'amount_not_number',
    severity: 'error',
    sheet: 'Sheet1',
    cell: 'H97',
    value: '12.48O,00',
    params: {},
  } as const
  await recordReading(
    database.db,
    submission.id,
    { report: null, recognised: null, issues: [issue, { ...issue, cell: 'H98' }], sheets: [] },
    null,
    at,
  )
  expect((await findSubmission(database.db, submission.id, ALL_SUBMISSIONS))?.status).toBe('invalid')
  expect((await listIssues(database.db, submission.id, null)).map(({ cell }) => cell)).toEqual(['H97', 'H98'])
  expect((await countIssues(database.db, [submission.id])).get(submission.id)).toEqual({
    error: 2,
    warning: 0,
    information: 0,
  })
  expect(await confirmSubmission(database.db, submission.id, asItself('x'), at)).toEqual({
    outcome: 'not_ready',
    status: 'invalid',
  })
})

test('confirming gives version, publication and one outbox event; twice is once', async () => {
  const id = await awaiting('v1')
  expect(await confirmSubmission(database.db, id, asItself('x'), at)).toEqual({ outcome: 'confirmed' })
  expect(await confirmSubmission(database.db, id, asItself('x'), at)).toEqual({
    outcome: 'already_confirmed',
  })
  const submission = await findSubmission(database.db, id, ALL_SUBMISSIONS)
  expect(submission).toMatchObject({
    status: 'accepted',
    version: 1,
    totals: { revenue: '1.00', expenditure: '0.01' },
  })
  const events = await database.db
    .selectFrom('outbox_event')
    .selectAll()
    .where('kind', '=', 'report.accepted')
    .execute()
  expect(events.filter(event => event.payload.submission === id)).toHaveLength(1)
})

test('a correction is the next version and supersedes the first when it is published', async () => {
  const first = await awaiting('first')
  await confirmSubmission(database.db, first, asItself('x'), at)
  const second = await awaiting('second')
  await confirmSubmission(database.db, second, asItself('x'), at)
  for (const id of [first, second])
    await settlePublication(database.db, { consumer: 'warehouse', eventId: crypto.randomUUID() }, id, at)
  const [newest, older] = await listSubmissions(database.db, ALL_SUBMISSIONS, { cui: CUI, limit: 10 })
  expect(newest).toMatchObject({ id: second, version: 2, status: 'published' })
  expect(older).toMatchObject({ id: first, version: 1, status: 'superseded' })
  expect((newest?.publication ?? 0) - (older?.publication ?? 0)).toBe(1)
})

test('publication numbers have no gaps under concurrent confirmations', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => awaiting(`concurrent ${index}`)))
  await Promise.all(ids.map(id => confirmSubmission(database.db, id, asItself('x'), at)))
  const numbers = (await Promise.all(ids.map(id => findSubmission(database.db, id, ALL_SUBMISSIONS))))
    .map(submission => submission?.publication ?? 0)
    .sort((left, right) => left - right)
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
})

test('what was withdrawn is not read, and what was confirmed is not withdrawn', async () => {
  const { submission } = await receiveSubmission(database.db, received('gone'), ALL_SUBMISSIONS)
  expect(await withdrawSubmission(database.db, submission.id, asItself('x'), at)).toBe(true)
  expect(await startReading(database.db, submission.id)).toBe(false)
  const id = await awaiting('kept')
  await confirmSubmission(database.db, id, asItself('x'), at)
  expect(await withdrawSubmission(database.db, id, asItself('x'), at)).toBe(false)
})

test('a reader sees the submissions of own institutions and own unread uploads, no others', async () => {
  const { submission: unread } = await receiveSubmission(database.db, received('mine', 'me'), ALL_SUBMISSIONS)
  const theirs = await awaiting('theirs')
  const me = { kind: 'own', organisations: [], uploadedBy: 'me' } as const
  expect(await findSubmission(database.db, theirs, me)).toBeNull()
  expect((await listSubmissions(database.db, me, { limit: 10 })).map(({ id }) => id)).toEqual([unread.id])
  const institution = { kind: 'own', organisations: [organisation], uploadedBy: 'other' } as const
  expect((await listSubmissions(database.db, institution, { limit: 10 })).map(({ id }) => id)).toEqual([
    theirs,
  ])
})

test('the outbox gives the oldest open event', async () => {
  const event = await nextTask(database.db, 'warehouse', at, false)
  expect(event?.kind).toBe('organisations.changed')
})
