import { hash } from '@node-rs/argon2'
import { hashPassword as hashScrypt } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { hashPassword, isOutdatedHash, verifyPassword } from './passwords.ts'

test('a hash is argon2id with the parameters that OWASP names, salted anew each time', async () => {
  const first = await hashPassword('trei vrăbii pe gard')
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await hashPassword('trei vrăbii pe gard')).not.toBe(first)
  expect(await verifyPassword(first, 'trei vrăbii pe gard')).toBe(true)
  expect(await verifyPassword(first, 'trei vrăbii pe prag')).toBe(false)
  expect(isOutdatedHash(first)).toBe(false)
})

test('a letter counts the same however it was typed', async () => {
  const composed = await hashPassword('\u0103 \u0219 \u021b \u0151')
  expect(await verifyPassword(composed, 'a\u0306 s\u0326 t\u0326 o\u030b')).toBe(true)
})

test('older hashes still verify and are to be made anew; what is no hash fits nothing', async () => {
  const scrypt = await hashScrypt('un-vechi-cont')
  expect(await verifyPassword(scrypt, 'un-vechi-cont')).toBe(true)
  expect(await verifyPassword(scrypt, 'alt-cont')).toBe(false)
  expect(isOutdatedHash(scrypt)).toBe(true)
  const weaker = await hash('x', { memoryCost: 4096, timeCost: 1 })
  expect([await verifyPassword(weaker, 'x'), isOutdatedHash(weaker)]).toEqual([true, true])
  for (const broken of ['', 'x', '$argon2id$broken']) expect(await verifyPassword(broken, 'x')).toBe(false)
})
