import type { DuckDBValue } from '@duckdb/node-api'
import {
  type Bani,
  type BudgetKind,
  type BudgetSection,
  type ExecutionLine,
  parseBani,
} from '../../domain/index.ts'
import type { ReadLine } from '../forexebug/read-line.ts'
import type { SheetStatement } from '../forexebug/read-sheet.ts'
import type { KnownCodes } from '../validation/known-codes.ts'
import type { LineFindings, LineGroup } from '../validation/line-findings.ts'
import { NAMED_CELLS } from '../validation/list-cells.ts'
import { KEPT } from '../validation/sort-issues.ts'
import type { LineColumns, RowFeed, SkippedRow } from './row-feed.ts'
import { literal, type StagingDatabase } from './staging-database.ts'

const KINDS = ['revenue', 'expenditure'] as const

/** Two lines with the same number have the same kind, codes, source and section. */
const LINE_KEY = `((((kind = 'revenue')::bigint * 1000000 + functional::bigint) * 1000001
  + coalesce(economic::bigint + 1, 0)) * 128 + ord(source)) * 128 + coalesce(ord(section), 0)`

const LINE = [
  ...['row_number', 'header', 'kind', 'functional', 'functional_name', 'economic'],
  ...['economic_name', 'source', 'source_name', 'section', 'cast(amount as varchar)', 'raw_value'],
].join(', ')

/**
 * The same findings as findInLines, over the view `staged` of all lines. Leaves the view `kept`: the lines without the title
 * rows that the control totals show to be counted twice.
 */
export async function findInStaged(
  database: StagingDatabase,
  feed: RowFeed,
  statement: SheetStatement,
  known: KnownCodes | null,
): Promise<{ readonly findings: LineFindings; readonly hasTitleRows: boolean }> {
  const sheet = statement.sheet
  const table = new LineTable(database, sheet, feed.columns)
  const fedSums = statement.sums
  const all = await table.totals('staged')
  const sums = {
    revenue: fedSums.revenue + all.revenue.stagedSum,
    expenditure: fedSums.expenditure + all.expenditure.stagedSum,
  }
  await database.run('create or replace table titles (row_number integer, header integer)')
  for (const kind of KINDS) {
    const control = statement.controlTotals[kind]
    if (control === null || control === 'unreadable' || control.amount === sums[kind]) continue
    if (await dropTitleRows(database, kind, sums[kind], control.amount)) sums[kind] = control.amount
  }
  const dropped = await table.places('titles', 'true')
  await database.run(
    dropped.rows === 0
      ? 'create or replace view kept as from staged'
      : 'create or replace view kept as from staged anti join titles using (row_number)',
  )
  const { revenue, expenditure } = dropped.rows === 0 ? all : await table.totals('kept')
  const stray = feed.stray
  return {
    hasTitleRows: dropped.rows > 0,
    findings: {
      counts: { revenue: revenue.count, expenditure: expenditure.count },
      totals: { revenue: revenue.sum, expenditure: expenditure.sum },
      sums,
      skipped: skippedRows(dropped, feed.subtotals),
      duplicates: await table.duplicates(),
      transfers: await transfers(table),
      unknown: known ? await unknownCodes(table, known) : { functional: [], economic: [], source: [] },
      withoutSection:
        (await table.groups('section', `kind = 'expenditure' and section is null`, "''"))[0] ?? null,
      hidden: null,
      stray,
    },
  }
}

function skippedRows(
  dropped: { readonly rows: number; readonly first: readonly SkippedRow[] },
  subtotals: RowFeed['subtotals'],
): LineFindings['skipped'] {
  const first = [...dropped.first, ...subtotals.first].sort((one, other) => one.row - other.row)
  return {
    rows: dropped.rows + subtotals.count,
    cells: first.slice(0, NAMED_CELLS).map(({ cell }) => cell),
  }
}

/** dropTitleRows of forexebug/subtotal-rows.ts, over families and codes as groups. */
async function dropTitleRows(
  database: StagingDatabase,
  kind: BudgetKind,
  sum: bigint,
  control: bigint,
): Promise<boolean> {
  const code = kind === 'expenditure' ? 'economic' : 'functional'
  const family = kind === 'expenditure' ? 'functional, source, section' : 'source, section'
  await database.run(
    'create or replace temp table found (row_number integer, header integer, amount decimal(18, 2))',
  )
  for (const digits of [4, 2]) {
    const isTitle = `right(${code}, ${6 - digits}) = '${'0'.repeat(6 - digits)}'`
    await database.run(`
      insert into found
      select row_number, header, amount from (
        select
          arg_min(row_number, row_number) filter (${isTitle}) as row_number,
          arg_min(header, row_number) filter (${isTitle}) as header,
          arg_min(amount, row_number) filter (${isTitle}) as amount,
          sum(amount) as total,
          count(*) as rows
        from staged anti join found using (row_number)
        where kind = '${kind}'
        group by ${family}, left(${code}, ${digits})
      ) where row_number is not null and rows > 1 and total - amount = amount`)
  }
  const [[count, doubled] = []] = await database.rows(
    'select count(*), cast(coalesce(sum(amount), 0) as varchar) from found',
  )
  if (Number(count) === 0 || sum - amountOf(doubled) !== control) return false
  await database.run('insert into titles select row_number, header from found')
  return true
}

async function transfers(table: LineTable): Promise<LineFindings['transfers']> {
  const of = async (code: string) => {
    const [[sum, first] = []] = await table.database.rows(
      `select cast(coalesce(sum(amount), 0) as varchar), min(row_number) from kept
       where kind = 'revenue' and starts_with(functional, '${code}')`,
    )
    return { sum: amountOf(sum), first }
  }
  const [given, received] = [await of('3703'), await of('3704')]
  const row = given.first ?? received.first
  const [first] =
    typeof row === 'number' ? await table.lines(`select ${LINE} from kept where row_number = ${row}`) : []
  return { given: given.sum, received: received.sum, first: first?.line ?? null }
}

async function unknownCodes(table: LineTable, known: KnownCodes): Promise<LineFindings['unknown']> {
  const functional: LineGroup[] = []
  for (const kind of KINDS) {
    const isKind = `kind = '${kind}'`
    const codes = await table.unknown('functional', isKind, known.functional[kind])
    functional.push(...(await table.groups('functional', `${isKind} and ${codes}`, 'functional')))
  }
  const economic = await table.unknown('economic', 'economic is not null', known.economic)
  const source = await table.unknown('source', 'true', known.sources)
  return {
    functional,
    economic: await table.groups('economic', economic, 'economic'),
    source: await table.groups('source', source, 'source'),
  }
}

interface KindTotals {
  readonly count: number
  readonly sum: Bani
  /** Of the lines that no rule for single rows has counted yet. */
  readonly stagedSum: bigint
}

/** Questions to the lines, answered as the values that the rules speak of. */
class LineTable {
  readonly database: StagingDatabase
  readonly #sheet: string
  readonly #columns: readonly LineColumns[]

  constructor(database: StagingDatabase, sheet: string, columns: readonly LineColumns[]) {
    this.database = database
    this.#sheet = sheet
    this.#columns = columns
  }

  async totals(view: 'staged' | 'kept'): Promise<Record<BudgetKind, KindTotals>> {
    const rows = await this.database.rows(
      `select kind, count(*), cast(sum(amount) as varchar),
         cast(coalesce(sum(amount) filter (not is_fed), 0) as varchar)
       from ${view} group by kind`,
    )
    const of = (kind: BudgetKind): KindTotals => {
      const [, count = 0, sum = '0', stagedSum = '0'] = rows.find(row => row[0] === kind) ?? []
      return { count: Number(count), sum: amountOf(sum), stagedSum: amountOf(stagedSum) }
    }
    return { revenue: of('revenue'), expenditure: of('expenditure') }
  }

  async places(view: string, condition: string): Promise<{ rows: number; first: SkippedRow[] }> {
    const [[rows = 0] = []] = await this.database.rows(`select count(*) from ${view} where ${condition}`)
    const first = await this.database.rows(
      `select row_number, header from ${view} where ${condition} order by row_number limit ${NAMED_CELLS}`,
    )
    return {
      rows: Number(rows),
      first: first.map(([row, header]) => ({
        row: Number(row),
        cell: this.#cell('amount', Number(header), Number(row)),
      })),
    }
  }

  async duplicates(): Promise<LineFindings['duplicates']> {
    await this.database.run(
      `create or replace temp table twice as
       select ${LINE_KEY} as line_key from kept group by line_key having count(*) > 1`,
    )
    const [[count = 0] = []] = await this.database.rows('select count(*) from twice')
    if (Number(count) === 0) return []
    const rows = await this.database.rows(`
      with doubled as (
        select *, first_value(row_number) over same as first_row, first_value(header) over same as first_header
        from (select *, ${LINE_KEY} as line_key from kept) semi join twice using (line_key)
        window same as (partition by line_key order by row_number)
      )
      select ${LINE}, first_row, first_header from doubled
      where row_number > first_row order by row_number limit ${KEPT + 1}`)
    return rows.map(row => ({
      line: this.#line(row).line,
      other: this.#cell('amount', Number(row[13]), Number(row[12])),
    }))
  }

  /** A condition for the codes that are not known, which are few or, beyond what is shown, cut. */
  async unknown(code: string, condition: string, known: ReadonlySet<string>): Promise<string> {
    const unknown: string[] = []
    const found = this.database.stream(
      `select ${code} as code, min(row_number) as first from kept where ${condition} group by code order by first`,
    )
    for await (const batch of found)
      for (const [text] of batch)
        if (unknown.length <= KEPT && typeof text === 'string' && !known.has(text)) unknown.push(text)
    return unknown.length === 0 ? 'false' : `${code} in (${unknown.map(literal).join(', ')})`
  }

  /** Lines that fulfil a condition, grouped by an expression. */
  async groups(part: keyof ReadLine['at'], condition: string, by: string): Promise<LineGroup[]> {
    if (condition.endsWith('false')) return []
    const rows = await this.database.rows(`
      with found as (
        select count(*) as rows, min(row_number * 1048576::bigint + header, ${NAMED_CELLS}) as places
        from kept where ${condition} group by ${by} order by places[1] limit ${KEPT + 1}
      )
      select ${LINE}, rows, places from found
      join (from kept where ${condition}) on row_number = places[1] // 1048576 order by row_number`)
    return rows.map(row => {
      const places = row[13] as unknown as { items: readonly bigint[] }
      return {
        first: this.#line(row),
        rows: Number(row[12]),
        cells: places.items.map(place =>
          this.#cell(part, Number(place % 1048576n), Number(place / 1048576n)),
        ),
      }
    })
  }

  async lines(sql: string): Promise<ReadLine[]> {
    return (await this.database.rows(sql)).map(row => this.#line(row))
  }

  #cell(part: keyof LineColumns, header: number, row: number): string {
    const letters = this.#columns[header]?.[part] ?? ''
    return letters === '' ? '' : `${letters}${row}`
  }

  #line(values: readonly DuckDBValue[]): ReadLine {
    const [row, header, kind, functional, functionalName, economic, ...rest] = values
    const [economicName, source, sourceName, section, amount, rawValue] = rest
    const at = (part: keyof LineColumns): string => this.#cell(part, Number(header), Number(row))
    const line: ExecutionLine = {
      kind: kind as BudgetKind,
      functional: String(functional),
      functionalName: String(functionalName),
      economic: economic === null ? null : String(economic),
      economicName: economicName === null ? null : String(economicName),
      source: String(source),
      sourceName: String(sourceName),
      section: section as BudgetSection | null,
      amount: amountOf(amount),
      sheet: this.#sheet,
      cell: at('amount'),
      row: Number(row),
      rawValue: String(rawValue),
    }
    const parts = { functional: at('functional'), economic: at('economic') }
    return { line, hidden: false, at: { ...parts, source: at('source'), section: at('section') } }
  }
}

function amountOf(value: DuckDBValue | undefined): Bani {
  const amount = parseBani(String(value))
  if (amount === null) throw new Error(`no amount: ${String(value)}`)
  return amount
}
