import type { Cell, SheetRow } from '../readers/cell.ts'
import { foldText } from './fold-text.ts'

/** Columns of the report; `label` is the Treasury's own title, shown in messages. */
export const COLUMNS = {
  kind: { label: 'Tip Indicator', titles: ['TIP INDICATOR', 'TIP INDICATORI', 'TIP'] },
  source: {
    label: 'Sursa finantare',
    titles: ['SURSA FINANTARE', 'SURSA DE FINANTARE', 'SURSA FINANTARII', 'SURSA'],
  },
  functional: {
    label: 'Clasificatie Functionala',
    titles: [
      'CLASIFICATIE FUNCTIONALA',
      'CLASIFICATIA FUNCTIONALA',
      'COD CLASIFICATIE FUNCTIONALA',
      'COD FUNCTIONAL',
    ],
  },
  functionalName: {
    label: 'Clasificatie Functionala Descriere',
    titles: [
      'CLASIFICATIE FUNCTIONALA DESCRIERE',
      'CLASIFICATIA FUNCTIONALA DESCRIERE',
      'DESCRIERE CLASIFICATIE FUNCTIONALA',
      'CLASIFICATIE FUNCTIONALA DENUMIRE',
      'DENUMIRE CLASIFICATIE FUNCTIONALA',
    ],
  },
  economic: {
    label: 'Clasificatie Economica',
    titles: [
      'CLASIFICATIE ECONOMICA',
      'CLASIFICATIA ECONOMICA',
      'COD CLASIFICATIE ECONOMICA',
      'COD ECONOMIC',
    ],
  },
  economicName: {
    label: 'Clasificatie Economica Descriere',
    titles: [
      'CLASIFICATIE ECONOMICA DESCRIERE',
      'CLASIFICATIA ECONOMICA DESCRIERE',
      'DESCRIERE CLASIFICATIE ECONOMICA',
      'CLASIFICATIE ECONOMICA DENUMIRE',
      'DENUMIRE CLASIFICATIE ECONOMICA',
    ],
  },
  section: { label: 'Sectiune', titles: ['SECTIUNE', 'SECTIUNEA'] },
  amount: {
    label: 'Executie Cumulat',
    titles: ['EXECUTIE CUMULAT', 'EXECUTIE CUMULATA', 'EXECUTIA CUMULATA', 'EXECUTIE CUMULATIV', 'EXECUTIE'],
  },
} as const
export type ColumnName = keyof typeof COLUMNS
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[]

/** The names of the codes can be had from the classification; without one of the others a row says too little. */
const DISPENSABLE: ReadonlySet<ColumnName> = new Set(['functionalName', 'economicName'])

const BY_TITLE: ReadonlyMap<string, ColumnName> = new Map(
  COLUMN_NAMES.flatMap(name => COLUMNS[name].titles.map(title => [title, name] as const)),
)
const LONGEST_TITLE = Math.max(...[...BY_TITLE.keys()].map(title => title.length))
/** Fewer known titles in a row may be chance words of a preamble. */
const ENOUGH = 4

export interface HeaderRow {
  readonly row: number
  /** Column number of each title found. */
  readonly columns: ReadonlyMap<ColumnName, number>
  readonly missing: readonly ColumnName[]
  readonly doubled: readonly { readonly name: ColumnName; readonly first: Cell; readonly second: Cell }[]
  /** Whether rows can be read by it. */
  readonly usable: boolean
}

export const isDispensable = (name: ColumnName): boolean => DISPENSABLE.has(name)

/** Whether the row names the columns of an execution report. */
export const isHeaderRow = (row: SheetRow): boolean => matchHeaderRow(row) !== null

/** Recognises the header by its words, wherever it stands; null when the row is none. */
export function matchHeaderRow(row: SheetRow): HeaderRow | null {
  if (row.cells.length < ENOUGH) return null
  const found = new Map<ColumnName, Cell>()
  const doubled: { name: ColumnName; first: Cell; second: Cell }[] = []
  for (const cell of row.cells) {
    if (cell.type !== 'text' || cell.value.length > LONGEST_TITLE * 2) continue
    const name = BY_TITLE.get(foldText(cell.value))
    if (!name) continue
    const first = found.get(name)
    if (first) doubled.push({ name, first, second: cell })
    else found.set(name, cell)
  }
  if (found.size < ENOUGH) return null
  const missing = COLUMN_NAMES.filter(name => !found.has(name))
  return {
    row: row.row,
    columns: new Map([...found].map(([name, cell]) => [name, cell.column])),
    missing,
    doubled,
    usable: [...missing, ...doubled.map(pair => pair.name)].every(isDispensable),
  }
}
