import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { SealBroken } from './keyring.ts'
import { erasePersonKey, macFor, openFor, PersonErased, sealFor } from './person-keys.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const at = new Date('2026-07-01T10:00:00Z')

test('what is sealed for a person opens for that person and purpose only', async () => {
  const { db, keyring } = database
  const sealed = await sealFor(db, keyring, 'one', 'cnp', '1960101123457')
  expect(await openFor(db, keyring, 'one', 'cnp', sealed)).toBe('1960101123457')
  await expect(openFor(db, keyring, 'one', 'phone', sealed)).rejects.toThrow(SealBroken)
  await sealFor(db, keyring, 'two', 'cnp', 'x')
  await expect(openFor(db, keyring, 'two', 'cnp', sealed)).rejects.toThrow(SealBroken)
  expect(await openFor(db, keyring, 'nobody', 'cnp', sealed)).toBeNull()
})

test('two commands that meet at the first use of a person share one key', async () => {
  const { db, keyring } = database
  const sealed = await Promise.all(
    ['a', 'b', 'c', 'd'].map(text =>
      db.transaction().execute(store => sealFor(store, keyring, 'met', 'x', text)),
    ),
  )
  const opened = await Promise.all(sealed.map(one => openFor(db, keyring, 'met', 'x', one)))
  expect(opened).toEqual(['a', 'b', 'c', 'd'])
})

test('a destroyed key is gone for reading, sealing and hashing, and no new one takes its place', async () => {
  const { db, keyring } = database
  const sealed = await sealFor(db, keyring, 'gone', 'x', 'text')
  const mac = await macFor(db, keyring, 'gone', 'x', 'text')
  expect(mac).toBe(await macFor(db, keyring, 'gone', 'x', 'text'))
  expect(mac).not.toBe(await macFor(db, keyring, 'one', 'x', 'text'))
  await erasePersonKey(db, 'gone', at)
  await erasePersonKey(db, 'never-had-one', at)
  expect(await openFor(db, keyring, 'gone', 'x', sealed)).toBeNull()
  for (const person of ['gone', 'never-had-one'])
    await expect(sealFor(db, keyring, person, 'x', 'text')).rejects.toThrow(PersonErased)
  await expect(macFor(db, keyring, 'gone', 'x', 'text')).rejects.toThrow(PersonErased)
})
