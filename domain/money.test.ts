import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bani, formatBani, parseBani, sumBani } from './money.ts'

test('amounts survive writing and reading, whatever their size', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      value => parseBani(formatBani(value)) === value,
    ),
  )
})

test('reads what a report holds', () => {
  expect(parseBani('103323008.93')).toBe(10332300893n)
  expect(parseBani('-14.5')).toBe(-1450n)
  expect(parseBani('7')).toBe(700n)
})

test.each(['', '1.234', '1,5', 'abc', '1e5', '--1', '1.', '.5', '∞'])('%j is no amount', text => {
  expect(parseBani(text)).toBeNull()
})

test('adds exactly where floats would not', () => {
  expect(formatBani(sumBani([bani(10n), bani(20n)]))).toBe('0.30')
})
