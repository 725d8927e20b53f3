import type { Bani, BudgetKind, DecimalMark, ExecutionLine, Issue } from '../../domain/index.ts'
import { makeIssue } from '../../domain/index.ts'
import { cellAddress } from '../readers/address.ts'
import type { Cell, SheetRow } from '../readers/cell.ts'
import { squeeze } from './fold-text.ts'
import type { ColumnName, HeaderRow } from './header-row.ts'
import { type CellReading, placeOf, readAmount, readCode, readSection, readSource } from './line-cells.ts'

/** A row of the table as its columns, with an empty cell where the file has none. */
export class TableRow {
  readonly row: number
  readonly hidden: boolean
  readonly cells: readonly Cell[]
  readonly #header: HeaderRow
  readonly #sheet: string

  constructor(sheet: string, row: SheetRow, header: HeaderRow) {
    this.row = row.row
    this.hidden = row.hidden
    this.cells = row.cells
    this.#header = header
    this.#sheet = sheet
  }

  at(name: ColumnName): Cell {
    const column = this.#header.columns.get(name)
    const found = column === undefined ? undefined : this.cells.find(cell => cell.column === column)
    if (found) return found
    const address = column === undefined ? '' : cellAddress(column, this.row)
    return {
      sheet: this.#sheet,
      cell: address,
      row: this.row,
      column: column ?? 0,
      type: 'empty',
      value: '',
      raw: '',
    }
  }
}

/** A line as read, with the addresses of what the rules may complain about. */
export interface ReadLine {
  readonly line: ExecutionLine
  /** In a hidden row or column. */
  readonly hidden: boolean
  readonly at: Readonly<Record<'functional' | 'economic' | 'source' | 'section', string>>
}

export interface LineReading {
  /** Null when something in it is wrong. */
  readonly line: ReadLine | null
  /** Null when the amount itself cannot be read. */
  readonly amount: Bani | null
  /** An economic code on a revenue line, which the report leaves out. */
  readonly strayEconomic: { readonly code: string; readonly cell: string } | null
  readonly issues: readonly Issue[]
}

export function readLine(row: TableRow, kind: BudgetKind, decimal: DecimalMark | null): LineReading {
  const issues: Issue[] = []
  const take = <Value>(reading: CellReading<Value>): Value | null => {
    if ('value' in reading) return reading.value
    issues.push(reading.issue)
    return null
  }
  const sourceCell = row.at('source')
  const source = take(readSource(sourceCell))
  const functionalCell = row.at('functional')
  const functional = take(readCode(functionalCell, 'functional', kind))
  const economicCell = row.at('economic')
  const hasEconomic = squeeze(economicCell.value) !== ''
  let economic: string | null = null
  if (kind === 'expenditure') {
    if (hasEconomic) economic = take(readCode(economicCell, 'economic', kind))
    else issues.push(makeIssue('economic_code_missing', placeOf(economicCell), {}))
  }
  const sectionCell = row.at('section')
  const section = take(readSection(sectionCell))
  const amountCell = row.at('amount')
  const amount = take(readAmount(amountCell, decimal))

  const isWhole = issues.length === 0 && source && functional !== null && amount !== null
  const line: ExecutionLine | null = isWhole
    ? {
        kind,
        functional,
        functionalName: squeeze(row.at('functionalName').value),
        economic,
        economicName: economic === null ? null : squeeze(row.at('economicName').value),
        source: source.letter,
        sourceName: source.name,
        section,
        amount,
        sheet: amountCell.sheet,
        cell: amountCell.cell,
        row: row.row,
        rawValue: amountCell.raw,
      }
    : null
  const at = {
    functional: functionalCell.cell,
    economic: economicCell.cell,
    source: sourceCell.cell,
    section: sectionCell.cell,
  }
  return {
    line: line && { line, hidden: row.hidden || amountCell.hidden === true, at },
    amount,
    strayEconomic:
      kind === 'revenue' && hasEconomic
        ? { code: squeeze(economicCell.value), cell: economicCell.cell }
        : null,
    issues,
  }
}
