import { expect, test } from 'vitest'
import { passwordTurns } from './password-turns.ts'

/** Work that ends when it is told to, in the order of its starts. */
function controlled() {
  const started: string[] = []
  const ends: (() => void)[] = []
  return {
    started,
    work: (name: string) => () => {
      started.push(name)
      return new Promise<string>(resolve => ends.push(() => resolve(name)))
    },
    endOne: async () => {
      ends.shift()?.()
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

test('whoever sends many lets another pass', async () => {
  const turns = passwordTurns()
  const { started, work, endOne } = controlled()
  const many = Array.from({ length: 6 }, (_, index) => turns('crowd', work(`crowd ${index}`)))
  const one = turns('person', work('person'))
  await new Promise(resolve => setImmediate(resolve))
  expect(started).toEqual(['crowd 0', 'crowd 1'])
  await endOne()
  await endOne()
  expect(started).toEqual(['crowd 0', 'crowd 1', 'crowd 2', 'person'])
  for (let left = 0; left < 5; left++) await endOne()
  expect(await one).toBe('person')
  expect(await Promise.all(many)).toHaveLength(6)
})

test('a line that is too long is refused, and a failure hands the turn on', async () => {
  const turns = passwordTurns()
  const { work, endOne } = controlled()
  const all = Array.from({ length: 14 }, (_, index) => turns('crowd', work(String(index))))
  expect(await all[12]).toBeNull()
  expect(await all[13]).toBeNull()
  for (let left = 0; left < 12; left++) await endOne()
  expect(await all[11]).toBe('11')
  await expect(turns('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await turns('a', async () => 'next')).toBe('next')
})
