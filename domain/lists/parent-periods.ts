import { addDays, type Day } from '../calendar/day.ts'

/** Who is above an organisation from one day to another; null days: since ever, without end. */
export interface PeriodOf<Parent> {
  readonly parent: Parent
  readonly from: Day | null
  readonly lastDay: Day | null
}

type Days = Pick<PeriodOf<unknown>, 'from' | 'lastDay'>

const startsBy = ({ from }: Days, day: Day | null): boolean => from === null || (day !== null && from <= day)
const lastsTo = ({ lastDay }: Days, day: Day | null): boolean =>
  lastDay === null || (day !== null && lastDay >= day)

export const overlap = (one: Days, other: Days): boolean =>
  (one.from === null || other.lastDay === null || one.from <= other.lastDay) &&
  (other.from === null || one.lastDay === null || other.from <= one.lastDay)

/** What both have in common; they must overlap. */
const common = (one: Days, other: Days): Days => ({
  from: startsBy(one, other.from) ? other.from : one.from,
  lastDay: lastsTo(one, other.lastDay) ? other.lastDay : one.lastDay,
})

/** The periods with another one put over them; a parent of null leaves its days without any. */
export function withPeriod(
  periods: readonly PeriodOf<string>[],
  put: PeriodOf<string | null>,
): PeriodOf<string>[] {
  const left = periods.flatMap(period => {
    if (!overlap(period, put)) return [period]
    return [
      ...(put.from !== null && (period.from === null || period.from < put.from)
        ? [{ ...period, lastDay: addDays(put.from, -1) }]
        : []),
      ...(put.lastDay !== null && (period.lastDay === null || period.lastDay > put.lastDay)
        ? [{ ...period, from: addDays(put.lastDay, 1) }]
        : []),
    ]
  })
  const { parent, from, lastDay } = put
  return joined(parent === null ? left : [...left, { parent, from, lastDay }])
}

/** In order, with neighbours of one parent made one. */
export function joined(periods: readonly PeriodOf<string>[]): PeriodOf<string>[] {
  const sorted = [...periods].sort((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))
  const result: PeriodOf<string>[] = []
  for (const period of sorted) {
    const last = result.at(-1)
    const follows = last && last.lastDay !== null && period.from === addDays(last.lastDay, 1)
    if (last && follows && last.parent === period.parent)
      result[result.length - 1] = { ...last, lastDay: period.lastDay }
    else result.push(period)
  }
  return result
}

/** The parent of a day. */
export const periodOn = (periods: readonly PeriodOf<string>[], day: Day): PeriodOf<string> | null =>
  periods.find(period => startsBy(period, day) && lastsTo(period, day)) ?? null

/** Whether an organisation is above itself on some day. */
export function isAboveItself(id: string, periodsOf: (id: string) => readonly PeriodOf<string>[]): boolean {
  const seen = new Set<string>()
  const waiting = periodsOf(id).map(period => ({ at: period.parent, days: period as Days }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, days } = next
    if (at === id) return true
    const key = `${at} ${days.from} ${days.lastDay}`
    if (seen.has(key)) continue
    seen.add(key)
    for (const period of periodsOf(at))
      if (overlap(period, days)) waiting.push({ at: period.parent, days: common(period, days) })
  }
  return false
}
