import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../domain/index.ts'
import { fixture, fixtureApi, SUBMISSION, session } from './fixtures/fixture-api.ts'
import { hrefOf } from './links.ts'
import { type BrowserAssets, type RenderRequest, render, renderData, renderProblem } from './server.tsx'

const assets: BrowserAssets = {
  entry: '/assets/browser.js',
  styles: ['/assets/browser.css'],
  fonts: ['/assets/source-sans-3-latin-wght-normal.woff2'],
  preloads: source => [`/assets/${source.split('/').at(-1)}.js`],
}
const request = (path: string, more: Partial<RenderRequest> = {}): RenderRequest => ({
  url: new URL(path, 'http://127.0.0.1:3000'),
  session: null,
  api: fixtureApi(),
  nonce: 'bm9uY2U=',
  assets,
  publicUrl: 'https://buget.example',
  site: {
    countyNames: { ro: 'Județul Harghita', hu: 'Hargita Megye', en: 'Harghita County' },
    demoAccounts: ['reporter@4245747.demo'],
    unread: 0,
  },
  ...more,
})

const textOf = (html: string): string =>
  html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&#x27;', "'")

const cui = '4245747'
const code = '7KQ2M-9XTRB-4HWN8-CJ6VP-3DZF5'
const id = '5a1d7f00-3c52-4b0e-8a52-6d1f0a9be111'
const pages: [string, (language: Language) => string, boolean][] = [
  ['home', language => hrefOf('home', language), false],
  ['entities', language => hrefOf('entities', language), false],
  ['budget', language => hrefOf('budget', language, { cui }), false],
  ['budget with its cells', language => `${hrefOf('budget', language, { cui })}?trace=65`, false],
  ['budget as bars', language => `${hrefOf('budget', language, { cui })}?view=bars`, false],
  ['documents', language => hrefOf('documents', language), true],
  ['mandates', language => hrefOf('mandates', language), true],
  ['mandate', language => hrefOf('mandate', language, { id }), true],
  ['mandates of the office', language => hrefOf('office-mandates', language), true],
  ['mandate of the office', language => hrefOf('office-mandate', language, { id }), true],
  ['verify', language => hrefOf('verify', language), false],
  ['verification', language => hrefOf('verification', language, { code }), false],
  ['rules', language => hrefOf('rules', language), false],
  ['rule', language => hrefOf('rule', language, { rule: 'petition.answer' }), false],
  ['holidays', language => hrefOf('holidays', language), false],
  ['registers', language => hrefOf('registers', language), true],
  ['sign-in', language => hrefOf('sign-in', language), false],
  ['reports', language => hrefOf('reports', language), true],
  ['upload', language => hrefOf('upload', language), true],
  ['submission', language => hrefOf('submission', language, { id: SUBMISSION }), true],
  ['design', language => hrefOf('design', language), false],
]

describe.each(LANGUAGES)('pages in %s', language => {
  it.each(pages)('%s', async (_, pathOf, signedIn) => {
    const { status, html, headers } = await render(
      request(pathOf(language), { session: signedIn ? session : null }),
    )
    expect(status).toBe(200)
    expect(headers.vary).toBe('Accept, Cookie')
    expect(html).toMatch(/^<!doctype html>/)
    expect(html).toContain(`<html lang="${language}">`)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toMatch(/<title>[^<]{5,}<\/title>/)
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}">/)
    expect(textOf(html)).not.toMatch(/undefined|\bnull\b|NaN|\[object/)
    // Style elements and scripts only with the nonce.
    expect(html).not.toMatch(/<style(?![^>]*nonce)/)
    expect(html).not.toMatch(/<script(?![^>]*nonce)/)
  })
})

describe('the verification page', () => {
  const shown = async (change: object, language: Language = 'en') => {
    const document = { ...(fixture('verification') as object), ...change }
    const api = fixtureApi([[/^\/api\/verify\//, document]])
    return (await render(request(hrefOf('verification', language, { code }), { api }))).html
  }
  it('says first whether the document counts', async () => {
    expect(await shown({})).toContain('<h1>The document is valid</h1>')
    const since = '2026-12-01T22:30:00.000Z'
    const revoked = textOf(await shown({ state: 'revoked', since, reason: 'court-decision' }))
    // Half past midnight in Romania.
    expect(revoked).toContain('It has not been valid since 2\u00a0December 2026')
    expect(revoked).toContain('A court decided so.')
  })
  it('leads from a superseded document to the one that counts', async () => {
    const supersededBy = { code: '00000-00000-00000-00000-00001', number: '13/2026' }
    const html = await shown({ state: 'superseded', supersededBy }, 'hu')
    expect(html).toContain('<h1>Az okiratot felváltotta egy másik</h1>')
    expect(html).toContain(`href="/hu/ellenorzes/${supersededBy.code}"`)
  })
  it('says of a demonstration signature what it is worth', async () => {
    expect(textOf(await shown({ demoSignature: true }))).toContain('has no legal effect')
    expect(textOf(await shown({}))).not.toContain('has no legal effect')
  })
  it('says what an unknown code may mean', async () => {
    const unknown = hrefOf('verification', 'ro', { code: '00000-00000-00000-00000-00000' })
    const { status, html } = await render(request(unknown))
    expect(status).toBe(404)
    expect(textOf(html)).toContain('poate fi fals')
  })
})

describe('a mandate', () => {
  const mandate = fixture('mandate') as { clock: object }
  const shown = async (change: object, path: string) => {
    const api = fixtureApi([[/^\/api\/mandates\/[^/]+$/, { ...mandate, ...change }]])
    return textOf((await render(request(path, { session, api }))).html)
  }
  const clock = { ...mandate.clock, status: 'running', deadline: '2026-12-24', daysLeft: 22 }
  it('is at the address of its notices in every language', async () => {
    for (const language of LANGUAGES)
      for (const path of [`/${language}/mandates/${id}`, `/${language}/office/mandates/${id}`])
        expect(await shown({}, path)).toContain('Fântâna S.R.L.')
  })
  it('says how the clock stands', async () => {
    const page = `/ro/mandate/${id}`
    expect(await shown({ clock }, page)).toContain(
      'Răspunsul se dă până la 24\u00a0decembrie 2026: mai sunt 22\u00a0de zile.',
    )
    const stopped = { ...clock, status: 'stopped', deadline: null, daysLeft: 1 }
    expect(await shown({ clock: stopped }, page)).toContain('După el mai rămâne 1\u00a0zi.')
    const late = { ...clock, overdue: true, daysOver: 3 }
    expect(await shown({ clock: late }, page)).toContain('Termenul este depășit cu 3\u00a0zile.')
  })
  it('offers what the API lets the reader do, and nothing else', async () => {
    const page = `/en/mandates/${id}`
    expect(await shown({}, page)).toContain('Give up the mandate')
    expect(await shown({ next: [] }, page)).not.toContain('Give up the mandate')
    const asked = await shown({ next: ['completed', 'withdrawn'] }, page)
    expect(asked).toContain('Answer what was asked for')
    expect(asked).toContain('Withdraw the request')
  })
  it('lists its proofs with what the virus scanner said', async () => {
    const page = await shown({}, `/en/office/mandates/${id}`)
    expect(page).toMatch(/procura\.pdf\s+24\u00a0KB ·\s+24\u00a0November 2026/)
    expect(page).toContain('not checked for viruses')
    expect(page).toContain('holds a virus')
  })
  it('is decided by officials only', async () => {
    const office = `/en/office/mandates/${id}`
    expect(await shown({ next: ['confirmed'] }, office)).not.toContain('The decision')
    const official = { ...session, user: { ...session.user, roles: ['official' as const] } }
    const api = fixtureApi([[/^\/api\/mandates\/[^/]+$/, { ...mandate, next: ['confirmed', 'refused'] }]])
    const { html } = await render(request(office, { session: official, api }))
    expect(textOf(html)).toContain('The certificate is issued at once')
  })
})

describe('rules and registers', () => {
  const roles = (...held: string[]) =>
    ({ ...session, user: { ...session.user, roles: held } }) as typeof session
  it('says of each rule what it asks, where it comes from and whether a lawyer has to look', async () => {
    const text = textOf((await render(request('/hu/szabalyok'))).html)
    expect(text).toContain('30\u00a0naptári nap')
    expect(text).toContain('0,01 lej/m²')
    expect(text).toContain('OG nr. 27/2002, art. 8 alin. (1)')
    expect(text).toContain('megerősítésre vár')
  })
  it('says who confirmed a rule, what is in force and what replaced it', async () => {
    const [row] = (fixture('rule') as { items: object[] }).items
    const confirmed = { by: 'Serviciul juridic', on: '2026-11-24' }
    const items = [{ ...row, value: '45', validFrom: '2020-01-01', toBeConfirmed: false, confirmed }, row]
    const api = fixtureApi([[/rules\/petition/, { items }]])
    const text = textOf((await render(request('/en/rules/petition.answer', { api }))).html)
    expect(text).toMatch(/45\u00a0calendar days\s+in force/)
    expect(text).toMatch(/30\u00a0calendar days\s+replaced on 1\u00a0January 2020/)
    expect(text).toContain('Confirmed by Serviciul juridic, 24\u00a0November 2026')
  })
  it('gives the forms to whoever may use them only', async () => {
    const forms = async (path: string, ...held: string[]) =>
      (await render(request(path, { session: held.length === 0 ? null : roles(...held) }))).html
    expect(await forms('/en/rules/petition.answer', 'admin')).toContain('Add the version')
    expect(await forms('/en/rules/petition.answer', 'official')).not.toContain('Add the version')
    expect(await forms('/en/public-holidays', 'admin')).toContain('Enter the day')
    expect(await forms('/en/public-holidays')).not.toContain('Enter the day')
    expect(await forms('/en/registers', 'clerk')).toContain('Register a paper')
    expect(await forms('/en/registers', 'auditor')).not.toContain('Register a paper')
  })
})

describe('the budget page', () => {
  it('says the finding, to the ban', async () => {
    const { html } = await render(request(`/ro/bugete/${cui}`))
    const text = textOf(html)
    expect(text).toContain(
      'Municipiul Miercurea Ciuc a cheltuit 103,3\u00a0milioane de lei în prima jumătate a anului 2026',
    )
    expect(text).toContain('175.469.498,22\u00a0lei')
    expect(text).toContain('103.323.008,93\u00a0lei')
    expect(text).toContain('19.580.798,10')
    expect(text).toContain('23.485.895,89')
    expect(text).toContain('Trei domenii iau 59\u00a0% din bani')
    expect(text).toContain('Totalurile și sumele pe capitole sunt cele publicate')
  })
  it('says it in Hungarian and English too', async () => {
    expect(textOf((await render(request(`/hu/koltsegvetes/${cui}`))).html)).toContain(
      'Csíkszereda Megyei Jogú Város 2026 első félévében 103,3\u00a0millió lejt költött',
    )
    expect(textOf((await render(request(`/en/budgets/${cui}`))).html)).toContain(
      'Miercurea Ciuc municipality spent 103.3\u00a0million lei in the first half of 2026',
    )
  })
  it('marks the language of the other name', async () => {
    const { html } = await render(request(`/ro/bugete/${cui}`))
    expect(html).toContain('<span lang="hu">Csíkszereda Megyei Jogú Város</span>')
  })
  it('leads to the canonical address in each language, without what only opens panels', async () => {
    const { html } = await render(request(`/hu/bugete/${cui}?kind=revenue&view=bars&trace=07`))
    expect(html).toContain(
      `<link rel="canonical" href="https://buget.example/hu/koltsegvetes/${cui}?kind=revenue">`,
    )
    expect(html).toContain(`hreflang="ro" href="https://buget.example/ro/bugete/${cui}?kind=revenue"`)
    expect(html).toContain('<meta property="og:locale" content="hu_HU">')
  })
  it('shows the cell inside its rows, with file and fingerprint', async () => {
    const { html } = await render(request(`/ro/bugete/${cui}?trace=65`))
    const text = textOf(html)
    expect(text).toMatch(/suma a\s+61\u00a0de celule/)
    expect(html).toMatch(/<td class="number kept mark mark-hit" id="c-H43"/)
    expect(text).toContain('20260630_FXB-EXB-901_TREZ351_4245747_4245747_02_90000002.xlsx')
    expect(text).toMatch(/[0-9a-f]{64}/)
  })
  it('gives every figure a link to its cells and every name a link to what is below', async () => {
    const { html } = await render(request(`/ro/bugete/${cui}`))
    expect(html).toContain(`href="/ro/bugete/${cui}?trace=65#trace"`)
    expect(html).toContain(`href="/ro/bugete/${cui}?level=2&amp;functional=65#breakdown"`)
    expect(html).toContain(`/api/public/budget/${cui}/download?`)
  })
  it('says that an institution has no report yet', async () => {
    const entity = { ...(fixture('entity') as object), periods: [], latest: null }
    const { status, html } = await render(
      request(`/ro/bugete/${cui}`, { api: fixtureApi([[/entities\/4245747$/, entity]]) }),
    )
    expect(status).toBe(200)
    expect(textOf(html)).toContain('nu a publicat încă niciun raport')
  })
  it('says what is published when the date has no report', async () => {
    const missing = { status: 404, title: 'x', code: 'report_missing', type: 'about:blank' }
    const api = fixtureApi([[/budget\/4245747/, Response.json(missing, { status: 404 })]])
    const { status, html } = await render(request(`/ro/bugete/${cui}?at=2020-01-01`, { api }))
    expect(status).toBe(404)
    expect(textOf(html)).toContain('Nu este niciun raport publicat pentru data aleasă')
    expect(html).toContain(`href="/ro/bugete/${cui}?at=2026-06-30"`)
  })
  it('keeps hostile names inside their element and their script', async () => {
    const names = { ro: '</script><script>alert(1)</script>', hu: '<b>', en: '"' }
    const entity = { ...(fixture('entity') as object), names }
    const { html } = await render(
      request(`/ro/bugete/${cui}`, { api: fixtureApi([[/entities\/4245747$/, entity]]) }),
    )
    expect(html).not.toContain('<script>alert(1)')
    expect(html.match(/<script/g)).toHaveLength(2)
  })
})

describe('accounts', () => {
  it.each([
    '/ro/raportari',
    '/hu/jelentesek/feltoltes',
    `/en/reports/${SUBMISSION}`,
  ])('asks for one at %s', async path => {
    const { status, headers } = await render(request(path))
    expect(status).toBe(303)
    expect(headers.location).toContain(`next=${encodeURIComponent(path)}`)
  })
  it('asks again when the API says that the session has ended', async () => {
    const { headers } = await renderData(
      request('/ro/raportari', { session, api: fixtureApi([[/submissions/, 401]]) }),
    )
    expect(headers.location).toBe('/ro/autentificare?next=%2Fro%2Fraportari')
  })
  it('leads a signed-in person on, and never to another site', async () => {
    const { headers } = await render(request('/ro/autentificare?next=//evil.example', { session }))
    expect(headers.location).toBe('/ro/raportari')
  })
})

describe('a submission', () => {
  it('marks the cells, names both sums and leads from the issue to the cell and back', async () => {
    const { html } = await render(request(`/ro/raportari/${SUBMISSION}`, { session }))
    expect(html).toMatch(/<td class="kept mark mark-error" id="c-H97"[^>]*><a href="#i-0">12\.48O,00<\/a>/)
    expect(html).toContain(`href="/ro/raportari/${SUBMISSION}?sheet=CSV&amp;row=97#c-H97"`)
    expect(textOf(html)).toContain('102.273.420,26')
    expect(textOf(html)).toContain('103.323.008,93\u00a0lei')
    expect(html).not.toContain('>Confirmă și publică</button>')
  })
  it('offers the confirmation with its warnings when the file is good', async () => {
    const good = {
      ...(fixture('submission') as object),
      status: 'awaiting_confirmation',
      issueCounts: { error: 0, warning: 4, information: 0 },
    }
    const { html } = await render(
      request(`/ro/raportari/${SUBMISSION}`, {
        session,
        api: fixtureApi([[new RegExp(`${SUBMISSION}\\?`), good]]),
      }),
    )
    expect(textOf(html)).toContain('Fișierul se poate depune, cu 4\u00a0atenționări de confirmat')
    expect(textOf(html)).toContain('Am citit atenționările')
  })
})

describe('problems', () => {
  it.each([
    ['/ro/nimic', 404, 'Pagina nu există'],
    ['/hu/semmi', 404, 'Ez az oldal nem létezik'],
    ['/en/nothing', 404, 'This page does not exist'],
    ['/ro/bugete/99', 404, 'Pagina nu există'],
  ])('%s', async (path, code, words) => {
    const { status, html } = await render(request(path))
    expect(status).toBe(code)
    expect(textOf(html)).toContain(words)
    expect(html).toContain('<meta name="robots" content="noindex">')
  })
  it('is drawn for a failure outside of the pages', async () => {
    const { status, html } = await renderProblem(request('/hu'), 500)
    expect(status).toBe(500)
    expect(textOf(html)).toContain('Nálunk romlott el valami')
  })
  it('does not hide a broken API behind an empty page', async () => {
    const { status } = await render(request('/ro', { api: fixtureApi([[/entities/, 503]]) }))
    expect(status).toBe(503)
  })
})

describe('data of a page', () => {
  it('is the envelope that the HTML embeds', async () => {
    const { json } = await renderData(request(`/ro/bugete/${cui}`))
    const { html } = await render(request(`/ro/bugete/${cui}`))
    const embedded = /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
    expect(JSON.parse(json).envelope).toEqual(JSON.parse(embedded))
  })
})
