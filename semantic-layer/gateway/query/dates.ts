import { printable } from '../catalogue.ts'
import { wrong } from '../gateway-error.ts'
import { type CustomGranularity, stepOf } from './granularity.ts'
import { wallClock } from './time-zone.ts'

/** Wall time of the query's zone, "2026-06-30T23:59:59.999": the only form in which dates reach the compiler. */
export type DateRange = readonly [string, string]

interface Parsed {
  readonly wall: number
  /** No time of day was given: the whole day is meant. */
  readonly day: boolean
}

const ABSOLUTE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/
const DAY_MS = 86_400_000

export const isAbsolute = (value: string): boolean => ABSOLUTE.test(value)

/** Reads an absolute date, or throws Cube's 400. Years 1900 to 2200: beyond them is a slip, or a try at something. */
export function readInstant(value: unknown, zone: string): Parsed {
  const match = typeof value === 'string' ? ABSOLUTE.exec(value) : null
  const parsed = match ? parse(match, zone) : null
  if (!parsed) throw wrong(`Can't parse date: '${printable(value)}'`)
  return parsed
}

function parse(match: RegExpExecArray, zone: string): Parsed | null {
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', fraction = '', offset] = match
  const text = `${year}-${month}-${day}T${hour ?? '00'}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
  const written = Date.parse(text)
  // Date.parse rolls 31 February over and takes 24:00; what was written must come back.
  if (Number.isNaN(written) || new Date(written).toISOString() !== text) return null
  if (Number(year) < 1900 || Number(year) > 2200) return null
  if (offset === undefined) return { wall: written, day: hour === undefined }
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? []
  if (Number(hours) > 14 || Number(minutes) > 59) return null
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return { wall: wallClock(written - shift, zone), day: false }
}

export const startText = ({ wall }: Parsed): string => wallText(wall)
/** A bare day lasts to its last millisecond. */
export const endText = ({ wall, day }: Parsed): string => wallText(day ? wall + DAY_MS - 1 : wall)

const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, -1)

/** A range as Cube takes it: two dates, one date, or a phrase of Cube's documentation such as "last 3 months". */
export function readDateRange(value: unknown, zone: string, now: () => number): DateRange {
  if (Array.isArray(value)) {
    if (value.length < 1 || value.length > 2)
      throw wrong(`Invalid query format: "dateRange" must contain one or two dates`)
    return [startText(readInstant(value[0], zone)), endText(readInstant(value.at(-1), zone))]
  }
  if (typeof value !== 'string') throw wrong(`Can't parse date: '${printable(value)}'`)
  if (isAbsolute(value)) {
    const parsed = readInstant(value, zone)
    return [startText(parsed), endText(parsed)]
  }
  const range = relativeRange(value.trim().toLowerCase(), wallClock(now(), zone), zone)
  if (!range) throw wrong(`Can't parse date: '${printable(value)}'`)
  return [wallText(range[0]), wallText(range[1])]
}

const UNIT = 'second|minute|hour|day|week|month|quarter|year'
type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'
const NAMED = new RegExp(`^(this|last|next) (${UNIT})$`)
const COUNTED = new RegExp(`^(last|next) (\\d{1,5}) (${UNIT})s?$`)
const AGO = new RegExp(`^(\\d{1,5}) (${UNIT})s? (ago|from now)$`)

function relativeRange(phrase: string, now: number, zone: string): [number, number] | null {
  if (phrase === 'today') return spanOf('day', now, 0, 0)
  if (phrase === 'yesterday') return spanOf('day', now, -1, -1)
  if (phrase === 'tomorrow') return spanOf('day', now, 1, 1)
  const named = NAMED.exec(phrase)
  if (named) {
    const shift = named[1] === 'last' ? -1 : named[1] === 'next' ? 1 : 0
    return spanOf(named[2] as Unit, now, shift, shift)
  }
  const counted = COUNTED.exec(phrase)
  if (counted) {
    const count = Number(counted[2])
    const unit = counted[3] as Unit
    return counted[1] === 'last' ? spanOf(unit, now, -count, -1) : spanOf(unit, now, 1, count)
  }
  const [, from, to] = /^from (.{1,40}?) to (.{1,40})$/.exec(phrase) ?? []
  if (from === undefined || to === undefined) return null
  const start = point(from, now, zone)
  const end = point(to, now, zone)
  if (start === null || end === null) return null
  const unit = (['second', 'minute', 'hour'] as const).find(each => phrase.includes(each)) ?? 'day'
  return [startOf(unit, start), addUnits(unit, 1, startOf(unit, end)) - 1]
}

function point(phrase: string, now: number, zone: string): number | null {
  if (phrase === 'now' || phrase === 'today') return now
  if (phrase === 'yesterday') return addUnits('day', -1, now)
  if (phrase === 'tomorrow') return addUnits('day', 1, now)
  const ago = AGO.exec(phrase)
  if (ago) return addUnits(ago[2] as Unit, Number(ago[1]) * (ago[3] === 'ago' ? -1 : 1), now)
  return isAbsolute(phrase.toUpperCase()) ? readInstant(phrase.toUpperCase(), zone).wall : null
}

function spanOf(unit: Unit, now: number, from: number, to: number): [number, number] {
  const start = startOf(unit, now)
  return [addUnits(unit, from, start), addUnits(unit, to + 1, start) - 1]
}

const FIXED: Partial<Record<Unit, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY_MS,
  week: 7 * DAY_MS,
}

function startOf(unit: Unit, wall: number): number {
  const date = new Date(wall)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  if (unit === 'year') return Date.UTC(year, 0)
  if (unit === 'quarter') return Date.UTC(year, month - (month % 3))
  if (unit === 'month') return Date.UTC(year, month)
  const day = wall - (((wall % DAY_MS) + DAY_MS) % DAY_MS)
  if (unit === 'week') return day - ((date.getUTCDay() + 6) % 7) * DAY_MS
  const length = FIXED[unit] ?? DAY_MS
  return wall - (((wall % length) + length) % length)
}

function addUnits(unit: Unit, count: number, wall: number): number {
  const fixed = FIXED[unit]
  if (fixed !== undefined) return wall + count * fixed
  const date = new Date(wall)
  const months = count * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate()
  return first + (Math.min(date.getUTCDate(), last) - 1) * DAY_MS + (((wall % DAY_MS) + DAY_MS) % DAY_MS)
}

const STEP_MS = new Map<string, number>([
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
])

/** How many buckets of a granularity a range spans, rounded up. */
export function stepsOf(
  granularity: string,
  [from, to]: DateRange,
  custom: readonly CustomGranularity[] = [],
): number {
  const step = stepOf(granularity, custom)
  const length = step ? step.count * (step.unit === 'day' ? 1 : 28) * DAY_MS : STEP_MS.get(granularity)
  return Math.ceil((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / (length ?? 1000))
}
