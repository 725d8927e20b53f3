import { expect, test } from 'vitest'
import {
  type ExecutionReport,
  type Issue,
  makeIssue,
  type PreviousLine,
  parseBani,
  WHOLE_FILE,
} from '../../domain/index.ts'
import { line, readContent, smallReport } from '../fixtures/read-content.ts'
import { makeExecutionCsv } from '../forexebug/make-execution-csv.ts'
import { type ReportContext, validateInContext } from './validate-in-context.ts'

const FINE: ReportContext = {
  entityKnown: true,
  permitted: true,
  expectedCui: null,
  expectedType: null,
  today: '2026-07-05',
  ownIssues: [],
  previous: null,
}

const reportOf = async (...lines: readonly string[]): Promise<ExecutionReport> => {
  const { report } = await readContent(makeExecutionCsv(smallReport(lines.length > 0 ? lines : undefined)))
  if (!report) throw new Error('no report')
  return report
}
const before = (...lines: readonly string[]): readonly PreviousLine[] => lines.map(line)
const issueOf = (code: 'amount_missing' | 'control_total_differs' | 'code_unknown'): Issue =>
  makeIssue(code, WHOLE_FILE, {} as never)
const codes = (report: ExecutionReport, context: Partial<ReportContext>) =>
  validateInContext(report, { ...FINE, ...context }).map(({ code, severity }) => [code, severity])

test('a report that fits its context has no issue', async () => {
  const report = await reportOf()
  expect(codes(report, {})).toEqual([])
  expect(codes(report, { expectedCui: '4245747', expectedType: 'FXB-EXB-901', today: '2026-06-30' })).toEqual(
    [],
  )
})

test('whose report it is, and what was asked for', async () => {
  const report = await reportOf()
  expect(codes(report, { entityKnown: false, permitted: false })).toEqual([['entity_unknown', 'error']])
  expect(codes(report, { permitted: false })).toEqual([['entity_not_permitted', 'error']])
  expect(codes(report, { expectedCui: '4245763', expectedType: 'FXB-EXB-900' })).toEqual([
    ['entity_differs_from_request', 'error'],
    ['type_differs_from_request', 'error'],
  ])
  expect(codes(report, { today: '2026-06-29' })).toEqual([['date_in_future', 'error']])
})

const NOW = [
  'revenue 070101 A F 80.00',
  'revenue 370300 A F -50.00',
  'expenditure 650301/100101 A F 100.00',
  'expenditure 650301/850101 A F -9.00',
  'expenditure 650301/200130 A F 10.00',
] as const

test('a cumulative amount that falls is a warning at its cell, save where it falls by nature', async () => {
  const report = await reportOf(...NOW)
  const previous = {
    periodEnd: '2026-05-31',
    lines: before(
      'revenue 070101 A F 80.01',
      'revenue 370300 A F -40.00',
      'expenditure 650301/100101 A F 100.00',
      'expenditure 650301/850101 A F -1.00',
      // The same code in the other section is another line.
      'expenditure 650301/200130 A D 20.00',
    ),
  }
  const issues = validateInContext(report, { ...FINE, previous })
  expect(
    issues.map(({ code, severity, cell, value, params }) => ({ code, severity, cell, value, params })),
  ).toEqual([
    {
      code: 'line_disappears',
      severity: 'warning',
      cell: null,
      value: null,
      params: { previous: '20.00', previousDate: '2026-05-31', functional: '650301', economic: '200130' },
    },
    {
      code: 'cumulative_falls',
      severity: 'warning',
      cell: 'H8',
      value: '80',
      params: {
        previous: '80.01',
        current: '80.00',
        previousDate: '2026-05-31',
        functional: '070101',
        economic: '',
      },
    },
  ])
})

test('while lines of the file could not be read, none is said to have disappeared', async () => {
  const report = await reportOf(...NOW)
  const previous = {
    periodEnd: '2026-05-31',
    lines: before('revenue 070101 A F 80.01', 'expenditure 650301/200130 A D 20.00'),
  }
  const beside = (code: 'amount_missing' | 'control_total_differs' | 'code_unknown') =>
    codes(report, { previous, ownIssues: [issueOf(code)] }).map(([found]) => found)
  expect(beside('amount_missing')).toEqual(['cumulative_falls'])
  // The lost line is what explains the total, and a warning loses none.
  expect(beside('control_total_differs')).toEqual(['line_disappears', 'cumulative_falls'])
  expect(beside('code_unknown')).toEqual(['line_disappears', 'cumulative_falls'])
})

test('the amounts begin anew each January, and nothing is compared with a later report', async () => {
  const report = await reportOf(...NOW)
  const lines = before('revenue 070101 A F 1000.00')
  for (const periodEnd of ['2025-12-31', '2026-06-30', '2026-07-31'])
    expect(codes(report, { previous: { periodEnd, lines } })).toEqual([])
  expect(codes(report, { previous: { periodEnd: '2026-03-31', lines } })).toEqual([
    ['cumulative_falls', 'warning'],
  ])
})

test('a line that was zero may go without a word', async () => {
  const report = await reportOf(...NOW)
  const zero = { ...line('expenditure 700301/100101 A F 0.00'), amount: parseBani('0') ?? line('').amount }
  expect(codes(report, { previous: { periodEnd: '2026-05-31', lines: [zero] } })).toEqual([])
})
