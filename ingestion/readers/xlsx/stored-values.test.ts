import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellAddress, parseAddress } from '../address.ts'
import { canonicalDecimal } from '../decimal-text.ts'
import { excelDate, isDateFormat } from './excel-date.ts'

test.each([
  ['103534709.55', '103534709.55'],
  ['1.0353470955E8', '103534709.55'],
  ['1.0353470955000001E8', '103534709.55'],
  ['0.30000000000000004', '0.3'],
  ['-4.0899999999999999', '-4.09'],
  ['999999999999999.9', '1000000000000000'],
  ['1E-3', '0.001'],
  ['-12.50', '-12.5'],
  ['5E2', '500'],
  ['000', '0'],
  ['-0', '0'],
  ['.5', '0.5'],
  ['12345678901234567890', '12345678901234600000'],
])('the stored number %s stands for %s', (stored, decimal) => {
  expect(canonicalDecimal(stored)).toBe(decimal)
})

test.each(['', '.', 'abc', '1,5', '0x10', 'NaN', 'Infinity', '1e9999'])('%j is no stored number', text => {
  expect(canonicalDecimal(text)).toBeNull()
})

test('every amount that a spreadsheet can hold comes back from any of its binary spellings', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), bani => {
      const absolute = bani < 0n ? -bani : bani
      const text = `${bani < 0n ? '-' : ''}${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`
      const plain = text.replace(/\.?0+$/, '')
      for (const stored of [
        text,
        String(Number(text)),
        Number(text).toExponential(),
        Number(text).toPrecision(17),
      ])
        expect(canonicalDecimal(stored)).toBe(plain === '' || plain === '-' ? '0' : plain)
    }),
  )
})

test('serial numbers are days, with the 29 February 1900 that never was', () => {
  expect(excelDate('1', false)).toBe('1900-01-01')
  expect(excelDate('59', false)).toBe('1900-02-28')
  expect(excelDate('61', false)).toBe('1900-03-01')
  expect(excelDate('46203', false)).toBe('2026-06-30')
  expect(excelDate('44741', true)).toBe('2026-06-30')
  expect(excelDate('46203.75', false)).toBe('2026-06-30T18:00:00')
  expect(excelDate('46203.999999', false)).toBe('2026-07-01')
  expect(excelDate('0.5', false)).toBe('12:00:00')
  expect(excelDate('-1', false)).toBeNull()
  expect(excelDate('2958466', false)).toBeNull()
})

test('a format shows dates by its own letters, not by those in quotes', () => {
  expect(
    ['dd/mm/yyyy', '[$-418]d mmmm yyyy', 'h:mm', '[h]:mm:ss', 'yy'].map(code => isDateFormat(164, code)),
  ).toEqual(Array(5).fill(true))
  expect(
    [
      'General',
      '0.00',
      '#,##0.00 "days"',
      '[Red]0',
      '\\d0',
      '0_d',
      '#,##0\\ [$lei-418]',
      '@',
      '0.00E+00',
    ].map(code => isDateFormat(164, code)),
  ).toEqual(Array(9).fill(false))
  expect([0, 2, 14, 22, 47, 49].map(id => isDateFormat(id, null))).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
  ])
})

test('addresses and columns turn into each other', () => {
  expect(cellAddress(1, 1)).toBe('A1')
  expect(cellAddress(28, 97)).toBe('AB97')
  expect(cellAddress(16_384, 1_048_576)).toBe('XFD1048576')
  expect(['', 'A', '7', 'A0', 'a1', 'A1B', 'ABCD1'].map(parseAddress)).toEqual(Array(7).fill(null))
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 16_384 }),
      fc.integer({ min: 1, max: 1_048_576 }),
      (column, row) => {
        expect(parseAddress(cellAddress(column, row))).toEqual({ column, row })
      },
    ),
  )
})
