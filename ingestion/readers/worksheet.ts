import { cellAddress, parseAddress } from './address.ts'
import type { Cell, CellType, MergedRange, SheetRow } from './cell.ts'
import { canonicalDecimal } from './decimal-text.ts'
import { excelDate } from './excel-date.ts'
import { hiddenColumns } from './hidden-columns.ts'
import { megabytes, type ReadLimits } from './limits.ts'
import { damaged, fail } from './read-failure.ts'
import { unescapeText } from './workbook-parts.ts'
import type { XmlListener } from './xml-events.ts'

export interface WorksheetSetting {
  readonly sheet: string
  readonly part: string
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
  readonly limits: ReadLimits
  /** Counts over all sheets of the file. */
  readonly count: { cells: number }
  /** Told the address of a formula without a saved result. */
  readonly onUnsaved: (address: string) => void
}

/** Collects rows from the XML of a worksheet; `take` hands over what is complete. */
export interface WorksheetListener extends XmlListener {
  take(): SheetRow[]
  readonly merges: readonly MergedRange[]
}

interface OpenCell {
  row: number
  column: number
  type: string
  isDate: boolean
  formula: boolean
  value: string
  inline: string
  hasValue: boolean
}

export function worksheetListener(setting: WorksheetSetting): WorksheetListener {
  const { sheet, part, limits } = setting
  let rows: SheetRow[] = []
  const merges: MergedRange[] = []
  const hidden = hiddenColumns(limits.columns)
  let cells: Cell[] = []
  let row = 0
  let rowHidden = false
  let column = 0
  let current: OpenCell | null = null
  let into: 'value' | 'inline' | null = null
  let inPhonetic = false

  function openRow(attributes: Readonly<Record<string, string>>): void {
    const next = attributes.r === undefined ? row + 1 : Number(attributes.r)
    // Rows out of order would let two cells claim one address.
    if (!Number.isInteger(next) || next <= row) throw damaged(part, new Error(`row ${attributes.r}`))
    if (next > limits.rows) throw fail('file_too_large', { what: 'rows', limit: String(limits.rows) })
    row = next
    rowHidden = attributes.hidden === '1' || attributes.hidden === 'true'
    column = 0
    cells = []
  }

  function openCell(attributes: Readonly<Record<string, string>>): void {
    let next = column + 1
    if (attributes.r !== undefined) {
      const address = parseAddress(attributes.r)
      if (!address || address.row !== row || address.column < next)
        throw damaged(part, new Error(attributes.r))
      next = address.column
    }
    if (next > limits.columns)
      throw fail('file_too_large', { what: 'columns', limit: String(limits.columns) })
    if (++setting.count.cells > limits.cells)
      throw fail('file_too_large', { what: 'cells', limit: String(limits.cells) })
    column = next
    const type = attributes.t ?? 'n'
    const isDate = type === 'n' && setting.dateStyles[Number(attributes.s ?? 0)] === true
    current = { row, column, type, isDate, formula: false, value: '', inline: '', hasValue: false }
  }

  function closeCell(cell: OpenCell): void {
    const typed = typeCell(cell, setting)
    const address = cellAddress(cell.column, cell.row)
    if (cell.formula && !cell.hasValue) setting.onUnsaved(address)
    cells.push({
      sheet,
      cell: address,
      row: cell.row,
      column: cell.column,
      ...typed,
      ...(cell.formula ? { formula: true as const } : {}),
      ...(rowHidden || hidden.has(cell.column) ? { hidden: true as const } : {}),
    })
  }

  return {
    merges,
    take() {
      const taken = rows
      rows = []
      return taken
    },
    open(tag, attributes) {
      switch (tag) {
        case 'row':
          return openRow(attributes)
        case 'c':
          return openCell(attributes)
        case 'v':
          into = 'value'
          if (current) current.hasValue = true
          return
        case 'f':
          if (current) current.formula = true
          return
        case 't':
          if (current && !inPhonetic) into = 'inline'
          return
        case 'rPh':
          inPhonetic = true
          return
        case 'col':
          if (attributes.hidden === '1' || attributes.hidden === 'true')
            hidden.hide(Number(attributes.min), Number(attributes.max))
          return
        case 'mergeCell': {
          const [from = '', to = from] = (attributes.ref ?? '').split(':')
          if (from) merges.push({ from, to })
          if (merges.length > limits.merges)
            throw fail('file_too_large', { what: 'cells', limit: String(limits.merges) })
        }
      }
    },
    text(piece) {
      if (!into || !current) return
      current[into] += piece
      if (current[into].length > limits.cellChars)
        throw fail('file_too_large', { what: 'texts', limit: megabytes(limits.cellChars) })
    },
    close(tag) {
      switch (tag) {
        case 'v':
        case 't':
          into = null
          return
        case 'rPh':
          inPhonetic = false
          return
        case 'c':
          if (current) closeCell(current)
          current = null
          return
        case 'row':
          rows.push({ row, hidden: rowHidden, cells })
          cells = []
      }
    },
  }
}

type TypedValue = { readonly type: CellType; readonly value: string; readonly raw: string }

const text = (value: string): TypedValue => ({ type: value === '' ? 'empty' : 'text', value, raw: value })

function typeCell(cell: OpenCell, setting: WorksheetSetting): TypedValue {
  const { value } = cell
  switch (cell.type) {
    case 's': {
      if (!cell.hasValue) return text('')
      const shared = setting.strings[Number(value)]
      if (shared === undefined) throw damaged(setting.part, new Error(`shared string ${value}`))
      return text(shared)
    }
    case 'inlineStr':
      return text(unescapeText(cell.inline || value))
    case 'str':
      return text(unescapeText(value))
    case 'b':
      return {
        type: 'boolean',
        value: value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false',
        raw: value,
      }
    case 'e':
      return { type: 'error', value, raw: value }
    case 'd':
      return value === ''
        ? text('')
        : { type: 'date', value: value.replace(/(?:T00:00:00(?:\.0+)?)?Z?$/, ''), raw: value }
    default: {
      const stored = value.trim()
      if (stored === '') return text('')
      const decimal = canonicalDecimal(stored)
      if (decimal === null) return text(value)
      const date = cell.isDate ? excelDate(decimal, setting.date1904) : null
      return date
        ? { type: 'date', value: date, raw: stored }
        : { type: 'number', value: decimal, raw: stored }
    }
  }
}
