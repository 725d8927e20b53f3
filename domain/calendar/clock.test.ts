import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClockEvent, mayFollow, readClock, type Term } from './clock.ts'
import { dayOfNumber } from './day.ts'
import { workCalendar } from './working-days.ts'

const calendar = workCalendar()
const event = (kind: ClockEvent['kind'], day: string): ClockEvent => ({ kind, day, reason: null })
const days = (count: number, prolonged = true): Term => ({ days: count, unit: 'calendar_days', prolonged })
const working = (count: number): Term => ({ days: count, unit: 'working_days', prolonged: true })

describe('a clock', () => {
  test('has not begun before its start', () => {
    expect(readClock(days(30), [event('start', '2026-03-02')], calendar, '2026-03-01')).toEqual({
      status: 'not_started',
      deadline: null,
      daysLeft: 30,
      overdue: false,
      daysOver: 0,
    })
  })

  test('30 days from 2 March end on 1 April', () => {
    const events = [event('start', '2026-03-02')]
    const at = (on: string) => readClock(days(30), events, calendar, on)
    expect(at('2026-03-02')).toMatchObject({ status: 'running', deadline: '2026-04-01', daysLeft: 30 })
    expect(at('2026-04-01')).toMatchObject({ daysLeft: 0, overdue: false })
    expect(at('2026-04-02')).toMatchObject({ overdue: true, daysOver: 1 })
  })

  test('a term that would end on Good Friday ends on the Tuesday after Easter, if its rule prolongs it', () => {
    const events = [event('start', '2026-03-11')]
    expect(readClock(days(30), events, calendar, '2026-03-11').deadline).toBe('2026-04-14')
    expect(readClock(days(30, false), events, calendar, '2026-03-11').deadline).toBe('2026-04-10')
  })

  test('stands while it is stopped, and goes on with what was left', () => {
    const events = [event('start', '2026-03-02'), event('stop', '2026-03-12'), event('restart', '2026-05-04')]
    const at = (on: string) => readClock(days(30), events, calendar, on)
    expect(at('2026-03-12')).toMatchObject({ status: 'stopped', deadline: null, daysLeft: 20 })
    expect(at('2026-04-30')).toMatchObject({ status: 'stopped', daysLeft: 20, overdue: false })
    // 24 May is a Sunday.
    expect(at('2026-05-04')).toMatchObject({ status: 'running', deadline: '2026-05-25', daysLeft: 21 })
  })

  test('stopped and restarted on one day it loses nothing', () => {
    const events = [event('start', '2026-03-02'), event('stop', '2026-03-12'), event('restart', '2026-03-12')]
    expect(readClock(days(30), events, calendar, '2026-03-20').deadline).toBe('2026-04-01')
  })

  test('stopping a late one does not make it timely; ending it says how late', () => {
    const late = [event('start', '2026-03-02'), event('stop', '2026-03-12')]
    expect(readClock(days(5), late, calendar, '2026-03-12')).toMatchObject({
      status: 'stopped',
      deadline: '2026-03-09',
      overdue: true,
      daysOver: 3,
    })
    const ended = [event('start', '2026-03-02'), event('end', '2026-03-11')]
    expect(readClock(days(5), ended, calendar, '2026-06-01')).toMatchObject({
      status: 'ended',
      overdue: true,
      daysOver: 2,
    })
    expect(readClock(days(30), ended, calendar, '2026-06-01')).toMatchObject({ overdue: false, daysOver: 0 })
  })

  test('7 working days over the January holidays', () => {
    const state = readClock(working(7), [event('start', '2025-12-30')], calendar, '2026-01-08')
    // 31 Dec, 5, 8, 9, 12, 13, 14 January; 1, 2, 6 and 7 are holidays.
    expect(state).toMatchObject({ deadline: '2026-01-14', daysLeft: 4 })
  })

  test('refuses events that contradict each other', () => {
    const contradictions: ClockEvent[][] = [
      [event('stop', '2026-03-02')],
      [event('start', '2026-03-02'), event('start', '2026-03-03')],
      [event('start', '2026-03-02'), event('restart', '2026-03-03')],
      [event('start', '2026-03-02'), event('end', '2026-03-03'), event('restart', '2026-03-04')],
      [event('start', '2026-03-02'), event('stop', '2026-03-01')],
    ]
    for (const events of contradictions)
      expect(() => readClock(days(30), events, calendar, '2026-04-01')).toThrow('cannot')
    expect(mayFollow([event('start', '2026-03-02')], event('stop', '2026-03-02'))).toBe(true)
  })
})

/** The same by walking: every day is asked whether it counts, with dates of the platform and its own list of free days. */
function walk(term: Term, events: ClockEvent[], free: ReadonlySet<string>, on: string) {
  const isFree = (date: Date) =>
    [0, 6].includes(date.getUTCDay()) || free.has(date.toISOString().slice(0, 10))
  const date = new Date(`${events[0]?.day}T12:00:00Z`)
  let running = false
  let ended = false
  let used = 0
  let deadline: string | null = null
  let leftOn: number | null = null
  let until = on
  let over = 0
  for (let steps = 0; steps < 4000; steps++, date.setUTCDate(date.getUTCDate() + 1)) {
    const today = date.toISOString().slice(0, 10)
    const unit = term.unit === 'calendar_days' || !isFree(date)
    // Late days are counted up to the end, or to the day that is asked about.
    if (deadline !== null && today <= until && unit) over++
    if (running && deadline === null) {
      if (unit) used++
      if (used >= term.days && (term.unit === 'working_days' ? unit : !term.prolonged || !isFree(date)))
        deadline = today
    }
    for (const event of events)
      if (event.day === today && today <= on) {
        running = event.kind === 'start' || event.kind === 'restart' || (event.kind === 'end' && running)
        if (event.kind === 'end') {
          ended = true
          until = today
        }
      }
    if (today === until) leftOn = used
    if (deadline !== null && today >= on) break
    if (today >= on && !running) break
  }
  return { deadline, used: leftOn, over, ended }
}

test('a walk through the days comes to the same deadline, days left and delay', () => {
  const start = fc.integer({ min: 738_000, max: 752_000 })
  const pause = fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 60 }))
  fc.assert(
    fc.property(
      start,
      fc.array(pause, { maxLength: 4 }),
      fc.record({
        days: fc.integer({ min: 1, max: 60 }),
        unit: fc.constantFrom('calendar_days' as const, 'working_days' as const),
        prolonged: fc.boolean(),
      }),
      fc.integer({ min: 0, max: 250 }),
      fc.option(fc.integer({ min: 0, max: 40 })),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.boolean()), { maxLength: 6 }),
      (from, pauses, term, askedAfter, endAfter, decisions) => {
        const events: ClockEvent[] = [event('start', dayOfNumber(from))]
        let now = from
        for (const [ran, stood] of pauses) {
          events.push(event('stop', dayOfNumber(now + ran)), event('restart', dayOfNumber(now + ran + stood)))
          now += ran + stood
        }
        if (endAfter !== null) events.push(event('end', dayOfNumber(now + endAfter)))
        const on = dayOfNumber(from + askedAfter)
        const extra = decisions.map(([after]) => ({ day: dayOfNumber(from + after), working: false }))
        const legal = workCalendar(extra)
        const free = new Set(
          Array.from({ length: 4000 }, (_, after) => dayOfNumber(from + after)).filter(
            day => !legal.isWorkingDay(day),
          ),
        )
        const slow = walk(term, events, free, on)
        const fast = readClock(term, events, legal, on)
        expect(fast.deadline).toBe(slow.deadline)
        expect(fast.daysOver).toBe(slow.over)
        expect(fast.overdue).toBe(slow.deadline !== null && fastUntil(events, on) > slow.deadline)
        if (fast.status === 'stopped' && fast.deadline === null)
          expect(fast.daysLeft).toBe(Math.max(0, term.days - (slow.used ?? 0)))
        if (fast.status === 'running' && term.unit === 'working_days' && !fast.overdue)
          expect(fast.daysLeft).toBe(term.days - (slow.used ?? 0))
      },
    ),
  )
})

const fastUntil = (events: ClockEvent[], on: string): string =>
  events.find(({ kind, day }) => kind === 'end' && day <= on)?.day ?? on
