import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disclosureGroups, mayLeave, type PersonCell } from './disclosure-groups.ts'

const THRESHOLD = 5
const cells: fc.Arbitrary<PersonCell[]> = fc.array(
  fc.record({
    persons: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 500 })),
    place: fc.tuple(fc.constantFrom('A', 'B'), fc.constantFrom('x', 'y', 'z'), fc.constantFrom('f', 'm')),
  }),
  { minLength: 1, maxLength: 40 },
)

const personsOf = (all: readonly PersonCell[], chosen: Iterable<number>): number =>
  [...chosen].reduce((sum, index) => sum + (all[index]?.persons ?? 0), 0)

test('each group counts nobody, or as many as the threshold', () => {
  fc.assert(
    fc.property(cells, all => {
      const groups = disclosureGroups(all, THRESHOLD)
      for (const group of new Set(groups)) {
        const persons = personsOf(
          all,
          groups.flatMap((one, index) => (one === group ? [index] : [])),
        )
        if (group !== null) expect(persons === 0 || persons >= THRESHOLD).toBe(true)
        else expect(personsOf(all, all.keys())).toBeLessThan(THRESHOLD)
      }
    }),
  )
})

test('what two answers tell together, added or subtracted, is never of few persons', () => {
  fc.assert(
    fc.property(cells, fc.array(fc.nat()), fc.array(fc.nat()), (all, first, second) => {
      const groups = disclosureGroups(all, THRESHOLD)
      const asked = [first, second].map(some => new Set(some.map(one => one % all.length)))
      // As an attacker would: each question is widened until it is answered.
      const answered = asked.map(set => {
        const touched = new Set([...set].map(index => groups[index]))
        return new Set([...all.keys()].filter(index => groups[index] !== null && touched.has(groups[index])))
      })
      const [one = new Set<number>(), other = new Set<number>()] = answered
      expect(mayLeave(one, groups) && mayLeave(other, groups)).toBe(true)
      for (const told of [
        [...one].filter(index => !other.has(index)),
        [...one].filter(index => other.has(index)),
        [...other].filter(index => !one.has(index)),
      ]) {
        const persons = personsOf(all, told)
        expect(persons === 0 || persons >= THRESHOLD).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('a part of a group stays inside, large cells do not', () => {
  const all = [
    { persons: 120, place: ['A', 'x'] },
    { persons: 3, place: ['A', 'y'] },
    { persons: 9, place: ['A', 'z'] },
    { persons: 40, place: ['B', 'x'] },
  ]
  const groups = disclosureGroups(all, THRESHOLD)
  expect(mayLeave(new Set([0]), groups)).toBe(true)
  expect(mayLeave(new Set([3]), groups)).toBe(true)
  expect(mayLeave(new Set([1]), groups)).toBe(false)
  expect(mayLeave(new Set([0, 1]), groups)).toBe(false)
  expect(mayLeave(new Set([0, 1, 2]), groups)).toBe(true)
  expect(disclosureGroups([{ persons: 2, place: ['A'] }], THRESHOLD)).toEqual([null])
})
