import type { Language } from '../../domain/index.ts'
import { type DateParts, formatDate, monthName, type PeriodShape, periodShape } from './date.ts'

const iso = ({ year, month, day }: DateParts): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const ENGLISH = ['', 'first', 'second', 'third', 'fourth']
const HUNGARIAN = ['', 'első', 'második', 'harmadik', 'negyedik']
const ROMANIAN = [
  '',
  'primul trimestru',
  'al doilea trimestru',
  'al treilea trimestru',
  'al patrulea trimestru',
]

function romanian(period: PeriodShape): string {
  const { year, month } = period.date
  switch (period.shape) {
    case 'year':
      return `în anul ${year}`
    case 'half':
      return `în prima jumătate a anului ${year}`
    case 'secondHalf':
      return `în a doua jumătate a anului ${year}`
    case 'nine':
      return `în primele nouă luni ale anului ${year}`
    case 'quarter':
      return `în ${ROMANIAN[period.quarter]} al anului ${year}`
    case 'month':
      return `în ${monthName(month, 'ro')} ${year}`
    case 'toDate':
      return `de la începutul anului până la ${formatDate(iso(period.date), 'ro')}`
    case 'span':
      return `între ${formatDate(iso(period.from), 'ro')} și ${formatDate(iso(period.date), 'ro')}`
  }
}

function hungarian(period: PeriodShape): string {
  const { year, month, day } = period.date
  switch (period.shape) {
    case 'year':
      return `a ${year}. évben`
    case 'half':
      return `${year} első félévében`
    case 'secondHalf':
      return `${year} második félévében`
    case 'nine':
      return `${year} első kilenc hónapjában`
    case 'quarter':
      return `${year} ${HUNGARIAN[period.quarter]} negyedévében`
    case 'month':
      return `${year}. ${monthName(month, 'hu')} hónapban`
    case 'toDate':
      return `az év elejétől ${year}. ${monthName(month, 'hu')} ${day}-ig`
    case 'span':
      return `${year}. ${monthName(period.from.month, 'hu')} 1. és ${monthName(month, 'hu')} ${day}. között`
  }
}

function english(period: PeriodShape): string {
  const { year, month } = period.date
  switch (period.shape) {
    case 'year':
      return `in ${year}`
    case 'half':
      return `in the first half of ${year}`
    case 'secondHalf':
      return `in the second half of ${year}`
    case 'nine':
      return `in the first nine months of ${year}`
    case 'quarter':
      return `in the ${ENGLISH[period.quarter]} quarter of ${year}`
    case 'month':
      return `in ${monthName(month, 'en')} ${year}`
    case 'toDate':
      return `from the start of the year to ${formatDate(iso(period.date), 'en')}`
    case 'span':
      return `between ${formatDate(iso(period.from), 'en')} and ${formatDate(iso(period.date), 'en')}`
  }
}

const WRITE: Record<Language, (period: PeriodShape) => string> = {
  ro: romanian,
  hu: hungarian,
  en: english,
}

/** The period as part of a sentence; null `months` means since 1 January. */
export function periodInWords(at: string, months: number | null, language: Language): string {
  const period = periodShape(at, months)
  return period ? WRITE[language](period) : ''
}
