import { afterAll, beforeAll, expect, test } from 'vitest'
import { readClock, termOf } from '../../../domain/index.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import {
  addExtraDay,
  addRule,
  confirmRule,
  findRule,
  listExtraDays,
  listRuleHistory,
  listRules,
  loadWorkCalendar,
} from '../../index.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const at = new Date('2026-07-01T10:00:00Z')
const next = {
  code: 'petition.answer',
  validFrom: '2027-01-01',
  value: '20',
  unit: 'working_days',
  prolonged: true,
  article: 'OG nr. 27/2002, art. 8, modificat',
  toBeConfirmed: true,
  names: null,
  explanation: null,
} as const

test('each of the eleven services has its rules, in three languages, with an article', async () => {
  const rules = await listRules(database.db, '2026-07-01')
  const areas = new Set(rules.map(({ code }) => code.split('.')[0]))
  for (const area of [
    'permit',
    'certificate',
    'disability',
    'petition',
    'reporting',
    'school',
    'debate',
    'budget',
    'forum',
    'forms',
    'information',
    'language',
    'mandate',
  ])
    expect(areas).toContain(area)
  for (const rule of rules)
    for (const text of [rule.article, ...Object.values(rule.names), ...Object.values(rule.explanation)])
      expect(text.trim(), rule.code).not.toBe('')
  expect(rules.find(({ code }) => code === 'certificate.fee_per_square_metre')).toMatchObject({
    value: '0.01',
    toBeConfirmed: true,
  })
})

test('a rule holds from its date on; what held before never changes', async () => {
  const { db } = database
  expect(await addRule(db, next, 'x', at)).toMatchObject({ outcome: 'added', rule: { value: '20' } })
  expect(await findRule(db, 'petition.answer', '2026-12-31')).toMatchObject({
    value: '30',
    unit: 'calendar_days',
  })
  expect(await findRule(db, 'petition.answer', '2027-01-01')).toMatchObject({
    value: '20',
    unit: 'working_days',
    names: { ro: 'Răspunsul la petiție' },
  })
  expect(await findRule(db, 'petition.answer', '2002-02-03')).toBeNull()
  expect(await addRule(db, { ...next, value: '5' }, 'x', at)).toEqual({
    outcome: 'too_early',
    after: '2027-01-01',
  })
  expect(await addRule(db, { ...next, code: 'petition.other' }, 'x', at)).toEqual({ outcome: 'unknown' })
  expect((await listRuleHistory(db, 'petition.answer')).map(({ validFrom }) => validFrom)).toEqual([
    '2027-01-01',
    '2002-02-04',
  ])
  await expect(db.updateTable('legal_rule').set({ value: '1' }).execute()).rejects.toThrow(
    'permission denied',
  )
  await expect(db.deleteFrom('legal_rule').execute()).rejects.toThrow('permission denied')
})

test('of two who add the same date at once, one is refused', async () => {
  const row = { ...next, code: 'petition.forwarding' }
  const outcomes = await Promise.all([1, 2].map(() => addRule(database.db, row, 'x', at)))
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['added', 'too_early'])
})

test('a confirmation takes the mark away, once', async () => {
  const { db } = database
  const row = { code: 'permit.urgent', validFrom: '2019-11-03' }
  expect(await findRule(db, row.code, '2026-07-01')).toMatchObject({ toBeConfirmed: true, confirmed: null })
  const confirmation = { by: 'Serviciul juridic', on: '2026-06-30' }
  expect(await confirmRule(db, row, confirmation, 'x', at)).toBe(true)
  expect(await findRule(db, row.code, '2026-07-01')).toMatchObject({
    toBeConfirmed: false,
    confirmed: confirmation,
  })
  expect(await confirmRule(db, row, confirmation, 'x', at)).toBe(false)
  expect(await confirmRule(db, { ...row, validFrom: '2019-11-04' }, confirmation, 'x', at)).toBe(false)
})

test('a decision about a day moves deadlines; a later row takes it back', async () => {
  const { db } = database
  const events = [{ kind: 'start', day: '2026-11-24', reason: null }] as const
  const deadline = async () => {
    const rule = await findRule(db, 'budget.published', '2026-11-24')
    if (!rule) throw new Error('no rule')
    return readClock(termOf(rule), events, await loadWorkCalendar(db), '2026-11-24').deadline
  }
  // Monday and Tuesday, 30 November and 1 December, are holidays.
  expect(await deadline()).toBe('2026-12-03')
  await addExtraDay(db, { day: '2026-12-02', kind: 'free', act: 'HG nr. 1/2026' }, 'x', at)
  expect(await deadline()).toBe('2026-12-04')
  await addExtraDay(db, { day: '2026-12-02', kind: 'usual', act: 'HG nr. 2/2026' }, 'x', at)
  expect(await deadline()).toBe('2026-12-03')
  await addExtraDay(db, { day: '2026-11-28', kind: 'working', act: 'HG nr. 3/2026' }, 'x', at)
  expect(await deadline()).toBe('2026-12-02')
  expect(await listExtraDays(db, 2026)).toEqual([
    { day: '2026-11-28', kind: 'working', act: 'HG nr. 3/2026' },
  ])
})
