import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatAmount, formatBani, parseBani, parseCui } from '../../domain/index.ts'
import { type ExecutionContent, makeExecutionCsv } from '../../ingestion/index.ts'
import {
  anonymous,
  type Client,
  confirm,
  openTestSystem,
  SAMPLE_JUNE,
  type SubmissionBody,
  samples,
  signedIn,
  type TestSystem,
  upload,
} from '../support/test-system.ts'

/** How a CSV is read is shown, chosen, kept, and the same when the file is published and shown again. */
let running: TestSystem
let reporter: Client
beforeAll(async () => {
  running = await openTestSystem([{ cui: '4245747', name: 'Municipiul Miercurea Ciuc' }])
  reporter = await signedIn(running.app, 'reporter@4245747.demo')
})
afterAll(() => running.close())

type Read = SubmissionBody & { readAs: Record<string, unknown> | null; links: Record<string, string> }
const bani = (text: string) => {
  const value = parseBani(text)
  if (value === null) throw new Error(text)
  return value
}
const cui = parseCui('4245747')
if (!cui) throw new Error('cui')

/** Whole thousands of lei, which are written the same with both decimal marks. */
const report = (periodEnd: string, entityName = 'Miercurea Ciuc'): ExecutionContent => ({
  type: 'FXB-EXB-901',
  periodEnd,
  sector: '02',
  cui,
  entityName,
  lines: [
    {
      kind: 'revenue',
      functional: '070101',
      functionalName: 'Impozit',
      economic: null,
      economicName: null,
      source: 'A',
      sourceName: 'Integral',
      section: 'F',
      amount: bani('1234.00'),
    },
    {
      kind: 'expenditure',
      functional: '650301',
      functionalName: 'Şcoală',
      economic: '100101',
      economicName: 'Salarii',
      source: 'A',
      sourceName: 'Integral',
      section: 'F',
      amount: bani('4321.00'),
    },
  ],
})
const thousands = (content: ExecutionContent): string =>
  makeExecutionCsv(content, { amount: value => formatAmount(formatBani(value), 'ro').replace(',00', '') })

async function readAgain(id: string, csv: Record<string, string>): Promise<Read> {
  const response = await reporter.request(`/api/reporting/submissions/${id}/read-again`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(csv),
  })
  expect(response.status).toBe(202)
  await running.system.reading.settled(id)
  return reporter.json<Read>(`/api/reporting/submissions/${id}`)
}
const totalOf = async (at: string) =>
  (
    await anonymous(running.app).json<{ total: string }>(
      `/api/public/budget/4245747?at=${at}&kind=expenditure`,
    )
  ).total

test('a question is asked, answered, kept, and published as it was answered', async () => {
  const asked = (await upload(reporter, 'mii.csv', Buffer.from(thousands(report('2025-03-31'))))) as Read
  expect([asked.status, asked.issues.map(({ code }) => code)]).toEqual(['invalid', ['decimal_uncertain']])
  expect(asked.readAs).toEqual({
    encoding: 'utf-8',
    delimiter: 'semicolon',
    quote: 'double',
    decimal: 'open',
    columns: 8,
    rows: 11,
    given: [],
  })
  const answered = await readAgain(asked.id, { decimal: 'comma' })
  expect(answered).toMatchObject({
    status: 'awaiting_confirmation',
    issues: [],
    totals: { revenue: '1234.00', expenditure: '4321.00' },
    readAs: { decimal: 'comma', given: ['decimal'] },
  })
  expect((await confirm(reporter, asked.id)).status).toBe('published')
  expect(await totalOf('2025-03-31')).toBe('4321.00')
  const late = await reporter.request(`/api/reporting/submissions/${asked.id}/read-again`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([
    409,
    'submission_not_readable',
  ])
  const events = await running.system.db
    .selectFrom('audit_event')
    .select(['action', 'detail'])
    .where('subject_id', '=', asked.id)
    .where('action', '=', 'submission.read_again')
    .execute()
  expect(events).toEqual([{ action: 'submission.read_again', detail: { decimal: 'comma' } }])
})

test('what is said with the file holds for the rows shown and for the relay after a restart of its memory', async () => {
  // S.f8.ren: a letter that none of our encodings is sure of.
  const content = Buffer.from(
    thousands(report('2025-06-30', 'S\u00f8ren')).replace('Şcoală', 'Scoala'),
    'latin1',
  )
  const asked = (await upload(reporter, 'nord.csv', content)) as Read
  expect(asked.issues.map(({ code }) => code)).toContain('encoding_uncertain')
  const told = (await upload(reporter, 'nord.csv', content, {
    encoding: 'iso-8859-16',
    delimiter: ';',
    decimal: 'comma',
  })) as Read
  expect([told.id === asked.id, told.status]).toEqual([false, 'awaiting_confirmation'])
  expect(told.readAs).toMatchObject({ encoding: 'iso-8859-16', given: ['encoding', 'delimiter', 'decimal'] })
  const { rows } = await reporter.json<{ rows: { cells: { value: string }[] }[] }>(
    `/api/reporting/submissions/${told.id}/rows?sheet=CSV&from=5&to=5`,
  )
  expect(rows[0]?.cells[0]?.value).toContain('S\u0171ren')
  // The relay may have to read the file itself: what the queue remembers is taken from it by many other files.
  const submission = await running.system.db
    .selectFrom('submission')
    .select(['reading_options', 'read_as'])
    .where('id', '=', told.id)
    .executeTakeFirstOrThrow()
  expect(submission.reading_options).toEqual({ encoding: 'iso-8859-16', delimiter: ';', decimal: 'comma' })
  expect((await confirm(reporter, told.id)).status).toBe('published')
  expect(await totalOf('2025-06-30')).toBe('4321.00')
  // The same file with the same choices is the one that stands.
  const twice = await upload(reporter, 'nord.csv', content, {
    encoding: 'iso-8859-16',
    delimiter: 'semicolon',
    decimal: 'comma',
  })
  expect(twice.duplicateOf).toBe(told.id)
})

test('a confirmation is of the reading that was looked at', async () => {
  const seen = (await upload(reporter, 'martie.csv', Buffer.from(thousands(report('2024-03-31'))), {
    decimal: 'comma',
  })) as Read
  const link = (read: Read) => read.links.confirm ?? ''
  expect(link(seen)).toMatch(/\/confirm\?reading=1$/)
  // A colleague has it read otherwise before the first one clicks.
  const other = await readAgain(seen.id, { decimal: 'comma', encoding: 'iso-8859-2' })
  expect(other.status).toBe('awaiting_confirmation')
  const refused = await reporter.request(link(seen), { method: 'POST' })
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
    409,
    'submission_read_again',
  ])
  await readAgain(seen.id, { decimal: 'comma' })
  const last = await reporter.json<Read>(`/api/reporting/submissions/${seen.id}`)
  expect(link(last)).toMatch(/\?reading=3$/)
  const confirmed = await reporter.request(link(last), { method: 'POST' })
  expect([confirmed.status, await totalOf('2024-03-31')]).toEqual([200, '4321.00'])
})

test('a way to read that does not exist is refused by its name', async () => {
  for (const route of ['submissions', 'preview']) {
    const form = new FormData()
    form.set('file', new File(['a;b\n'], 'a.csv'))
    form.set('decimal', 'dot')
    const response = await reporter.request(`/api/reporting/${route}`, { method: 'POST', body: form })
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { code: 'reading_option_wrong', detail: 'decimal' },
    ])
  }
})

test('a preview tells what a workbook holds and keeps nothing of it', async () => {
  const before = await running.system.db.selectFrom('audit_event').select('id').execute()
  const left = () => fs.readdirSync(os.tmpdir()).filter(name => name.startsWith('open-county-preview-'))
  const known = left()
  const form = new FormData()
  form.set('file', new File([fs.readFileSync(path.join(samples, SAMPLE_JUNE))], SAMPLE_JUNE))
  const preview = await reporter.json<{
    format: string
    report: string
    sheets: { name: string; rows: number; columns: number; window: { columns: string[]; rows: unknown[] } }[]
    issues: unknown[]
  }>('/api/reporting/preview', { method: 'POST', body: form })
  expect(preview).toMatchObject({ format: 'xlsx', report: 'Sheet1', issues: [] })
  expect(preview.sheets).toMatchObject([
    { name: 'Sheet1', rows: 460, columns: 8, window: { columns: [...'ABCDEFGH'] } },
  ])
  expect(preview.sheets[0]?.window.rows).toHaveLength(20)
  const broken = new FormData()
  broken.set('file', new File(['%PDF-1.7'], 'a.xlsx'))
  expect(
    await reporter.json('/api/reporting/preview?lang=hu', { method: 'POST', body: broken }),
  ).toMatchObject({ format: null, sheets: [], issues: [{ code: 'file_type_unknown', severity: 'error' }] })
  expect(left()).toEqual(known)
  expect(await running.system.db.selectFrom('audit_event').select('id').execute()).toHaveLength(before.length)
  const nobody = await anonymous(running.app).request('/api/reporting/preview', {
    method: 'POST',
    body: form,
  })
  expect(nobody.status).toBe(401)
})
