import { describe, expect, it } from 'vitest'
import { requestedRange } from './byte-range.ts'
import { attachmentNamed } from './content-disposition.ts'

describe('ranges', () => {
  it.each([
    ['bytes=0-9', { from: 0, to: 10 }],
    ['bytes=90-', { from: 90, to: 100 }],
    ['bytes=90-500', { from: 90, to: 100 }],
    ['bytes=-10', { from: 90, to: 100 }],
    ['bytes=-500', { from: 0, to: 100 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-3', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
    [undefined, null],
  ])('%s of 100 bytes', (range, expected) => {
    expect(requestedRange({ range, ifRange: undefined }, 100, '"a"')).toEqual(expected)
  })
  it('of another version is the whole', () => {
    expect(requestedRange({ range: 'bytes=0-9', ifRange: '"b"' }, 100, '"a"')).toBeNull()
    expect(requestedRange({ range: 'bytes=0-9', ifRange: '"a"' }, 100, '"a"')).toEqual({ from: 0, to: 10 })
  })
})

describe('names of downloads', () => {
  it.each([
    ['act.pdf', `attachment; filename="act.pdf"; filename*=UTF-8''act.pdf`],
    ['Cerere ș.pdf', `attachment; filename="Cerere _.pdf"; filename*=UTF-8''Cerere%20%C8%99.pdf`],
    [
      `a"b\\c%41'(1)*.pdf`,
      `attachment; filename="a_b_c_41'(1)*.pdf"; filename*=UTF-8''a%22b%5Cc%2541%27%281%29%2A.pdf`,
    ],
  ])('%s', (name, header) => {
    expect(attachmentNamed(name)).toBe(header)
  })
})
