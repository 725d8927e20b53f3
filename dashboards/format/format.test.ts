import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBani } from '../../domain/index.ts'
import { formatDate, formatDay, formatInstant, formatMonth } from './date.ts'
import { formatAmount, formatInWords, formatLarge, formatLei, formatPerPerson } from './money.ts'
import { divideRounded, formatShare, percent } from './number.ts'
import { periodInWords } from './period.ts'

const TOTAL = '103323008.93'

describe('amounts', () => {
  it('has the separators of each language', () => {
    expect(formatLei(TOTAL, 'ro')).toBe('103.323.008,93\u00a0lei')
    expect(formatLei(TOTAL, 'hu')).toBe('103\u202f323\u202f008,93\u00a0lej')
    expect(formatLei(TOTAL, 'en')).toBe('103,323,008.93\u00a0lei')
  })
  it('has a real minus, and no grouping below a thousand', () => {
    expect(formatAmount('-16440.13', 'ro')).toBe('\u221216.440,13')
    expect(formatAmount('-0.05', 'ro')).toBe('\u22120,05')
    expect(formatAmount('999.00', 'ro')).toBe('999,00')
  })
  it('is exact where a float would not be', () => {
    expect(formatAmount('9007199254740993.01', 'en')).toBe('9,007,199,254,740,993.01')
  })
  it('says what is missing instead of zero', () => {
    expect(formatLei('', 'ro')).toBe('—\u00a0lei')
    expect(formatLarge('x', 'ro')).toBe('—')
  })
  it('gives back every digit of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), value => {
        for (const language of ['ro', 'hu', 'en'] as const) {
          const digits = formatAmount(formatBani(value), language).replaceAll(/\D/g, '')
          expect(BigInt(digits)).toBe(value < 0n ? -value : value)
        }
      }),
    )
  })
})

describe('large amounts', () => {
  it('rounds to tenths of a million', () => {
    expect(formatLarge(TOTAL, 'ro')).toBe('103,3\u00a0mil.\u00a0lei')
    expect(formatLarge(TOTAL, 'hu')).toBe('103,3\u00a0millió\u00a0lej')
    expect(formatLarge('99949999.99', 'en')).toBe('99.9\u00a0million\u00a0lei')
    expect(formatLarge('99950000.00', 'en')).toBe('100.0\u00a0million\u00a0lei')
  })
  it('goes to whole lei below and to billions above', () => {
    expect(formatLarge('624131.49', 'ro')).toBe('624.131\u00a0lei')
    expect(formatLarge('949999.00', 'ro')).toBe('949.999\u00a0lei')
    expect(formatLarge('999960000.00', 'ro')).toBe('1,0\u00a0mld.\u00a0lei')
  })
  it('takes "de" in a Romanian sentence as grammar asks', () => {
    expect(formatInWords(TOTAL, 'ro')).toBe('103,3\u00a0milioane de lei')
    expect(formatInWords('624131.00', 'ro')).toBe('624.131\u00a0de\u00a0lei')
    expect(formatInWords('2005.00', 'ro')).toBe('2.005\u00a0lei')
    expect(formatInWords('100.00', 'ro')).toBe('100\u00a0de\u00a0lei')
  })
  it('divides by people and rounds halves away from zero', () => {
    expect(formatPerPerson(TOTAL, 39_998, 'ro')).toBe('2.583\u00a0lei')
    expect(formatPerPerson(TOTAL, 0, 'ro')).toBe('—')
    expect(divideRounded(-5n, 2n)).toBe(-3n)
    expect(divideRounded(5n, 2n)).toBe(3n)
  })
  it('writes shares of a stated whole only', () => {
    expect(formatShare(19_580_798_10n, 103_323_008_93n, 'ro')).toBe('19,0')
    expect(formatShare(1n, 0n, 'ro')).toBeNull()
    expect(percent('59', 'ro')).toBe('59\u00a0%')
    expect(percent('59', 'hu')).toBe('59%')
  })
})

describe('dates', () => {
  it('is written in each language', () => {
    expect(formatDate('2026-06-30', 'ro')).toBe('30\u00a0iunie 2026')
    expect(formatDate('2026-06-30', 'hu')).toBe('2026. június 30.')
    expect(formatDate('2026-06-30', 'en')).toBe('30\u00a0June 2026')
    expect(formatMonth('2026-06-30', 'ro')).toBe('iun 2026')
    expect(formatDate('soon', 'en')).toBe('—')
  })
  it('is the day of Romania, also for instants without a zone', () => {
    expect(formatDay('2026-06-30T21:30:00.000', 'en')).toBe('1\u00a0July 2026')
    expect(formatInstant('2026-01-15T22:30:00Z', 'en')).toBe('16\u00a0January 2026, 00:30')
  })
})

describe('periods in words', () => {
  const cases: [string, number | null, string, string, string][] = [
    [
      '2026-06-30',
      null,
      'în prima jumătate a anului 2026',
      '2026 első félévében',
      'in the first half of 2026',
    ],
    [
      '2026-03-31',
      null,
      'în primul trimestru al anului 2026',
      '2026 első negyedévében',
      'in the first quarter of 2026',
    ],
    [
      '2026-09-30',
      null,
      'în primele nouă luni ale anului 2026',
      '2026 első kilenc hónapjában',
      'in the first nine months of 2026',
    ],
    ['2025-12-31', null, 'în anul 2025', 'a 2025. évben', 'in 2025'],
    [
      '2026-05-31',
      null,
      'de la începutul anului până la 31\u00a0mai 2026',
      'az év elejétől 2026. május 31-ig',
      'from the start of the year to 31\u00a0May 2026',
    ],
    [
      '2026-06-30',
      3,
      'în al doilea trimestru al anului 2026',
      '2026 második negyedévében',
      'in the second quarter of 2026',
    ],
    ['2026-05-31', 1, 'în mai 2026', '2026. május hónapban', 'in May 2026'],
    [
      '2026-12-31',
      6,
      'în a doua jumătate a anului 2026',
      '2026 második félévében',
      'in the second half of 2026',
    ],
    [
      '2026-05-31',
      2,
      'între 1\u00a0aprilie 2026 și 31\u00a0mai 2026',
      '2026. április 1. és május 31. között',
      'between 1\u00a0April 2026 and 31\u00a0May 2026',
    ],
    [
      '2026-05-15',
      null,
      'de la începutul anului până la 15\u00a0mai 2026',
      'az év elejétől 2026. május 15-ig',
      'from the start of the year to 15\u00a0May 2026',
    ],
  ]
  it.each(cases)('%s, own months %s', (at, months, ro, hu, en) => {
    expect(periodInWords(at, months, 'ro')).toBe(ro)
    expect(periodInWords(at, months, 'hu')).toBe(hu)
    expect(periodInWords(at, months, 'en')).toBe(en)
  })
})
