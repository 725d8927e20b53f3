import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeRows, type OutColumn } from './encode-rows.ts'

const columns: OutColumn[] = [
  { names: ['v.text'], kind: 'text' },
  { names: ['v.amount'], kind: 'number' },
  { names: ['v.demo'], kind: 'boolean' },
  { names: ['v.day.month', 'v.day'], kind: 'time' },
]
const rows = [
  ['a', '123456789012345678901234567890.12', 'true', '2026-06-30'],
  [null, null, null, null],
  ['"\\\n', '-0.10', 'false', '2026-06-30T10:00:00.000'],
]
const objects = [
  {
    'v.text': 'a',
    'v.amount': '123456789012345678901234567890.12',
    'v.demo': true,
    'v.day.month': '2026-06-30T00:00:00.000',
    'v.day': '2026-06-30T00:00:00.000',
  },
  { 'v.text': null, 'v.amount': null, 'v.demo': null, 'v.day.month': null, 'v.day': null },
  {
    'v.text': '"\\\n',
    'v.amount': '-0.10',
    'v.demo': false,
    'v.day.month': '2026-06-30T10:00:00.000',
    'v.day': '2026-06-30T10:00:00.000',
  },
]

describe('rows', () => {
  it('are objects, lists or columns, with exact decimals as strings', () => {
    expect(JSON.parse(encodeRows('default', columns, rows))).toEqual(objects)
    const members = ['v.text', 'v.amount', 'v.demo', 'v.day.month', 'v.day']
    expect(JSON.parse(encodeRows('compact', columns, rows))).toEqual({
      members,
      dataset: objects.map(row => Object.values(row)),
    })
    expect(JSON.parse(encodeRows('columnar', columns, rows))).toEqual({
      members,
      columns: members.map((_, index) => objects.map(row => Object.values(row)[index])),
    })
    expect(encodeRows('default', columns, [])).toBe('[]')
  })

  it('carry what comparing and blending add', () => {
    const extras = {
      constant: new Map([['compareDateRange', 'a - b']]),
      copies: new Map([['time.month', 3]]),
    }
    expect(JSON.parse(encodeRows('default', columns, rows, extras))).toEqual(
      objects.map(row => ({ ...row, compareDateRange: 'a - b', 'time.month': row['v.day'] })),
    )
  })

  it('hold any text that JSON holds', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u2028', '\ud800', '\u007f', 'ș'))
    fc.assert(
      fc.property(fc.array(fc.option(text)), values => {
        const encoded = encodeRows(
          'default',
          columns.slice(0, 1),
          values.map(value => [value]),
        )
        expect(JSON.parse(encoded)).toEqual(values.map(value => ({ 'v.text': value })))
      }),
    )
  })
})
