import { afterAll, beforeAll, expect, test } from 'vitest'
import { SIGN_IN_LOCK, SIGN_IN_WAITS } from '../../../domain/index.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { type Attempt, clearAttempts, sweepAttempts, takeAttempt } from './sign-in-tally.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const start = Date.parse('2026-07-01T10:00:00Z')
const after = (seconds: number) => new Date(start + seconds * 1000)
const take = (subject: string, seconds: number) => takeAttempt(database.db, subject, after(seconds))

test('waits grow from the fifth failure on, up to an hour when the account is locked', async () => {
  let clock = 0
  for (const [index, wait] of SIGN_IN_WAITS.entries()) {
    expect(await take('a', clock)).toEqual({ allowed: true, failures: index + 1 })
    if (wait > 0)
      expect(await take('a', clock + wait - 1)).toEqual({
        allowed: false,
        until: after(clock + wait),
        locked: index + 1 >= SIGN_IN_LOCK,
      })
    clock += wait
  }
  expect(await take('a', clock)).toEqual({ allowed: true, failures: SIGN_IN_LOCK + 1 })
  expect(await take('a', clock + 3599)).toMatchObject({ allowed: false, locked: true })
  expect(await take('b', clock)).toEqual({ allowed: true, failures: 1 })
})

test('a hundred at once pass no more than those one after the other', async () => {
  const attempts: Attempt[] = await Promise.all(Array.from({ length: 100 }, () => take('crowd', 0)))
  expect(attempts.filter(({ allowed }) => allowed)).toHaveLength(5)
})

test('success, and a day without failures, begin anew', async () => {
  for (let time = 0; time < 5; time++) await take('c', 0)
  expect(await take('c', 0)).toMatchObject({ allowed: false, locked: false })
  await clearAttempts(database.db, 'c')
  expect(await take('c', 0)).toEqual({ allowed: true, failures: 1 })
  for (let time = 0; time < 4; time++) await take('c', 0)
  expect(await take('c', 25 * 3600)).toEqual({ allowed: true, failures: 1 })
  await sweepAttempts(database.db, after(50 * 3600))
  expect(await database.db.selectFrom('sign_in_tally').selectAll().execute()).toEqual([])
})
