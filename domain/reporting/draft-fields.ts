import { readAmountText } from '../amount-text.ts'
import { isDay } from '../calendar/day.ts'
import { withoutMarks } from '../without-marks.ts'
import { isReservedWord } from './expression/parse.ts'
import type { ValueType } from './expression/syntax.ts'
import type { FieldUnit, ReportField } from './report-definition.ts'

const NAME_LENGTH = 48

/** Words of a header that tell the unit, without diacritics. */
const UNIT_WORDS: readonly (readonly [RegExp, FieldUnit])[] = [
  [/\bmii lei\b/, 'thousand_lei'],
  [/\b(lei|ron|suma|valoare|plati|incasari|cheltuieli|venituri)\b/, 'lei'],
  [/\b(post|posturi)\b/, 'posts'],
  [/\(%\)|\bprocent/, 'percent'],
  [/\b(persoane|beneficiari|elevi|copii|angajati)\b/, 'persons'],
]

/** A first draft of the fields of a report from the header of a file, and of its first rows where there are any: to be looked over. */
export function draftFields(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): ReportField[] {
  const taken = new Set<string>()
  const fields = header.map((title, index) =>
    draftField(
      title.trim(),
      rows.map(row => row[index]?.trim() ?? ''),
      taken,
      index,
    ),
  )
  // Something has to say what a row is about.
  const subject =
    fields.find(({ codeList }) => codeList !== null) ??
    fields.find(({ type }) => type !== 'number') ??
    fields[0]
  return fields.map(field => (field === subject ? { ...field, role: 'dimension', required: true } : field))
}

function draftField(
  title: string,
  values: readonly string[],
  taken: Set<string>,
  index: number,
): ReportField {
  const words = withoutMarks(title).toLowerCase()
  const name = freeName(words, taken, index)
  const isUat = /\bsiruta\b/.test(words)
  const type: ValueType = isUat ? 'text' : typeOf(values.filter(value => value !== ''))
  const unit =
    type === 'number' ? (UNIT_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'none') : 'none'
  const text = title === '' ? name : title
  return {
    name,
    titles: { ro: text, hu: text, en: text },
    help: { ro: '', hu: '', en: '' },
    synonyms: [],
    type,
    role: type === 'number' ? 'measure' : 'note',
    required: false,
    personal: false,
    decimals: type === 'number' ? decimalsOf(values, unit) : 0,
    unit,
    additivity: unit === 'percent' ? 'non_additive' : 'additive',
    minimum: null,
    maximum: null,
    maxLength: null,
    codeList: isUat ? 'uat' : null,
    sumToParent: false,
    disaggregates: false,
  }
}

function freeName(words: string, taken: Set<string>, index: number): string {
  const plain = words.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
  const start = /^[a-z]/.test(plain) ? plain : `f_${plain}`
  const short =
    start.length > NAME_LENGTH
      ? start.slice(0, start.lastIndexOf('_', NAME_LENGTH)) || start.slice(0, NAME_LENGTH)
      : start
  const base = plain === '' ? `column_${index + 1}` : isReservedWord(short) ? `${short}_` : short
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`
  taken.add(name)
  return name
}

const isNumber = (value: string): boolean => {
  const { is } = readAmountText(value)
  return is === 'amount' || is === 'ambiguous' || is === 'too_many_decimals'
}

/** One value in ten may be a slip. Without values a column is taken for numbers, which most columns of reports are. */
function typeOf(values: readonly string[]): ValueType {
  if (values.filter(isNumber).length >= values.length * 0.9) return 'number'
  return values.every(isDay) ? 'date' : 'text'
}

function decimalsOf(values: readonly string[], unit: FieldUnit): number {
  if (unit === 'lei' || unit === 'thousand_lei') return 2
  const found = values.map(value => /[.,](\d{1,2})$/.exec(value)?.[1]?.length ?? 0)
  return Math.max(0, ...found)
}
