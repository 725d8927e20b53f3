import { type DecimalMark, type Issue, RowWidths } from '../../domain/index.ts'
import type { HeaderRow } from '../forexebug/header-row.ts'
import type { SheetStatement } from '../forexebug/read-sheet.ts'
import { columnLetters } from '../readers/address.ts'
import type { SheetRow } from '../readers/cell.ts'
import { questions, readAs } from '../readers/csv/csv-issues.ts'
import { learn, noReadings, type Readings } from './cell-readings.ts'
import type { StageHeader } from './line-sql.ts'
import { countColumns, leadingLines, type PlainCsv } from './plain-csv.ts'
import { FED_LINES, type LineColumns, RowFeed } from './row-feed.ts'
import { sampleRows } from './sample-rows.ts'
import { StageFile } from './stage-file.ts'
import type { Staged, StageOptions } from './staged.ts'

/** More columns than any report has would make the statement long, not the reading right. */
const MAX_COLUMNS = 64
/** So many rows that are no plain lines are worth a second look at what their cells say. */
const MANY = 1_000
const LEARNED_FROM = 20_000
const ROUNDS = 4

/**
 * Lets the database cut the records and read those that are lines without any doubt; the others are fed to the rules for
 * single rows, in their order. Null when the file has no table at its beginning, or one that does not stay the same.
 */
export async function stageBySql(
  options: StageOptions,
  plain: PlainCsv,
  decimal: DecimalMark | null,
): Promise<Staged | null> {
  const { database, sheet, onProgress = () => {} } = options
  await database.run(FED_LINES)
  const feed = new RowFeed(database, sheet, decimal)
  const widths = new RowWidths()
  let columns = 0
  const take = async (rows: readonly SheetRow[]): Promise<void> => {
    for (const { row, cells } of rows) {
      if (cells.length > 0) widths.add(row, cells.length)
      columns = Math.max(columns, cells.length)
    }
    await feed.feed(rows)
  }
  let at = 0
  for (; at < plain.head.length && !feed.header; at++) await take(plain.head.slice(at, at + 1))
  const found = feed.header
  if (!found) return null
  const header: StageHeader = { ...found, width: plain.head[at - 1]?.cells.length ?? 0 }
  const readings = noReadings()
  for (const row of [...plain.head.slice(at), ...(await sampleRows(plain))])
    learn(readings, sheet, row, header)
  const stage = new StageFile(options, plain, header)
  if (!(await fill(stage, options, plain, header, readings, decimal))) return null
  onProgress(0.6)
  feed.expect(header)
  for await (const rows of stage.others()) {
    options.signal?.throwIfAborted()
    await take(rows)
    if (feed.hasMoved) return null
  }
  await feed.settle()
  const { records, others } = await stage.count()
  widths.addMany(records - others, header.width)
  const number = feed.headerOf(columnsOf(header))
  await database.run(`create or replace view staged as
    ${stage.lines(`${number} as header, ${LINE_COLUMNS}, false as is_fed`)}
    ${feed.lines > 0 ? 'union all select *, true as is_fed from fed' : ''}`)
  return {
    feed,
    statement: await withMarks(feed.finish(), stage),
    size: { rows: plain.shape.records - leadingLines(plain), columns },
    about: aboutFile(plain, decimal, widths),
    whole: feed.lines === 0 ? stage.whole : null,
  }
}

/** The marks of the lines that were not read one by one count as well. */
async function withMarks(statement: SheetStatement | null, stage: StageFile): Promise<SheetStatement | null> {
  if (!statement) return null
  const { comma, point } = await stage.marks()
  const { marks } = statement
  return { ...statement, marks: { ...marks, comma: marks.comma + comma, point: marks.point + point } }
}

function aboutFile({ encoding, layout }: PlainCsv, decimal: DecimalMark | null, widths: RowWidths): Issue[] {
  const dialect = { ...layout, encoding, decimal: { value: decimal, by: 'given' as const, alternatives: [] } }
  return [...questions(encoding, layout), readAs(dialect, widths)]
}

const LINE_COLUMNS =
  'kind, functional, functional_name, economic, economic_name, source, source_name, section, amount, raw_value'

function columnsOf({ columns }: HeaderRow): LineColumns {
  const letters = (name: keyof LineColumns): string => {
    const column = columns.get(name)
    return column === undefined ? '' : columnLetters(column)
  }
  return {
    functional: letters('functional'),
    economic: letters('economic'),
    source: letters('source'),
    section: letters('section'),
    amount: letters('amount'),
  }
}

/** Fills the stage, again when more can be known of the file than before. False when it cannot be done. */
async function fill(
  stage: StageFile,
  { sheet, signal }: StageOptions,
  plain: PlainCsv,
  header: HeaderRow,
  readings: Readings,
  decimal: DecimalMark | null,
): Promise<boolean> {
  for (let round = 1; round <= ROUNDS && stage.columns <= MAX_COLUMNS; round++) {
    if (!(await stage.write(readings, decimal)) || (await stage.isFull())) {
      // Most likely a record is wider than the header: now it pays to count.
      const columns = (await countColumns(plain, signal)) + 1
      if (columns <= stage.columns) return false
      stage.columns = columns
      continue
    }
    const { records, others } = await stage.count()
    if (records !== stage.expected) return false
    if (others < MANY || round === ROUNDS || !(await learnFrom(stage, sheet, header, readings))) return true
  }
  return false
}

/** Whether rows that were no plain lines say known things in words not met before. */
async function learnFrom(
  stage: StageFile,
  sheet: string,
  header: HeaderRow,
  readings: Readings,
): Promise<boolean> {
  let isNew = false
  let seen = 0
  for await (const rows of stage.others()) {
    for (const row of rows) isNew = learn(readings, sheet, row, header) || isNew
    seen += rows.length
    if (seen >= LEARNED_FROM) break
  }
  return isNew
}
