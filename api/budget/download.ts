import Papa from 'papaparse'
import writeExcel from 'write-excel-file/node'
import type { Language } from '../../domain/index.ts'
import type { loadBudget } from './load-budget.ts'

type Budget = Awaited<ReturnType<typeof loadBudget>>

const HEADS: Record<Language, readonly [string, string, string, string]> = {
  ro: ['Cod', 'Denumire', 'Suma (lei)', 'Pondere'],
  hu: ['Kód', 'Megnevezés', 'Összeg (lej)', 'Arány'],
  en: ['Code', 'Name', 'Amount (lei)', 'Share'],
}

/** The same rows as on the page and in the API, as a file. Amounts in CSV have a point and no grouping, for programs. */
export async function budgetFile(
  budget: Budget,
  format: 'csv' | 'xlsx' | 'json',
  language: Language,
): Promise<{ content: Buffer; type: string; name: string }> {
  const name = `${budget.entity.cui}-${budget.at}-${budget.kind}-${budget.by}${budget.level}.${format}`
  const rows = budget.rows.map(
    row => [row.display, row.names[language], row.amount, row.share ?? ''] as const,
  )
  const total = ['', 'TOTAL', budget.total, ''] as const
  switch (format) {
    case 'json':
      return {
        content: Buffer.from(JSON.stringify(budget, null, 2)),
        type: 'application/json; charset=utf-8',
        name,
      }
    case 'csv':
      return {
        content: Buffer.from(
          `\uFEFF${Papa.unparse(
            [HEADS[language], ...rows, total].map(row => [...row]),
            { newline: '\r\n', escapeFormulae: /^[=+@\t\r]/ },
          )}\r\n`,
        ),
        type: 'text/csv; charset=utf-8',
        name,
      }
    case 'xlsx':
      return {
        content: await writeExcelRows([HEADS[language], ...rows, total]),
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        name,
      }
  }
}

/** An XLSX number is written as its shortest decimal text, which holds amounts of up to 15 digits exactly. */
async function writeExcelRows(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const cells = rows.map((row, index) =>
    row.map((value, column) =>
      index > 0 && column === 2
        ? { type: Number, value: Number(value), format: '#,##0.00' }
        : index > 0 && column === 3 && value !== ''
          ? { type: Number, value: Number(value), format: '0.0%' }
          : { type: String, value: String(value), ...(index === 0 ? { fontWeight: 'bold' as const } : {}) },
    ),
  )
  return await writeExcel(cells, {
    columns: [{ width: 14 }, { width: 60 }, { width: 20 }, { width: 10 }],
  }).toBuffer()
}
