import { bani, parseCui } from '../domain/index.ts'
import { makeExecutionWorkbook } from './forexebug/make-execution-workbook.ts'
import { readExecutionReport } from './forexebug/read-execution-report.ts'
import type { WrittenLine } from './forexebug/write-grid.ts'
import { READ_LIMITS } from './readers/limits.ts'
import { openZipped } from './readers/open-book.ts'

const LINES = 250
const ROUNDS = 2

/** Reads a made-up report, so that the first real one meets compiled code and not a cold start. */
export async function warmUp(): Promise<void> {
  const cui = parseCui('4245747')
  if (!cui) return
  const lines = Array.from(
    { length: LINES },
    (_, at): WrittenLine => ({
      kind: 'expenditure',
      functional: '650301',
      functionalName: `Name ${at}`,
      economic: String(200_000 + at),
      economicName: `Name ${at}`,
      source: 'A',
      sourceName: 'Integral de la buget',
      section: 'F',
      amount: bani(BigInt(at) * 1_037n),
    }),
  )
  const content = {
    type: 'FXB-EXB-901',
    periodEnd: '2026-06-30',
    sector: '02',
    cui,
    entityName: '',
    lines,
  } as const
  const file = await makeExecutionWorkbook(content)
  for (let round = 0; round < ROUNDS; round++) {
    const book = await openZipped(file, READ_LIMITS)
    await readExecutionReport(book, '', null)
    await book.close()
  }
}
