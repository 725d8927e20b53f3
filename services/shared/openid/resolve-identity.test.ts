import { describe, expect, test } from 'vitest'
import { type Candidate, mayLinkSilently } from './resolve-identity.ts'

const plain: Candidate = { emailVerified: true, hasOffice: false, hasFactor: false, hasOtherIdentity: false }

describe('an address that a provider has verified opens an account that nobody linked', () => {
  test('when the account’s own address is verified and nothing more protects it', () => {
    expect(mayLinkSilently(plain, { for: 'citizen' })).toBe(true)
    expect(mayLinkSilently({ ...plain, hasOffice: true }, { for: 'official' })).toBe(true)
  })

  test.each([
    ['the account’s address is not verified', { emailVerified: false }],
    ['the account has a second factor or a passkey', { hasFactor: true }],
    ['another identity opens it', { hasOtherIdentity: true }],
  ])('not when %s', (_, more) => {
    expect(mayLinkSilently({ ...plain, ...more }, { for: 'citizen' })).toBe(false)
    expect(mayLinkSilently({ ...plain, ...more }, { for: 'official' })).toBe(false)
  })

  test('a provider for citizens opens no office', () => {
    expect(mayLinkSilently({ ...plain, hasOffice: true }, { for: 'citizen' })).toBe(false)
  })
})
