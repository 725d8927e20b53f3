import type { CellType } from '../cell.ts'
import { canonicalDecimal } from '../decimal-text.ts'
import type { XmlAttributes } from '../xml/xml-names.ts'
import type { OdsNames } from './ods-names.ts'

export interface OdsValue {
  readonly type: CellType
  readonly value: string
  readonly raw: string
}

/** What spreadsheets show for a formula that failed; LibreOffice has numbered ones of its own. */
const SHOWN_ERROR = /^(?:#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3})$/
const DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:[.,](\d+))?)?Z?$/
const DURATION = /^(-?)P(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,](\d+))?S)?)?$/

const textOf = (value: string): OdsValue => ({ type: value === '' ? 'empty' : 'text', value, raw: value })

/** What the tag of a cell says of its value. */
export interface StatedValue {
  readonly type: string
  /** The value of that type; undefined when there is none, and the text is all there is. */
  readonly stored: string | undefined
  readonly isFormula: boolean
  readonly isError: boolean
}

export function statedValue(attributes: XmlAttributes, names: OdsNames): StatedValue {
  const type = attributes.get(names.valueType) ?? ''
  return {
    type,
    stored: attributes.get(names[STORED_IN[type] ?? 'stringValue']),
    isFormula: attributes.get(names.formula) !== undefined,
    isError: attributes.get(names.shownType) === 'error',
  }
}

const STORED_IN: Readonly<Record<string, keyof OdsNames>> = {
  float: 'value',
  percentage: 'value',
  currency: 'value',
  date: 'dateValue',
  time: 'timeValue',
  boolean: 'booleanValue',
}

/**
 * The typed value of a cell; `shown` is the text of its paragraphs. Null when the cell states a type and no value of that
 * type: what it holds can then only be guessed.
 */
export function odsValue({ type, stored, isFormula, isError }: StatedValue, shown: string): OdsValue | null {
  if (isError || (isFormula && SHOWN_ERROR.test(shown))) return { type: 'error', value: shown, raw: shown }
  const known = (of: CellType, value: string | null): OdsValue | null =>
    value === null ? null : { type: of, value, raw: stored ?? '' }
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency':
      return known('number', canonicalDecimal((stored ?? '').trim()))
    case 'date':
      return known('date', dateOf(stored ?? ''))
    case 'time':
      return known('date', clockOf(stored ?? ''))
    case 'boolean':
      return known('boolean', stored === 'true' || stored === 'false' ? stored : null)
    default:
      return textOf(stored ?? shown)
  }
}

/** Dates met so far: sheets repeat them in every row. */
const DATES = new Map<string, string>()
const MOST_DATES = 20_000

function dateOf(stored: string): string | null {
  const known = DATES.get(stored)
  if (known !== undefined) return known
  const date = normalDate(stored)
  if (date?.length === 10 && stored.length < 30 && DATES.size < MOST_DATES) DATES.set(stored, date)
  return date
}

/** "2026-06-30T00:00:00" → "2026-06-30"; fractions of a second are rounded as Excel shows them. */
function normalDate(stored: string): string | null {
  const match = DATE.exec(stored)
  if (!match) return null
  const [, day = '', clock = '00:00:00', fraction = ''] = match
  const moment = Date.parse(`${day}T${clock}Z`)
  // A date such as 30 February would be moved into March.
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day) return null
  const rounded = new Date(moment + (fraction >= '5' ? 1_000 : 0)).toISOString()
  return rounded.slice(11, 19) === '00:00:00' ? rounded.slice(0, 10) : rounded.slice(0, 19)
}

/** "PT16H45M00S" → "16:45:00"; a duration of more than a day goes on counting hours. */
function clockOf(stored: string): string | null {
  const match = DURATION.exec(stored)
  if (!match || stored.endsWith('P') || stored.endsWith('T')) return null
  const [, sign = '', days = '0', hours = '0', minutes = '0', whole = '0', fraction = ''] = match
  const seconds =
    Number(days) * 86_400 +
    Number(hours) * 3_600 +
    Number(minutes) * 60 +
    Number(whole) +
    (fraction >= '5' ? 1 : 0)
  const clock = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map(part => String(part).padStart(2, '0'))
    .join(':')
  return seconds === 0 ? clock : sign + clock
}
