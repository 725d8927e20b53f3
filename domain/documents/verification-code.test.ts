import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeVerificationCode, parseVerificationCode } from './verification-code.ts'

const anyCode = fc.uint8Array({ minLength: 25, maxLength: 25 }).map(makeVerificationCode)

test('a code is read back however it is typed', () => {
  fc.assert(
    fc.property(anyCode, code => {
      expect(parseVerificationCode(code)).toBe(code)
      expect(parseVerificationCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code)
      expect(parseVerificationCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
    }),
  )
})

test('the letters are evenly likely: 5 bits each', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const letter = makeVerificationCode(new Uint8Array(25).fill(byte))[0] ?? ''
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(new Array(32).fill(8))
})

test.each([
  '',
  '7KQ2M-9XTRB-4HWN8-CJ6VP-3DZF',
  '7KQ2M-9XTRB-4HWN8-CJ6VP-3DZF55',
  '7KQ2M-9XTRB-4HWN8-CJ6VP-3DZFU',
  '../etc',
])('no code: %s', text => expect(parseVerificationCode(text)).toBeNull())
