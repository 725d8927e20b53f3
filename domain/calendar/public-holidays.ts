import { addDays, type Day } from './day.ts'
import { orthodoxEaster } from './easter.ts'

export const HOLIDAYS = [
  'new_year',
  'epiphany',
  'saint_john',
  'unification',
  'good_friday',
  'easter',
  'labour_day',
  'childrens_day',
  'pentecost',
  'dormition',
  'saint_andrew',
  'national_day',
  'christmas',
] as const
export type Holiday = (typeof HOLIDAYS)[number]

interface Definition {
  readonly holiday: Holiday
  /** The first year in which it was free. */
  readonly since: number
  /** Dates as MM-DD, or days after Easter Sunday. */
  readonly days: readonly string[] | readonly number[]
}

/**
 * Labour Code (Law 53/2003) art. 139(1), each from the law that brought it. Days that only members of one confession have
 * (art. 139(1) for other churches' Easter, two days for other religions) stop no authority, so they are not here.
 */
const DEFINITIONS: readonly Definition[] = [
  { holiday: 'new_year', since: 2003, days: ['01-01', '01-02'] },
  // Law 52/2023.
  { holiday: 'epiphany', since: 2024, days: ['01-06'] },
  { holiday: 'saint_john', since: 2024, days: ['01-07'] },
  // Law 176/2016.
  { holiday: 'unification', since: 2017, days: ['01-24'] },
  // Law 64/2018.
  { holiday: 'good_friday', since: 2018, days: [-2] },
  { holiday: 'easter', since: 2003, days: [0, 1] },
  { holiday: 'labour_day', since: 2003, days: ['05-01'] },
  // Law 220/2016.
  { holiday: 'childrens_day', since: 2017, days: ['06-01'] },
  // Law 202/2008, as the Dormition.
  { holiday: 'pentecost', since: 2009, days: [49, 50] },
  { holiday: 'dormition', since: 2009, days: ['08-15'] },
  // Law 147/2012.
  { holiday: 'saint_andrew', since: 2012, days: ['11-30'] },
  { holiday: 'national_day', since: 2003, days: ['12-01'] },
  { holiday: 'christmas', since: 2003, days: ['12-25', '12-26'] },
]

/** The public holidays of a year in order. Two may fall on one day: Pentecost Monday on 1 June. */
export function publicHolidays(year: number): { readonly day: Day; readonly holiday: Holiday }[] {
  const easter = orthodoxEaster(year)
  return DEFINITIONS.filter(({ since }) => year >= since)
    .flatMap(({ holiday, days }) =>
      days.map(day => ({
        day: typeof day === 'number' ? addDays(easter, day) : `${year}-${day}`,
        holiday,
      })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
