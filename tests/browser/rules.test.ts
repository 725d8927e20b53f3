import fs from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hydrated, lookAt, openWidth } from '../support/look.ts'
import { openSite } from '../support/site.ts'

/** Rules of law, the legal calendar and the registers, as people read and keep them. */
const site = openSite()

async function opened<T>(as: string | null, width: number, run: (page: Page) => Promise<T>): Promise<T> {
  const context = await openWidth(site.browser, width)
  try {
    const page = await context.newPage()
    if (as !== null) await site.enter(context, as)
    return await run(page)
  } finally {
    await context.close()
  }
}

// The longest words at the narrowest width; the wide layout is the same in each language.
describe.each([
  ['ro', 1280, ['/ro/reguli', '/ro/reguli/mandate.decision', '/ro/zile-libere', '/ro/registre']],
  [
    'hu',
    360,
    ['/hu/szabalyok', '/hu/szabalyok/mandate.decision', '/hu/munkaszuneti-napok', '/hu/iktatokonyvek'],
  ],
  ['en', 360, ['/en/rules', '/en/rules/mandate.decision', '/en/public-holidays', '/en/registers']],
] as const)('in %s at %i px', (language, width, paths) => {
  test('with the forms of whoever keeps them', async () => {
    for (const path of paths) {
      const as = path === paths[3] ? 'official@county.demo' : 'admin@county.demo'
      const found = await opened(as, width, page => lookAt(page, `${site.url}${path}`))
      expect(found).toMatchObject({ errors: [], axe: [], language })
      expect(found.width).toBeLessThanOrEqual(width)
    }
  })
})

test('without scripts anyone reads what was in force on a day', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/en`)
  await page.getByRole('link', { name: 'Legal terms and rules' }).click()
  expect(await page.innerText('h1')).toMatch(/^\d+\srules of law in force on /)
  await page.getByLabel('In force on').fill('2010-01-01')
  await page.getByRole('button', { name: 'Show' }).click()
  expect(await page.innerText('h1')).toMatch(/1\sJanuary 2010/)
  expect(await page.innerText('#petition')).toMatch(/30\scalendar days/)
  await page.getByRole('link', { name: 'Answer to a petition', exact: true }).click()
  expect(await page.innerText('main')).toContain('OG nr. 27/2002, art. 8 alin. (1)')
  expect(await page.locator('form').count()).toBe(0)
  await context.close()
})

test('an administrator notes who confirmed a rule, adds a version and a free day', async () => {
  await opened('admin@county.demo', 1280, async page => {
    await page.goto(`${site.url}/en/rules/mandate.decision`)
    await hydrated(page)
    await page.getByText('Note the confirmation').click()
    await page.getByRole('button', { name: 'Save the confirmation' }).click()
    await page.getByText('Write who confirmed it.').waitFor()
    await page.getByRole('textbox', { name: 'Confirmed by' }).fill('Legal service')
    await page.getByRole('button', { name: 'Save the confirmation' }).click()
    await page.getByText('Confirmed by Legal service').waitFor()

    await page.getByLabel('In force from').fill('2001-01-01')
    await page.getByRole('textbox', { name: 'Value' }).fill('45')
    await page.getByLabel('Act and article').fill('Legea nr. 1/2030, art. 2')
    await page.getByRole('button', { name: 'Add the version' }).click()
    await page.getByText('the last version begins then').waitFor()
    await page.getByLabel('In force from').fill('2030-01-01')
    await page.getByRole('button', { name: 'Add the version' }).click()
    await page.getByRole('heading', { name: '45 calendar days' }).waitFor()
    expect(await page.locator('main ul.stack > li').count()).toBe(2)

    await page.goto(`${site.url}/en/public-holidays?year=2026`)
    await hydrated(page)
    await page.getByRole('textbox', { name: 'Day' }).fill('2026-12-31')
    await page.getByLabel('Decision', { exact: true }).fill('HG nr. 1000/2026')
    await page.getByRole('button', { name: 'Enter the day' }).click()
    await page.getByRole('cell', { name: 'HG nr. 1000/2026' }).waitFor()
  })
})

test('a clerk registers a paper, answers it and annuls the answer; the auditor reads only', async () => {
  await opened('clerk@county.demo', 360, async page => {
    await page.goto(`${site.url}/en/registers`)
    await hydrated(page)
    await page.getByRole('button', { name: 'Register a paper' }).click()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByText('Write what the paper is about.').waitFor()
    await page.getByLabel('Whom it comes from').fill('Primăria Ditrău')
    await page.getByLabel('In short').fill('Request for a meeting')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByText('The registration number is').waitFor()

    const asked = page.locator('.line').filter({ hasText: 'Request for a meeting' })
    await asked.getByRole('button', { name: 'Answer' }).click()
    await page.getByLabel('In short').fill('Meeting on Monday')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    const answer = page.locator('.line').filter({ hasText: 'Meeting on Monday' })
    expect(await answer.innerText()).toMatch(/To: Primăria Ditrău\s+answer to \d+\//)
    await answer.getByRole('button', { name: 'Annul' }).click()
    await page.getByRole('button', { name: 'Annul the line' }).click()
    await page.getByText('Write why the line is annulled.').waitFor()
    await page.getByLabel('Reason').fill('Sent twice')
    await page.getByRole('button', { name: 'Annul the line' }).click()
    await answer.getByText('Sent twice').waitFor()

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV' }).click()
    expect(fs.readFileSync(await (await download).path(), 'utf8')).toContain('Meeting on Monday')
  })
  await opened('auditor@county.demo', 360, async page => {
    const found = await lookAt(page, `${site.url}/en/registers`)
    expect(found).toMatchObject({ errors: [], axe: [] })
    expect(await page.innerText('.lines')).toContain('Sent twice')
    expect(await page.locator('main').getByRole('button').count()).toBe(0)
  })
})
