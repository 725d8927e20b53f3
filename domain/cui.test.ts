import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cuiCheckDigit, parseCui } from './cui.ts'

test.each(['4245747', 'RO4245747', ' ro 4245747 '])('%j is the fiscal code of Miercurea Ciuc', text => {
  expect(parseCui(text)).toBe('4245747')
})

test.each(['4245748', '0', '04245747', '42457471234', '', 'abc', '4'])('%j is none', text => {
  expect(parseCui(text)).toBeNull()
})

test('of the ten last digits exactly one is right', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 999_999_999 }), body => {
      const accepted = Array.from({ length: 10 }, (_, digit) => parseCui(`${body}${digit}`)).filter(Boolean)
      return accepted.length === 1 && accepted[0] === `${body}${cuiCheckDigit(String(body))}`
    }),
  )
})
