/** A granularity that the model declares: an interval such as "6 months", from a day or at an offset from 1 January. */
export interface CustomGranularity {
  readonly name: string
  readonly interval: string
  readonly origin: string | null
  readonly offset: string | null
}

/** Buckets of equal length: whole days, or whole months that begin on a first. */
export interface Step {
  readonly unit: 'day' | 'month'
  readonly count: number
  /** How many units after 1 January 1900, which was a Monday, a bucket begins; less than `count`. */
  readonly phase: number
}

const PREDEFINED = new Map<string, Step>([
  ['day', { unit: 'day', count: 1, phase: 0 }],
  ['week', { unit: 'day', count: 7, phase: 0 }],
  ['month', { unit: 'month', count: 1, phase: 0 }],
  ['quarter', { unit: 'month', count: 3, phase: 0 }],
  ['year', { unit: 'month', count: 12, phase: 0 }],
])
const INTERVAL = /^(\d{1,4}) (day|week|month|quarter|year)s?$/
const UNITS = new Map<string, readonly ['day' | 'month', number]>([
  ['day', ['day', 1]],
  ['week', ['day', 7]],
  ['month', ['month', 1]],
  ['quarter', ['month', 3]],
  ['year', ['month', 12]],
])
const DAY_MS = 86_400_000
const BEGIN = Date.UTC(1900, 0, 1)

/** The buckets of a granularity, or null where they are no calendar days or months, or depend on the year of asking. */
export function stepOf(name: string, custom: readonly CustomGranularity[] = []): Step | null {
  const predefined = PREDEFINED.get(name)
  if (predefined) return predefined
  const declared = custom.find(each => each.name === name)
  const interval = declared ? amountOf(declared.interval) : null
  if (!declared || !interval || interval.count === 0) return null
  const { unit, count } = interval
  const phase = declared.origin === null ? offsetOf(declared, interval) : originOf(declared.origin, unit)
  return phase === null ? null : { unit, count, phase: phase % count }
}

function amountOf(text: string): Omit<Step, 'phase'> | null {
  const [, digits, word = ''] = INTERVAL.exec(text) ?? []
  const unit = UNITS.get(word)
  return unit ? { unit: unit[0], count: Number(digits) * unit[1] } : null
}

/** Months after 1 January recur each year only when the interval divides it. */
function offsetOf({ offset }: CustomGranularity, interval: Omit<Step, 'phase'>): number | null {
  if (interval.unit === 'day' || 12 % interval.count !== 0) return null
  const shift = offset === null ? { unit: 'month', count: 0 } : amountOf(offset)
  return shift?.unit === 'month' ? shift.count : null
}

function originOf(text: string, unit: Step['unit']): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number)
  if (!parts) return null
  const [year = 0, month = 0, day = 0] = parts
  if (unit === 'day') return (Date.UTC(year, month - 1, day) - BEGIN) / DAY_MS
  return day === 1 ? (year - 1900) * 12 + month - 1 : null
}

/** Whether each bucket of the first lies whole in one of the second. */
export function nests(inner: Step, outer: Step): boolean {
  if (inner.unit === 'day' && inner.count === 1) return true
  return (
    inner.unit === outer.unit &&
    outer.count % inner.count === 0 &&
    (((outer.phase - inner.phase) % inner.count) + inner.count) % inner.count === 0
  )
}

/** Interval and first day, as SQL's time_bucket takes them. */
export function bucketText({ unit, count, phase }: Step): readonly [string, string] {
  const begin = unit === 'day' ? new Date(BEGIN + phase * DAY_MS) : new Date(Date.UTC(1900, phase, 1))
  return [`${count} ${unit}s`, begin.toISOString().slice(0, 10)]
}
