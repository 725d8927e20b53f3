import type { CellType } from './cell.ts'
import { canonicalDecimal } from './decimal-text.ts'
import type { Attributes, OdsNames } from './ods-names.ts'

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

/**
 * The typed value of a cell; `shown` is the text of its paragraphs. Null when the cell states a type and no value of that
 * type: what it holds can then only be guessed.
 */
export function odsValue(attributes: Attributes, names: OdsNames, shown: string): OdsValue | null {
  const type = attributes[`${names.office}:value-type`]
  const isFormula = attributes[`${names.table}:formula`] !== undefined
  if (attributes[`${names.calcext}:value-type`] === 'error' || (isFormula && SHOWN_ERROR.test(shown)))
    return { type: 'error', value: shown, raw: shown }
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const stored = attributes[`${names.office}:value`]?.trim() ?? ''
      const decimal = canonicalDecimal(stored)
      return decimal === null ? null : { type: 'number', value: decimal, raw: stored }
    }
    case 'date': {
      const stored = attributes[`${names.office}:date-value`] ?? ''
      const value = dateOf(stored)
      return value === null ? null : { type: 'date', value, raw: stored }
    }
    case 'time': {
      const stored = attributes[`${names.office}:time-value`] ?? ''
      const value = clockOf(stored)
      return value === null ? null : { type: 'date', value, raw: stored }
    }
    case 'boolean': {
      const stored = attributes[`${names.office}:boolean-value`] ?? ''
      return stored === 'true' || stored === 'false' ? { type: 'boolean', value: stored, raw: stored } : null
    }
    default:
      return textOf(attributes[`${names.office}:string-value`] ?? shown)
  }
}

/** "2026-06-30T00:00:00" → "2026-06-30"; fractions of a second are rounded as Excel shows them. */
function dateOf(stored: string): string | null {
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
