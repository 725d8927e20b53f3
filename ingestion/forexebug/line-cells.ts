import {
  AMOUNT_LIMIT,
  type AmountReading,
  type Bani,
  type BudgetKind,
  type BudgetSection,
  type DecimalMark,
  formatBani,
  type Issue,
  type IssuePlace,
  makeIssue,
  readAmountDecimal,
  readAmountText,
} from '../../domain/index.ts'
import type { Cell } from '../readers/cell.ts'
import { foldText, squeeze } from './fold-text.ts'

/** What a cell of a line says, or what is wrong with it. */
export type CellReading<Value> = { readonly value: Value } | { readonly issue: Issue }

export const placeOf = (cell: Cell): IssuePlace => ({
  sheet: cell.sheet,
  cell: cell.cell,
  value: cell.type === 'empty' ? null : cell.type === 'date' ? cell.value : cell.raw,
})

const KINDS: Readonly<Record<string, BudgetKind>> = {
  VENIT: 'revenue',
  VENITURI: 'revenue',
  CHELTUIALA: 'expenditure',
  CHELTUIELI: 'expenditure',
}
export const readKind = (cell: Cell): BudgetKind | null =>
  cell.type === 'text' && cell.value.length < 40 ? (KINDS[foldText(cell.value)] ?? null) : null

/** A code has six digits and nothing else. Excel spoils codes in known ways; each has its own advice, none is mended silently. */
export function readCode(
  cell: Cell,
  which: 'functional' | 'economic',
  kind: BudgetKind,
): CellReading<string> {
  const text = squeeze(cell.value)
  if (cell.type !== 'date' && /^\d{6}$/.test(text)) return { value: text }
  const malformed = (hint: string, suggestion = ''): CellReading<string> => ({
    issue: makeIssue('code_malformed', placeOf(cell), { which, hint, suggestion }),
  })
  if (cell.type === 'empty' || text === '') return malformed('missing')
  if (cell.type === 'date') return malformed('date')
  if (/^\d{5}$/.test(text) && which === 'functional' && (cell.type === 'number' || kind === 'revenue'))
    return malformed('leading_zero', `0${text}`)
  const mended = text.replace(/[OoОо]/g, '0').replace(/[lI|]/g, '1')
  if (mended !== text && /^\d{6}$/.test(mended)) return malformed('letter', mended)
  const dotted = /^(\d{2})\.(?:\d{2}\.)?(\d{2})\.(\d{2})$/.exec(text)
  if (dotted) return malformed('dotted', `${dotted[1]}${dotted[2]}${dotted[3]}`)
  return malformed('length')
}

export interface Source {
  readonly letter: string
  readonly name: string
}
/** "A-Integral de la buget" → A with its text; a bare letter is a source without text. */
export function readSource(cell: Cell): CellReading<Source> {
  const text = squeeze(cell.value)
  if (text === '') return { issue: makeIssue('source_missing', placeOf(cell), {}) }
  const match = /^([A-Za-z])\s*(?:[-–—]\s*(.*))?$/.exec(text)
  if (!match)
    return {
      issue: makeIssue('source_unknown', placeOf(cell), { source: '', rows: '1', cells: '' }, 'error'),
    }
  return { value: { letter: (match[1] ?? '').toUpperCase(), name: match[2] ?? '' } }
}

/** "F - FUNCTIONARE", "D", "Secțiunea de dezvoltare"; blank is none. */
export function readSection(cell: Cell): CellReading<BudgetSection | null> {
  const folded = foldText(cell.value)
  if (folded === '') return { value: null }
  if (/^F$|^(?:F )?(?:SECTIUNEA DE )?FUNCTIONARE$/.test(folded)) return { value: 'F' }
  if (/^D$|^(?:D )?(?:SECTIUNEA DE )?DEZVOLTARE$/.test(folded)) return { value: 'D' }
  return { issue: makeIssue('section_unknown', placeOf(cell), {}) }
}

/** `decimal` is the mark of the whole table, where that is known; it is about typed amounts only. */
export function readAmount(cell: Cell, decimal: DecimalMark | null): CellReading<Bani> {
  const place = placeOf(cell)
  if (cell.type === 'empty')
    return { issue: makeIssue('amount_missing', place, { hint: cell.formula ? 'formula' : 'empty' }) }
  if (cell.type === 'date' || cell.type === 'boolean' || cell.type === 'error') {
    const hint = cell.type === 'date' ? 'date' : cell.type === 'error' ? 'cell_error' : 'none'
    return { issue: makeIssue('amount_not_number', place, { hint, suggestion: '' }) }
  }
  const reading = cell.type === 'number' ? readAmountDecimal(cell.value) : readAmountText(cell.value, decimal)
  return reading.is === 'amount' ? { value: reading.amount } : { issue: amountIssue(reading, place, decimal) }
}

function amountIssue(
  reading: Exclude<AmountReading, { is: 'amount' }>,
  place: IssuePlace,
  decimal: DecimalMark | null,
): Issue {
  switch (reading.is) {
    case 'missing':
      return makeIssue('amount_missing', place, { hint: 'dash' })
    case 'ambiguous':
      return makeIssue('amount_ambiguous', place, { first: reading.readings[0], second: reading.readings[1] })
    case 'contradicts':
      return makeIssue('amount_contradicts', place, { decimal: decimal ?? '' })
    case 'too_many_decimals':
      return makeIssue('amount_decimals', place, {})
    case 'too_large':
      return makeIssue('amount_too_large', place, { limit: formatBani(AMOUNT_LIMIT) })
    case 'not_number':
      return makeIssue('amount_not_number', place, {
        hint: reading.hint,
        suggestion: reading.suggestion ?? '',
      })
  }
}
