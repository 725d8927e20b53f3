import {
  type Bani,
  type ExecutionLine,
  type ExecutionReport,
  formatBani,
  sumBani,
} from '../../domain/index.ts'
import { COLUMNS, type ColumnName } from './header-row.ts'

export type WrittenLine = Omit<ExecutionLine, 'sheet' | 'cell' | 'row' | 'rawValue'>

/** What a report says, without where it was read. */
export type ExecutionContent = Pick<
  ExecutionReport,
  'type' | 'periodEnd' | 'sector' | 'cui' | 'entityName'
> & { readonly lines: readonly WrittenLine[] }

/** A cell to write: text, an exact decimal to be stored as a number, or nothing. */
export type GridCell = string | { readonly decimal: string } | null

/** How the Treasury's layout is varied; every field has the Treasury's own way as its default. */
export interface ExecutionLayout {
  readonly sheet?: string
  /** Columns from A on; null is an empty one. */
  readonly columns?: readonly (ColumnName | null)[]
  /** Rows above the title. */
  readonly preamble?: readonly (readonly string[])[]
  /** Repeats the header after so many lines, as page breaks do. */
  readonly headerEvery?: number
  /** Changes titles, labels and kinds: capitals, diacritics, spaces. */
  readonly word?: (text: string) => string
  readonly amount?: (amount: Bani) => GridCell
  readonly date?: (isoDate: string) => string
}

const TREASURY_COLUMNS = [
  'kind',
  'source',
  'functional',
  'functionalName',
  'economic',
  'economicName',
  'section',
  'amount',
] as const satisfies readonly ColumnName[]
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const SECTOR_NAMES: Readonly<Record<string, string>> = {
  '01': 'Bugetul de stat (administratia centrala)',
  '02': 'Bugetul local   (administratie locala)',
}

/** "30-JUN-26". */
export const treasuryDate = (isoDate: string): string =>
  `${isoDate.slice(8, 10)}-${MONTHS[Number(isoDate.slice(5, 7)) - 1]}-${isoDate.slice(2, 4)}`

const plainAmount = (amount: Bani): GridCell => ({ decimal: formatBani(amount).replace(/\.?0+$/, '') || '0' })

/** The cells of a report in the Treasury's layout, row by row. */
export function writeGrid(content: ExecutionContent, layout: ExecutionLayout = {}): GridCell[][] {
  const word = layout.word ?? (text => text)
  const amountCell = layout.amount ?? plainAmount
  const columns = layout.columns ?? TREASURY_COLUMNS
  const header = columns.map(name => (name ? word(COLUMNS[name].label) : null))
  const rows: GridCell[][] = [
    ...(layout.preamble ?? []).map(row => [...row]),
    [word('MINISTERUL FINANTELOR')],
    [word('RAPORT DE EXECUTIE BUGETARA COFOG3')],
    [`${word('LA DATA')}: ${(layout.date ?? treasuryDate)(content.periodEnd)}`],
    [`${word('Sector bugetar')}: ${content.sector} - ${SECTOR_NAMES[content.sector] ?? ''}`.trim()],
    [`Cod Fiscal IP:   ${content.cui} Denumire IP : ${content.entityName}`],
    [],
    header,
  ]
  content.lines.forEach((line, index) => {
    if (layout.headerEvery && index > 0 && index % layout.headerEvery === 0) rows.push(header)
    rows.push(columns.map(name => (name ? lineCell(line, name, word, amountCell) : null)))
  })
  for (const kind of ['revenue', 'expenditure'] as const) {
    const total = sumBani(content.lines.filter(line => line.kind === kind).map(line => line.amount))
    const label = kind === 'revenue' ? ' TOTAL VENITURI:' : ' TOTAL CHELTUIELI:'
    const first = columns.findIndex(name => name !== null && name !== 'amount')
    rows.push(
      columns.map((name, at) => (name === 'amount' ? amountCell(total) : at === first ? word(label) : null)),
    )
  }
  rows.push([content.type])
  return rows
}

function lineCell(
  line: WrittenLine,
  name: ColumnName,
  word: (text: string) => string,
  amountCell: (amount: Bani) => GridCell,
): GridCell {
  switch (name) {
    case 'kind':
      return word(line.kind === 'revenue' ? ' Venit' : ' Cheltuiala')
    case 'source':
      return line.sourceName === '' ? line.source : `${line.source}-${line.sourceName}`
    case 'functional':
      return line.functional
    case 'functionalName':
      return line.functionalName
    case 'economic':
      return line.economic ?? ''
    case 'economicName':
      return line.economicName ?? ''
    case 'section':
      if (line.section === null) return ''
      return word(line.section === 'F' ? 'F - FUNCTIONARE' : 'D - DEZVOLTARE')
    case 'amount':
      return amountCell(line.amount)
  }
}
