import { addDays, type Day, daysBetween } from './day.ts'
import { addWorkingDays, countWorkingDays, type WorkCalendar, workingDayFrom } from './working-days.ts'

/** How long the law gives, in whole days. */
export interface Term {
  readonly days: number
  readonly unit: 'calendar_days' | 'working_days'
  /** A term that ends on a non-working day is prolonged to the next working one (Code of Civil Procedure art. 181(2)). */
  readonly prolonged: boolean
}

export interface ClockEvent {
  readonly kind: 'start' | 'stop' | 'restart' | 'end'
  readonly day: Day
  /** Why it was stopped or went on. */
  readonly reason: string | null
}

export interface ClockState {
  readonly status: 'not_started' | 'running' | 'stopped' | 'ended'
  /** The last day in time, as far as is known; null before the start and while stopped with time left. */
  readonly deadline: Day | null
  /** In the unit of the term: from the day that is asked about to the deadline; what is left over while stopped. */
  readonly daysLeft: number
  /** The deadline has passed without an end, or the end came after it. */
  readonly overdue: boolean
  /** In the unit of the term: by how much it is or was late. */
  readonly daysOver: number
}

/** Days on which a clock ran as they began: after `from`, up to and with `to` (null: still running). */
interface Run {
  readonly from: Day
  readonly to: Day | null
}

const FOLLOWERS: Record<ClockEvent['kind'] | 'none', readonly ClockEvent['kind'][]> = {
  none: ['start'],
  start: ['stop', 'end'],
  stop: ['restart', 'end'],
  restart: ['stop', 'end'],
  end: [],
}

/** Whether an event may follow on what was so far: only what stands can start, only what runs can stop. */
export function mayFollow(events: readonly ClockEvent[], next: ClockEvent): boolean {
  const last = events.at(-1)
  return FOLLOWERS[last?.kind ?? 'none'].includes(next.kind) && (!last || last.day <= next.day)
}

/**
 * The clock as it stands on a day, by the events up to it. A day counts when the clock ran as it began: the days of the start
 * and of a restart do not, the day of a stop does. Throws when the events contradict each other.
 */
export function readClock(
  term: Term,
  events: readonly ClockEvent[],
  calendar: WorkCalendar,
  on: Day,
): ClockState {
  for (const [index, event] of events.entries())
    if (!mayFollow(events.slice(0, index), event))
      throw new Error(`a clock cannot ${event.kind} on ${event.day} after its ${index} other events`)
  const known = events.filter(event => event.day <= on)
  const last = known.at(-1)
  if (!last)
    return { status: 'not_started', deadline: null, daysLeft: term.days, overdue: false, daysOver: 0 }
  const { deadline, left } = findDeadline(term, runsOf(known), calendar)
  const count = (from: Day, to: Day) => countUnits(term.unit, calendar, from, to)
  const until = last.kind === 'end' ? last.day : on
  const status = last.kind === 'end' ? 'ended' : last.kind === 'stop' ? 'stopped' : 'running'
  if (deadline === null) return { status, deadline, daysLeft: left, overdue: false, daysOver: 0 }
  const overdue = until > deadline
  return {
    status,
    deadline,
    daysLeft: overdue ? 0 : count(until, deadline),
    overdue,
    daysOver: overdue ? count(deadline, until) : 0,
  }
}

function runsOf(events: readonly ClockEvent[]): Run[] {
  const runs: Run[] = []
  let from: Day | null = null
  for (const { kind, day } of events) {
    if (kind === 'start' || kind === 'restart') from = day
    else if (kind === 'stop' && from !== null) {
      runs.push({ from, to: day })
      from = null
    }
  }
  // An end tells when the work was done; it does not move the deadline.
  return from === null ? runs : [...runs, { from, to: null }]
}

function findDeadline(
  term: Term,
  runs: readonly Run[],
  calendar: WorkCalendar,
): { deadline: Day | null; left: number } {
  let left = term.days
  for (const { from, to } of runs) {
    const reached = reachedAfter(term, left, from, calendar)
    if (to === null || reached <= to) return { deadline: reached, left: 0 }
    // A last day that is only waiting to be prolonged counts no further.
    left = Math.max(0, left - countUnits(term.unit, calendar, from, to))
  }
  return { deadline: null, left }
}

/** The day on which the days left have passed, when the clock runs from now on. */
function reachedAfter(term: Term, left: number, from: Day, calendar: WorkCalendar): Day {
  if (term.unit === 'working_days') return addWorkingDays(calendar, from, Math.max(1, left))
  const day = addDays(from, Math.max(1, left))
  return term.prolonged ? workingDayFrom(calendar, day) : day
}

const countUnits = (unit: Term['unit'], calendar: WorkCalendar, from: Day, to: Day): number =>
  unit === 'working_days' ? countWorkingDays(calendar, from, to) : Math.max(0, daysBetween(from, to))
