import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ResponseFormat } from '../query/canonical-query.ts'
import type { Value } from '../types.ts'
import { ByteText } from './byte-text.ts'
import { encodeRows, NO_EXTRAS } from './encode-rows.ts'
import type { OutColumn } from './out-columns.ts'

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

function encode(
  format: ResponseFormat,
  of: readonly OutColumn[],
  values: readonly (readonly Value[])[],
  extras = NO_EXTRAS,
) {
  const out = new ByteText(1)
  encodeRows(out, format, { columns: of, rows: values, extras })
  return String(out.toBuffer())
}

describe('rows', () => {
  it('are objects, lists or columns, with exact decimals as strings', () => {
    expect(JSON.parse(encode('default', columns, rows))).toEqual(objects)
    const members = ['v.text', 'v.amount', 'v.demo', 'v.day.month', 'v.day']
    expect(JSON.parse(encode('compact', columns, rows))).toEqual({
      members,
      dataset: objects.map(row => Object.values(row)),
    })
    expect(JSON.parse(encode('columnar', columns, rows))).toEqual({
      members,
      columns: members.map((_, index) => objects.map(row => Object.values(row)[index])),
    })
    expect(encode('default', columns, [])).toBe('[]')
  })

  it('carry what comparing and blending add', () => {
    const extras = {
      constant: new Map([['compareDateRange', 'a - b']]),
      copies: new Map([['time.month', 3]]),
    }
    expect(JSON.parse(encode('default', columns, rows, extras))).toEqual(
      objects.map(row => ({ ...row, compareDateRange: 'a - b', 'time.month': row['v.day'] })),
    )
  })

  it('hold any text that JSON holds', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u2028', '\ud800', '\u007f', 'ș'))
    fc.assert(
      fc.property(fc.array(fc.option(text), { maxLength: 300, size: 'max' }), values => {
        const encoded = encode(
          'default',
          columns.slice(0, 1),
          values.map(value => [value]),
        )
        expect(JSON.parse(encoded)).toEqual(values.map(value => ({ 'v.text': value })))
      }),
    )
  })
})
