import { expect, test } from 'vitest'
import { nameKey } from './organisation-name.ts'

test.each([
  ['COMUNA ȘIMONEȘTI', 'Comuna Simonești'],
  ['Primăria Comunei Sîncrăieni', 'COMUNA SINCRAIENI'],
  ['UAT MUNICIPIUL MIERCUREA-CIUC', 'Municipiul Miercurea Ciuc'],
])('%s is %s', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other))
})

test('other names stay other names', () => {
  expect(nameKey('Comuna Ciucsângeorgiu')).not.toBe(nameKey('Comuna Ciumani'))
  expect(nameKey('Consiliul Județean Harghita')).toBe('consiliul judetean harghita')
})
