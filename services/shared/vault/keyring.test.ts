import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeyring, SealBroken } from './keyring.ts'

const keyring = createKeyring('a secret of this test')

test('whatever is sealed comes back for the same purpose and under the same secret only', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      const sealed = keyring.seal('cnp', Buffer.from(bytes))
      expect(keyring.unseal('cnp', sealed)).toEqual(Buffer.from(bytes))
      expect(() => keyring.unseal('file', sealed)).toThrow(SealBroken)
      expect(() => createKeyring('another').unseal('cnp', sealed)).toThrow(SealBroken)
    }),
  )
})

test('one flipped bit is found', () => {
  const sealed = keyring.seal('cnp', Buffer.from('1960101123457'))
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      expect(() => keyring.unseal('cnp', changed)).toThrow(SealBroken)
    }),
  )
  expect(() => keyring.unseal('cnp', sealed.subarray(0, 20))).toThrow(SealBroken)
})

test('a keyed hash is the same each time, and another for another purpose or secret', () => {
  expect(keyring.mac('cnp', '1')).toBe(keyring.mac('cnp', '1'))
  expect(keyring.mac('cnp', '1')).not.toBe(keyring.mac('cui', '1'))
  expect(keyring.mac('cnp', '1')).not.toBe(createKeyring('another').mac('cnp', '1'))
})
