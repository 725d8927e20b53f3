import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { type ExecutionContent, type ExecutionLayout, type GridCell, writeGrid } from './write-grid.ts'

/**
 * Writes a report as an XLSX in the Treasury's layout, or in the given variations of it, one sheet each. Amounts below ten
 * thousand billion lei have at most the 15 digits that a spreadsheet keeps.
 */
export async function makeExecutionWorkbook(
  content: ExecutionContent,
  ...layouts: readonly ExecutionLayout[]
): Promise<Buffer> {
  const sheets = (layouts.length > 0 ? layouts : [{}]).map((layout, index) => ({
    sheet: layout.sheet ?? `Sheet${index + 1}`,
    data: toSheetData(writeGrid(content, layout)),
  }))
  return writeXlsxFile(sheets).toBuffer()
}

const toSheetData = (grid: readonly (readonly GridCell[])[]): SheetData =>
  grid.map(row =>
    row.map(cell => {
      if (cell === null || cell === '') return null
      if (typeof cell === 'string') return { value: cell, type: String }
      // The one float of an amount: the file format stores numbers so, and the shortest text of it is the decimal again.
      return { value: Number(cell.decimal), type: Number }
    }),
  )
