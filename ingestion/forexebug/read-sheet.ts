import {
  type Bani,
  type BudgetKind,
  type ControlTotal,
  type DecimalMark,
  decimalMarkOf,
  formatBani,
  type Issue,
  makeIssue,
  RowWidths,
  readAmountDecimal,
  readAmountText,
} from '../../domain/index.ts'
import type { Book, Cell, SheetRow } from '../readers/cell.ts'
import { widthIssues } from '../readers/csv/csv-issues.ts'
import { foldText, squeeze } from './fold-text.ts'
import { COLUMNS, type HeaderRow, isDispensable, matchHeaderRow } from './header-row.ts'
import { placeOf, readAmount, readKind } from './line-cells.ts'
import { type ReadLine, readLine, TableRow } from './read-line.ts'
import { type Fact, type FactName, readFacts, sameFact } from './sheet-facts.ts'

/** What one sheet says, before the rules on the whole report. */
export interface SheetReading {
  readonly sheet: string
  readonly hidden: boolean
  /** Whether rows could be read, by a header that has all it needs. */
  readonly hasWholeHeader: boolean
  readonly facts: ReadonlyMap<FactName, Fact>
  readonly lines: readonly ReadLine[]
  /** Rows that a label calls a total of something else than the whole. */
  readonly labelledSubtotals: readonly Cell[]
  readonly strayEconomic: readonly { readonly code: string; readonly cell: string }[]
  /** Sum of all amounts that could be read, those of lines with other errors included. */
  readonly sums: Readonly<Record<BudgetKind, bigint>>
  /** Rows whose amount or kind could not be read: the sums lack them. */
  readonly unreadable: Readonly<Record<BudgetKind, number>>
  /** 'unreadable' when the row is there and its amount is an issue of its own. */
  readonly controlTotals: Readonly<Record<BudgetKind, ControlTotal | 'unreadable' | null>>
  /** How many amounts show which decimal mark, and the first that may show either. */
  readonly marks: DecimalMarks
  readonly issues: readonly Issue[]
}

export interface DecimalMarks {
  readonly comma: number
  readonly point: number
  readonly either: number
  readonly firstEither: Cell | null
}

/** The reading without its rows. */
export type SheetStatement = Omit<SheetReading, 'lines' | 'labelledSubtotals' | 'strayEconomic'>

export type Drained = Pick<SheetReading, 'lines' | 'labelledSubtotals' | 'strayEconomic' | 'issues'>

/** A header is looked for this far; beyond it the sheet is some other table. */
export const HEADER_WITHIN = 5_000
const TOTAL = /^TOTAL (VENITURI|CHELTUIELI)(?: [\d ]+)?$/
const SUBTOTAL = /^(?:SUB ?TOTAL|TOTAL|DIN CARE)\b/

/** Reads the rows of one sheet as they stream by. */
export class SheetReader {
  readonly #sheet: string
  readonly #hidden: boolean
  readonly #isCsv: boolean
  readonly #decimal: DecimalMark | null
  #headerWidth = 0
  readonly #tooWide = new RowWidths()
  #marks = { comma: 0, point: 0, either: 0, firstEither: null as Cell | null }
  #header: HeaderRow | null = null
  #brokenHeader: HeaderRow | null = null
  #facts = new Map<FactName, Fact>()
  #lines: ReadLine[] = []
  #subtotals: Cell[] = []
  #strayEconomic: { code: string; cell: string }[] = []
  #sums = { revenue: 0n, expenditure: 0n }
  #unreadable = { revenue: 0, expenditure: 0 }
  #controlTotals: Record<BudgetKind, ControlTotal | 'unreadable' | null> = {
    revenue: null,
    expenditure: null,
  }
  #issues: Issue[] = []

  /** `decimal` is the decimal mark of the typed amounts, where it is known. */
  constructor(sheet: string, hidden: boolean, format: Book['format'], decimal: DecimalMark | null) {
    this.#sheet = sheet
    this.#hidden = hidden
    this.#isCsv = format === 'csv'
    this.#decimal = decimal
  }

  feed(row: SheetRow): void {
    if (row.cells.length === 0) return
    if (!this.#header && row.row > HEADER_WITHIN) return
    const header = matchHeaderRow(row)
    if (header) this.#takeHeader(header, row)
    else if (!this.#header) this.#takeFacts(row)
    else this.#takeTableRow(new TableRow(this.#sheet, row, this.#header), row)
  }

  /** What rows gave since the last call, for who keeps it elsewhere; `finish` then has only the rest. */
  drain(): Drained {
    const drained = {
      lines: this.#lines,
      labelledSubtotals: this.#subtotals,
      strayEconomic: this.#strayEconomic,
      issues: this.#issues,
    }
    this.#lines = []
    this.#subtotals = []
    this.#strayEconomic = []
    this.#issues = []
    return drained
  }

  /** The header that rows are read by; null before the first that has all it needs. */
  get header(): HeaderRow | null {
    return this.#header
  }

  /** Null when the sheet holds no report at all. */
  finish(): SheetReading | null {
    const header = this.#header ?? this.#brokenHeader
    if (!header) return null
    return {
      sheet: this.#sheet,
      hidden: this.#hidden,
      hasWholeHeader: this.#header !== null,
      facts: this.#facts,
      lines: this.#lines,
      labelledSubtotals: this.#subtotals,
      strayEconomic: this.#strayEconomic,
      sums: this.#sums,
      unreadable: this.#unreadable,
      controlTotals: this.#controlTotals,
      marks: this.#marks,
      issues: [
        ...this.#headerIssues(header),
        ...widthIssues(this.#sheet, this.#tooWide, this.#headerWidth),
        ...this.#issues,
      ],
    }
  }

  /** A header repeated at a page break may also have moved columns: the latest counts. */
  #takeHeader(header: HeaderRow, row: SheetRow): void {
    if (header.usable) {
      this.#header = header
      this.#headerWidth = row.cells.length
    } else this.#brokenHeader ??= header
  }

  #headerIssues(header: HeaderRow): Issue[] {
    const severityOf = (dispensable: boolean): Issue['severity'] => (dispensable ? 'warning' : 'error')
    return [
      ...header.missing.map(name =>
        makeIssue(
          'header_missing',
          { sheet: this.#sheet, cell: `A${header.row}`, value: null },
          { header: COLUMNS[name].label },
          severityOf(isDispensable(name)),
        ),
      ),
      ...header.doubled.map(({ name, first, second }) =>
        makeIssue(
          'header_doubled',
          placeOf(second),
          { header: COLUMNS[name].label, other: first.cell },
          severityOf(isDispensable(name)),
        ),
      ),
    ]
  }

  #takeFacts(row: SheetRow): void {
    for (const [name, fact] of readFacts(row)) {
      const known = this.#facts.get(name)
      if (!known || (known.text === '' && fact.text !== '')) this.#facts.set(name, fact)
      else if (name !== 'name' && fact.text !== '' && !sameFact(name, known, fact))
        this.#issues.push(
          makeIssue('facts_differ', placeOf(fact.cell), {
            what: name,
            first: known.text,
            second: fact.text,
            other: known.cell.cell,
          }),
        )
    }
  }

  #takeLine(row: TableRow, kind: BudgetKind): void {
    const isHeading = (['functional', 'economic', 'source', 'amount'] as const).every(
      name => squeeze(row.at(name).value) === '',
    )
    if (isHeading) return
    // A line of a CSV that goes on behind its table has a delimiter too many, and cells that may belong elsewhere.
    if (this.#isCsv && row.cells.some(cell => cell.column > this.#headerWidth && cell.type !== 'empty'))
      this.#tooWide.add(row.row, row.cells.length)
    this.#countMark(row.at('amount'))
    const { line, amount, strayEconomic, issues } = readLine(row, kind, this.#decimal)
    this.#issues.push(...issues)
    if (amount === null) this.#unreadable[kind]++
    else this.#sums[kind] += amount
    if (line) this.#lines.push(line)
    if (strayEconomic) this.#strayEconomic.push(strayEconomic)
  }

  #countMark(cell: Cell): void {
    if (cell.type !== 'text') return
    const mark = decimalMarkOf(cell.value)
    if (mark) this.#marks[mark]++
    if (mark === 'either') this.#marks.firstEither ??= cell
  }

  #takeTableRow(table: TableRow, row: SheetRow): void {
    const kind = readKind(table.at('kind'))
    const label = kind ? undefined : row.cells.find(isTotalLabel)
    if (kind) this.#takeLine(table, kind)
    else if (label) this.#takeControlTotal(table, label)
    else if (isLineWithoutKind(table)) this.#takeUnknownLine(table)
    else this.#takeFacts(row)
  }

  #takeUnknownLine(table: TableRow): void {
    const first = table.cells.find(cell => cell.type === 'text' && squeeze(cell.value) !== '')
    if (first && SUBTOTAL.test(foldText(first.value))) {
      this.#subtotals.push(table.at('amount'))
      return
    }
    this.#issues.push(makeIssue('kind_unknown', placeOf(table.at('kind')), {}))
    this.#unreadable.revenue++
    this.#unreadable.expenditure++
  }

  #takeControlTotal(table: TableRow, label: Cell): void {
    const kind: BudgetKind = foldText(label.value).startsWith('TOTAL VENITURI') ? 'revenue' : 'expenditure'
    const { cell, reading } = controlAmount(table, label, this.#decimal)
    this.#countMark(cell)
    if ('issue' in reading) {
      this.#issues.push(reading.issue)
      this.#controlTotals[kind] ??= 'unreadable'
      return
    }
    const known = this.#controlTotals[kind]
    if (known === null || known === 'unreadable')
      this.#controlTotals[kind] = { amount: reading.value, sheet: cell.sheet, cell: cell.cell }
    else if (known.amount !== reading.value)
      this.#issues.push(
        makeIssue('control_total_doubled', placeOf(cell), {
          kind,
          first: formatBani(known.amount),
          second: formatBani(reading.value),
          other: known.cell,
        }),
      )
  }
}

const isTotalLabel = (cell: Cell): boolean => cell.type === 'text' && TOTAL.test(foldText(cell.value))

/** An amount or a code in its column makes a row more than a note; so do both where a lost delimiter has moved them. */
function isLineWithoutKind(table: TableRow): boolean {
  const amount = table.at('amount')
  if (isAmount(amount)) return true
  if (/^\d[\d.]{4,}$/.test(squeeze(table.at('functional').value))) return true
  const code = table.cells.find(cell => /^\d{6}$/.test(squeeze(cell.value)))
  return code !== undefined && table.cells.some(cell => cell.column > code.column && isAmount(cell))
}

const isAmount = (cell: Cell): boolean =>
  cell.type === 'number' || (cell.type === 'text' && readAmountText(cell.value).is === 'amount')

/** The amount of a total stands in the amount's column, else behind its label, else in the label's own cell. */
function controlAmount(
  table: TableRow,
  label: Cell,
  decimal: DecimalMark | null,
): { cell: Cell; reading: { value: Bani } | { issue: Issue } } {
  const inColumn = table.at('amount')
  if (inColumn.type !== 'empty') return { cell: inColumn, reading: readAmount(inColumn, decimal) }
  const behind = table.cells.find(
    cell =>
      cell.column > label.column &&
      (cell.type === 'number' ? readAmountDecimal(cell.value) : readAmountText(cell.value, decimal)).is ===
        'amount',
  )
  if (behind) return { cell: behind, reading: readAmount(behind, decimal) }
  const rest = label.value.slice(label.value.indexOf(':') + 1)
  if (label.value.includes(':') && /\d/.test(rest)) {
    const cell: Cell = { ...label, value: rest, raw: squeeze(rest) }
    return { cell, reading: readAmount(cell, decimal) }
  }
  return { cell: inColumn, reading: readAmount(inColumn, decimal) }
}
