import { describe, expect, test } from 'vitest'
import { hydrated, lookAt, openWidth } from '../support/look.ts'
import { openSite } from '../support/site.ts'

/** Every page in three languages, wide and at 360 px, checked by axe, on the system that `npm start` gives. */
const site = openSite()

const PUBLIC_PAGES = [
  ['ro', '/ro'],
  ['ro', '/ro/bugete'],
  ['ro', '/ro/bugete?q=csik'],
  ['ro', '/ro/bugete/4245747'],
  ['ro', '/ro/bugete/4245747?at=2026-03-31&kind=revenue&view=treemap'],
  ['hu', '/hu'],
  ['hu', '/hu/koltsegvetes'],
  ['hu', '/hu/koltsegvetes/4245747'],
  ['en', '/en'],
  ['en', '/en/budgets'],
  ['en', '/en/budgets/4245747'],
  ['en', '/en/budgets/4245747?by=economic&level=2&mode=own&functional=65'],
  ['en', '/en/budgets/90000014'],
  ['ro', '/ro/design'],
  ['ro', '/ro/autentificare'],
  ['ro', '/ro/nimic'],
  ['en', '/api/docs'],
] as const

describe.each([1280, 360])('at %i px', width => {
  test.each(PUBLIC_PAGES)('%s %s', async (language, path) => {
    const context = await openWidth(site.browser, width)
    const found = await lookAt(await context.newPage(), `${site.url}${path}`)
    await context.close()
    expect(found).toMatchObject({ errors: [], axe: [], language })
    expect(found.width).toBeLessThanOrEqual(width)
    expect(found.title).not.toBe('')
  })

  test.each([
    '/ro/raportari',
    '/hu/jelentesek/feltoltes',
    '/en/reports',
    'submission',
  ])('signed in: %s', async path => {
    const context = await openWidth(site.browser, width)
    const page = await context.newPage()
    await site.enter(context, 'reporter@4245747.demo')
    const list = await (await page.request.get(`${site.url}/api/reporting/submissions`)).json()
    const found = await lookAt(
      page,
      `${site.url}${path === 'submission' ? `/ro/raportari/${list.items[0].id}` : path}`,
    )
    await context.close()
    expect(found).toMatchObject({ errors: [], axe: [] })
    expect(found.width).toBeLessThanOrEqual(width)
  })
})

describe('without scripts', () => {
  test.each([
    ['/ro/bugete/4245747', '103.323.008,93'],
    ['/hu/koltsegvetes/4245747', '103\u202f323\u202f008,93'],
    ['/en/budgets/4245747', '103,323,008.93'],
    ['/ro/bugete/4245747?at=2026-03-31', '48.186.062,53'],
    ['/ro/bugete/4245747', '19.580.798,10'],
    ['/ro/bugete/4245747', '23.485.895,89'],
    ['/ro/bugete/4245747?at=2026-03-31&kind=revenue', '103.534.709,55'],
    ['/en/budgets/4245747?kind=revenue', '175,469,498.22'],
  ])('%s shows %s', async (path, figure) => {
    const response = await fetch(`${site.url}${path}`)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html.replaceAll('&nbsp;', '\u00a0').replaceAll('\u00a0', '\u202f')).toContain(
      figure.replaceAll('\u00a0', '\u202f'),
    )
    expect(html).toContain('property="og:title"')
    expect(html).toMatch(/hreflang="hu"/)
  })

  test('the sample and the demo data are marked', async () => {
    expect(await (await fetch(`${site.url}/ro/bugete/4245747`)).text()).toMatch(/reconstruit/)
    expect(await (await fetch(`${site.url}/ro/bugete/90000014`)).text()).toMatch(/demonstrativ/)
  })

  test('the address without a language leads to the reader’s', async () => {
    const response = await fetch(`${site.url}/`, {
      redirect: 'manual',
      headers: { 'accept-language': 'hu-HU,hu;q=0.9' },
    })
    expect([response.status, response.headers.get('location')]).toEqual([302, '/hu'])
  })

  test('scripts run only with the page’s nonce', async () => {
    const first = await fetch(`${site.url}/ro`)
    const second = await fetch(`${site.url}/ro`)
    const policy = first.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    const html = await first.text()
    const scripts = html.match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    expect(second.headers.get('content-security-policy')).not.toBe(policy)
  })
})

test('keyboard alone: the skip link leads to the content, and a figure opens with Enter', async () => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(`${site.url}/ro/bugete/4245747`, { waitUntil: 'networkidle' })
  await hydrated(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).not.toBe('')
  await page
    .getByRole('link', { name: /19\.580\.798,10/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByText(/61\sde\scelule/).waitFor()
  // With the page's own policy in force nothing was refused.
  expect(problems).toEqual([])
  await context.close()
})
