import { expect, test } from 'vitest'
import { mistakesOf, type RequestDraft, requestBody } from './request-mistakes.ts'

const draft: RequestDraft = {
  kind: 'company',
  code: 'RO 4245747',
  name: ' Fântâna S.R.L. ',
  basis: 'administrator',
  from: '2026-11-24',
  until: '',
}

test('finds nothing in a good request, with an end or without', () => {
  expect(mistakesOf(draft)).toEqual({})
  expect(mistakesOf({ ...draft, until: '2026-11-24' })).toEqual({})
})

test.each([
  [{ code: '4245748' }, { code: 'cui' }],
  [{ kind: 'person', code: '4245747' }, { code: 'length' }],
  [{ name: ' x ' }, { name: 'name' }],
  [{ from: '' }, { from: 'from' }],
  [{ until: '2026-11-23' }, { until: 'until' }],
] as const)('%o', (change, mistakes) => {
  expect(mistakesOf({ ...draft, ...change })).toEqual(mistakes)
})

test('sends what was typed, without spaces around it', () => {
  expect(requestBody(draft)).toEqual({
    principal: { kind: 'company', cui: 'RO 4245747', name: 'Fântâna S.R.L.' },
    basis: 'administrator',
    from: '2026-11-24',
    until: null,
  })
})
