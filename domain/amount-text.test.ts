import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAmountDecimal, readAmountText } from './amount-text.ts'
import { formatAmount } from './format-amount.ts'
import { formatBani } from './money.ts'

const read = (text: string): string => {
  const reading = readAmountText(text)
  switch (reading.is) {
    case 'amount':
      return formatBani(reading.amount)
    case 'ambiguous':
      return reading.readings.join(' or ')
    case 'not_number':
      return [reading.hint, reading.suggestion ?? ''].join(' ').trim()
    default:
      return reading.is
  }
}

test.each([
  ['1.234.567,89', '1234567.89'],
  ['1,234,567.89', '1234567.89'],
  ['1 234,5', '1234.50'],
  ['1\u00a0234\u202f567,50', '1234567.50'],
  ["1'234.50", '1234.50'],
  ['1.234.567', '1234567.00'],
  ['1 234', '1234.00'],
  ['103534709.55', '103534709.55'],
  ['-12,5', '-12.50'],
  ['−12,5', '-12.50'],
  ['–12,5', '-12.50'],
  ['12,50-', '-12.50'],
  ['(12,50)', '-12.50'],
  ['( 1.234,00 lei )', 'none'],
  ['(1.234,00)', '-1234.00'],
  ['1.234,00 lei', '1234.00'],
  ['RON 12', '12.00'],
  ['+7', '7.00'],
  [',5', '0.50'],
  ['0,123', 'too_many_decimals'],
  ['0.500', '0.50'],
  ['1234,500', '1234.50'],
])('%j is %s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['1.234', '1234 or 1.234'],
  ['-12,345', '-12345 or -12.345'],
  ['(999.999)', '-999999 or -999.999'],
])('%j may be two amounts, so it is none: %s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['', 'missing'],
  [' \u00a0 ', 'missing'],
  ['-', 'missing'],
  ['—', 'missing'],
  ['12.48O,00', 'letter_o 12480.00'],
  ['-l2,50', 'letter_for_digit -12.50'],
  ['1.2345', 'too_many_decimals'],
  ['1 234,567', 'too_many_decimals'],
  ['10.000.000.000.000,00', 'too_large'],
  ['1.23E+08', 'scientific'],
  ['1,2,3', 'date'],
  ['30.06.2026', 'date'],
  ['30/06/2026', 'date'],
  ['#N/A', 'cell_error'],
  ['1 23', 'two_numbers'],
  ['1.234,56.7', 'none'],
  ['12,34.567', 'none'],
  ['--5', 'none'],
  ['(-5)', 'none'],
  ['5.', 'none'],
  ['12 mii lei', 'none'],
  ['abc', 'none'],
  ['١٢', 'none'],
])('%j is no amount: %s', (text, expected) => expect(read(text)).toBe(expected))

test('what a language writes is read back, or known to be ambiguous', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), value => {
      const decimal = formatBani(value)
      for (const language of ['ro', 'hu', 'en'] as const)
        expect(read(formatAmount(decimal, language))).toBe(decimal)
      expect(read(decimal)).toBe(decimal)
      expect(readAmountDecimal(decimal)).toEqual({ is: 'amount', amount: value })
    }),
  )
})

test('no text makes it throw or guess a third decimal', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789.,- ()OlE+\u00a0'), maxLength: 14 }),
      text => {
        const reading = readAmountText(text)
        if (reading.is === 'amount') expect(read(formatBani(reading.amount))).toBe(formatBani(reading.amount))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('a number cell is refused, not rounded, when it has more than two decimals', () => {
  expect(readAmountDecimal('12.345')).toEqual({ is: 'too_many_decimals' })
  expect(readAmountDecimal('12.340')).toEqual({ is: 'amount', amount: 1234n })
  expect(readAmountDecimal('10000000000000')).toEqual({ is: 'too_large' })
  expect(readAmountDecimal('x')).toMatchObject({ is: 'not_number' })
})
