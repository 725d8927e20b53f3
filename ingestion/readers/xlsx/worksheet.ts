import { cellAddress, parseAddress } from '../address.ts'
import type { Cell, CellType, MergedRange, SheetRow } from '../cell.ts'
import { canonicalDecimal } from '../decimal-text.ts'
import { hiddenColumns } from '../hidden-columns.ts'
import { megabytes, type ReadLimits } from '../limits.ts'
import { damaged, fail } from '../read-failure.ts'
import type { XmlAttributes } from '../xml/xml-names.ts'
import type { XmlListener } from '../xml/xml-scanner.ts'
import { excelDate } from './excel-date.ts'
import { counter, isTrue, unescapeText } from './workbook-parts.ts'

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

/** The cell that is being read; `value` and `inline` are the texts of its <v> and <is>. */
interface OpenCell {
  address: string
  type: string
  isDate: boolean
  formula: boolean
  hasValue: boolean
  value: string
  inline: string
}

type Written = { -readonly [Key in keyof Cell]: Cell[Key] }

export function worksheetListener(setting: WorksheetSetting): WorksheetListener {
  const { sheet, part, limits } = setting
  let rows: SheetRow[] = []
  const merges: MergedRange[] = []
  const hidden = hiddenColumns(limits.columns)
  let cells: Cell[] = []
  let row = 0
  let rowHidden = false
  let column = 0
  /** One object for all cells, one after the other: a sheet has millions. */
  const open: OpenCell = {
    address: '',
    type: '',
    isDate: false,
    formula: false,
    hasValue: false,
    value: '',
    inline: '',
  }
  let inCell = false
  let into: 'value' | 'inline' | null = null
  let inPhonetic = false
  const countColumn = counter(part, limits.columns)

  function openRow(attributes: XmlAttributes): void {
    const stated = attributes.get('r')
    const next = stated === undefined ? row + 1 : Number(stated)
    // Rows out of order would let two cells claim one address.
    if (!Number.isInteger(next) || next <= row) throw damaged(part, new Error(`row ${stated}`))
    if (next > limits.rows) throw fail('file_too_large', { what: 'rows', limit: String(limits.rows) })
    row = next
    rowHidden = isTrue(attributes.get('hidden'))
    column = 0
    cells = []
  }

  function openCell(attributes: XmlAttributes): void {
    let next = column + 1
    const stated = attributes.get('r')
    if (stated !== undefined) {
      const address = parseAddress(stated)
      if (!address || address.row !== row || address.column < next) throw damaged(part, new Error(stated))
      next = address.column
    }
    if (next > limits.columns)
      throw fail('file_too_large', { what: 'columns', limit: String(limits.columns) })
    if (++setting.count.cells > limits.cells)
      throw fail('file_too_large', { what: 'cells', limit: String(limits.cells) })
    column = next
    inCell = true
    open.address = isCanonical(stated, column) ? stated : cellAddress(column, row)
    open.type = attributes.get('t') ?? 'n'
    open.isDate = open.type === 'n' && setting.dateStyles[indexOf(attributes.get('s') ?? '0')] === true
    open.formula = false
    open.hasValue = false
    open.value = ''
    open.inline = ''
  }

  function closeCell(): void {
    inCell = false
    const written: Written = { sheet, cell: open.address, row, column, type: 'empty', value: '', raw: '' }
    typeCell(open, setting, written)
    if (open.formula) {
      written.formula = true
      if (!open.hasValue && open.inline === '') setting.onUnsaved(open.address)
    }
    if (rowHidden || hidden.has(column)) written.hidden = true
    cells.push(written)
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
          open.hasValue = true
          return
        case 'f':
          open.formula = true
          return
        case 't':
          if (inCell && !inPhonetic) into = 'inline'
          return
        case 'rPh':
          inPhonetic = true
          return
        case 'col':
          countColumn()
          if (isTrue(attributes.get('hidden')))
            hidden.hide(Number(attributes.get('min')), Number(attributes.get('max')))
          return
        case 'mergeCell': {
          const [from = '', to = from] = (attributes.get('ref') ?? '').split(':')
          if (from) merges.push({ from, to })
          if (merges.length > limits.merges)
            throw fail('file_too_large', { what: 'cells', limit: String(limits.merges) })
        }
      }
    },
    text(piece) {
      if (!into || !inCell) return
      if (into === 'value') open.value += piece
      else open.inline += piece
      if (open.value.length + open.inline.length > limits.cellChars)
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
          if (inCell) closeCell()
          return
        case 'row':
          rows.push({ row, hidden: rowHidden, cells })
          cells = []
      }
    },
  }
}

const trimmed = (text: string): string =>
  text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32 ? text : text.trim()

/** Whether an address is written as we write it, so that it can be taken over: digits may have zeros in front. */
const isCanonical = (address: string | undefined, column: number): address is string =>
  address !== undefined && address.charCodeAt(column > 702 ? 3 : column > 26 ? 2 : 1) !== 48

/** The number that a text of digits is; -1 for any other text. */
function indexOf(text: string): number {
  let index = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    index = index * 10 + digit
  }
  return text === '' ? -1 : index
}

function setTyped(cell: Written, type: CellType, value: string, raw: string): void {
  if (value === '') return
  cell.type = type
  cell.value = value
  cell.raw = raw
}

function typeCell(open: OpenCell, setting: WorksheetSetting, cell: Written): void {
  const { value } = open
  switch (open.type) {
    case 's': {
      if (!open.hasValue) break
      const shared = setting.strings[indexOf(trimmed(value))]
      if (shared === undefined) throw damaged(setting.part, new Error(`shared string ${value}`))
      setTyped(cell, 'text', shared, shared)
      break
    }
    case 'inlineStr':
    case 'str': {
      const text = unescapeText(open.inline || value)
      setTyped(cell, 'text', text, text)
      break
    }
    case 'b':
      setTyped(cell, 'boolean', isTrue(value.trim()) ? 'true' : 'false', value)
      break
    case 'e':
      setTyped(cell, 'error', value, value)
      break
    case 'd':
      setTyped(cell, 'date', value.replace(/(?:T00:00:00(?:\.0+)?)?Z?$/, ''), value)
      break
    default: {
      const stored = trimmed(value)
      const decimal = stored === '' ? null : canonicalDecimal(stored)
      const date = decimal !== null && open.isDate ? excelDate(decimal, setting.date1904) : null
      if (date !== null) setTyped(cell, 'date', date, stored)
      else if (decimal !== null) setTyped(cell, 'number', decimal, stored)
      else if (stored !== '') setTyped(cell, 'text', value, value)
    }
  }
}
