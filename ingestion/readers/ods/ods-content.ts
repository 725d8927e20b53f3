import { cellAddress } from '../address.ts'
import type { MergedRange } from '../cell.ts'
import { type HiddenColumns, hiddenColumns } from '../hidden-columns.ts'
import { megabytes, type ReadLimits } from '../limits.ts'
import { damaged, fail } from '../read-failure.ts'
import type { XmlAttributes } from '../xml/xml-names.ts'
import type { XmlListener } from '../xml/xml-scanner.ts'
import { countOf } from './ods-names.ts'
import { sheetTracker } from './ods-sheets.ts'
import { odsText } from './ods-text.ts'
import { type OdsValue, odsValue, type StatedValue, statedValue } from './ods-value.ts'

/** A cell as written: once, for as many columns as it stands for. */
export interface RepeatedCell {
  readonly value: OdsValue
  readonly column: number
  readonly columns: number
  readonly formula: boolean
  /** A formula without a saved result. */
  readonly unsaved: boolean
  readonly hidden: boolean
}

/** A row as written: once, for as many rows as it stands for. */
export interface RepeatedRow {
  readonly sheet: number
  readonly row: number
  readonly rows: number
  readonly hidden: boolean
  readonly cells: readonly RepeatedCell[]
}

interface OpenCell {
  readonly columns: number
  readonly acrossColumns: number
  readonly acrossRows: number
  readonly stated: StatedValue
}

export interface OdsContent extends XmlListener {
  take(): RepeatedRow[]
  merges(sheet: number): readonly MergedRange[]
  /** Index of the sheet that is being read, or has been last; -1 before the first. */
  sheet(): number
}

/**
 * Collects the rows of all sheets. Rows and cells without content cost nothing, however often they are repeated; those with
 * content count as often as they are repeated, and are multiplied only when they are handed on.
 */
export function odsContent(part: string, limits: ReadLimits): OdsContent {
  const tracker = sheetTracker()
  let chars = 0
  const text = odsText(count => {
    chars += count
    if (chars > limits.textChars)
      throw fail('file_too_large', { what: 'texts', limit: megabytes(limits.textChars) })
  })
  const merges: MergedRange[][] = []
  let rows: RepeatedRow[] = []
  let sheet = -1
  let inSheet = false
  let cellCount = 0
  /** Elements inside one that is left out. */
  let skipped = 0

  let hidden: HiddenColumns = hiddenColumns(limits.columns)
  let tableColumn = 1
  /** Open groups, each with whether it is folded away. */
  let columnGroups: boolean[] = []
  let rowGroups: boolean[] = []

  let row = 1
  let repeatedRows = 1
  let rowHidden = false
  let column = 1
  let cells: RepeatedCell[] = []
  let cell: OpenCell | null = null

  const isFolded = (attributes: XmlAttributes): boolean => attributes.get(tracker.names().display) === 'false'
  const isCollapsed = (attributes: XmlAttributes): boolean => {
    const visibility = attributes.get(tracker.names().visibility)
    return visibility === 'collapse' || visibility === 'filter'
  }

  function openSheet(): void {
    sheet++
    inSheet = true
    hidden = hiddenColumns(limits.columns)
    columnGroups = []
    rowGroups = []
    tableColumn = 1
    row = 1
    merges[sheet] = []
  }

  function openColumn(attributes: XmlAttributes): void {
    const to = tableColumn + countOf(attributes.get(tracker.names().columnsRepeated)) - 1
    if (isCollapsed(attributes) || columnGroups.includes(true)) hidden.hide(tableColumn, to)
    tableColumn = to + 1
  }

  function openRow(attributes: XmlAttributes): void {
    repeatedRows = countOf(attributes.get(tracker.names().rowsRepeated))
    rowHidden = isCollapsed(attributes) || rowGroups.includes(true)
    column = 1
    cells = []
  }

  function closeRow(): void {
    if (cells.length > 0) {
      if (row + repeatedRows - 1 > limits.rows)
        throw fail('file_too_large', { what: 'rows', limit: String(limits.rows) })
      rows.push({ sheet, row, rows: repeatedRows, hidden: rowHidden, cells })
    }
    row += repeatedRows
  }

  function openCell(attributes: XmlAttributes): OpenCell {
    const names = tracker.names()
    return {
      columns: countOf(attributes.get(names.columnsRepeated)),
      acrossColumns: countOf(attributes.get(names.columnsSpanned)),
      acrossRows: countOf(attributes.get(names.rowsSpanned)),
      stated: statedValue(attributes, names),
    }
  }

  function closeCell({ columns, acrossColumns, acrossRows, stated }: OpenCell): void {
    const value = odsValue(stated, text.take())
    if (value === null) throw damaged(`${part}, ${cellAddress(Math.min(column, limits.columns), row)}`)
    const formula = stated.isFormula
    if (acrossColumns > 1 || acrossRows > 1) addMerge(acrossColumns, acrossRows)
    if (value.type !== 'empty' || formula) {
      if (column + columns - 1 > limits.columns)
        throw fail('file_too_large', { what: 'columns', limit: String(limits.columns) })
      cellCount += columns * repeatedRows
      if (cellCount > limits.cells)
        throw fail('file_too_large', { what: 'cells', limit: String(limits.cells) })
      const unsaved = formula && stated.type === '' && value.value === ''
      addCells(columns, value, formula, unsaved)
    }
    column += columns
  }

  /** One cell may stand for hidden and for shown columns; then it is kept in pieces. */
  function addCells(columns: number, value: OdsValue, formula: boolean, unsaved: boolean): void {
    const end = column + columns
    let from = column
    for (let at = column + 1; at <= end; at++) {
      if (at < end && hidden.has(at) === hidden.has(from)) continue
      const isHidden = rowHidden || hidden.has(from)
      cells.push({ value, column: from, columns: at - from, formula, unsaved, hidden: isHidden })
      from = at
    }
  }

  function addMerge(acrossColumns: number, acrossRows: number): void {
    const found = merges[sheet] ?? []
    if (found.length >= limits.merges)
      throw fail('file_too_large', { what: 'cells', limit: String(limits.merges) })
    if (column > limits.columns || row > limits.rows) return
    const lastColumn = Math.min(column + acrossColumns - 1, limits.columns)
    const lastRow = Math.min(row + acrossRows - 1, limits.rows)
    found.push({ from: cellAddress(column, row), to: cellAddress(lastColumn, lastRow) })
  }

  return {
    take() {
      const taken = rows
      rows = []
      return taken
    },
    merges: index => merges[index] ?? [],
    sheet: () => sheet,
    open(tag, attributes) {
      const isSheet = tracker.open(tag, attributes)
      if (isSheet) return openSheet()
      if (!inSheet) return
      if (skipped > 0) {
        skipped++
        return
      }
      if (cell) {
        if (!text.open(tag, attributes, tracker.names())) skipped = 1
        return
      }
      switch (tag) {
        case 'table-column':
          return openColumn(attributes)
        case 'table-column-group':
          columnGroups.push(isFolded(attributes))
          return
        case 'table-row-group':
          rowGroups.push(isFolded(attributes))
          return
        case 'table-row':
          return openRow(attributes)
        case 'table-cell':
        case 'covered-table-cell':
          cell = openCell(attributes)
          return
        case 'table-columns':
        case 'table-header-columns':
        case 'table-rows':
        case 'table-header-rows':
          return
        default:
          // Drawings, print settings, sources: they may hold paragraphs and tables of their own.
          skipped = 1
      }
    },
    text(piece) {
      if (cell && skipped === 0) text.add(piece)
    },
    close(tag) {
      tracker.close()
      if (!inSheet) return
      if (skipped > 0) {
        skipped--
        return
      }
      switch (tag) {
        case 'table-cell':
        case 'covered-table-cell':
          if (cell) closeCell(cell)
          cell = null
          return
        case 'table-row':
          return closeRow()
        case 'table-column-group':
          columnGroups.pop()
          return
        case 'table-row-group':
          rowGroups.pop()
          return
        case 'table':
          inSheet = false
          return
        default:
          text.close(tag)
      }
    },
  }
}
