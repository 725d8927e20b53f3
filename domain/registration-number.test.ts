import { expect, test } from 'vitest'
import { parseRegistrationNumber, registrationNumber } from './registration-number.ts'

test('a number is read as it is written, with spaces too', () => {
  expect(registrationNumber(12, '2026-03-02')).toBe('12/02.03.2026')
  expect(parseRegistrationNumber(' 12 / 02.03.2026')).toBe('12/02.03.2026')
})

test.each([
  '',
  '12',
  '12/2026',
  '0/02.03.2026',
  '12/31.02.2026',
  '12/2.3.2026',
  'x/02.03.2026',
  '12/02.03.2026x',
])('"%s" is none', text => expect(parseRegistrationNumber(text)).toBeNull())
