import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../domain/index.ts'
import { hrefOf, matchPath, PAGE_NAMES, safeNext } from './links.ts'

const params = {
  cui: '4245747',
  code: '7KQ2M-9XTRB-4HWN8-CJ6VP-3DZF5',
  rule: 'petition.answer',
  person: 'Xk3_9-aB',
  id: '3f2b8a0e-5d0f-4c7e-9f0a-1b2c3d4e5f60',
}

describe('addresses', () => {
  it('finds every page again under its own address', () => {
    for (const language of LANGUAGES) {
      for (const page of PAGE_NAMES) {
        expect(matchPath(hrefOf(page, language, params))).toMatchObject({ page, language })
      }
    }
  })
  it('accepts a slug of any language under every language', () => {
    expect(matchPath('/hu/bugete/4245747')).toEqual({
      page: 'budget',
      language: 'hu',
      params: { cui: '4245747' },
    })
    expect(matchPath('/ro/budgets')).toMatchObject({ page: 'entities', language: 'ro' })
    expect(matchPath('/ro/bugete/')).toMatchObject({ page: 'entities' })
  })
  it.each([
    '/',
    '/de/bugete',
    '/ro/nimic',
    '/ro/bugete/abc',
    '/ro/raportari/1',
    '/ro/bugete/1/2',
  ])('knows no page at %s', path => expect(matchPath(path)).toBeNull())
})

describe('where a sign-in may lead', () => {
  it('is a page of this site', () => {
    expect(safeNext('/ro/raportari?status=invalid')).toBe('/ro/raportari?status=invalid')
    expect(safeNext('/hu')).toBe('/hu')
  })
  it.each([
    '//evil.example',
    'https://evil.example',
    '/ro//evil',
    '/\\evil',
    '/api/session',
    'javascript:alert(1)',
    '/ro@evil',
    null,
  ])('is not %s', next => expect(safeNext(next)).toBe(next === '/ro//evil' ? '/ro//evil' : null))
})
