import fc from 'fast-check'
import { Secret, TOTP, URI } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { base32, stepOfCode, totpAddress, totpCode, totpStep } from './totp.ts'

const moments = fc.integer({ min: 0, max: 4_000_000_000 }).map(seconds => new Date(seconds * 1000))
const secrets = fc.uint8Array({ minLength: 16, maxLength: 64 })

const other = (secret: Uint8Array) =>
  new TOTP({
    secret: new Secret({ buffer: new Uint8Array(secret).buffer as ArrayBuffer }),
    digits: 6,
    period: 30,
  })

test('the same codes as an independent library gives', () => {
  fc.assert(
    fc.property(secrets, moments, (secret, now) => {
      expect(totpCode(secret, totpStep(now))).toBe(other(secret).generate({ timestamp: now.getTime() }))
      expect(base32(secret)).toBe(other(secret).secret.base32)
    }),
  )
})

// RFC 6238, appendix B, the last six of the eight digits there.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('the code at second %i is %s', (second, code) => {
  expect(totpCode(Buffer.from('12345678901234567890'), totpStep(new Date(second * 1000)))).toBe(code)
})

describe('which step a code belongs to', () => {
  const secret = Buffer.from('12345678901234567890')
  const now = new Date('2026-07-01T10:00:00Z')
  const step = totpStep(now)
  test.each([-1, 0, 1])('%i steps away still counts', away => {
    expect(stepOfCode(secret, totpCode(secret, step + away), now)).toBe(step + away)
  })
  test.each([-3, -2, 2, 3])('%i steps away is too far', away => {
    expect(stepOfCode(secret, totpCode(secret, step + away), now)).toBeNull()
  })
  test.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦'])('"%s" is no code', code => {
    expect(stepOfCode(secret, code, now)).toBeNull()
  })
})

test('an authenticator app reads the address', () => {
  const secret = Buffer.from('12345678901234567890')
  const read = URI.parse(totpAddress(secret, 'Județul Harghita', 'kata+x@exemplu.ro'))
  expect(read).toBeInstanceOf(TOTP)
  expect([read.issuer, read.label, read.secret.base32]).toEqual([
    'Județul Harghita',
    'kata+x@exemplu.ro',
    base32(secret),
  ])
})
