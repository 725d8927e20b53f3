import fs from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import {
  DEMO_PASSWORD,
  environmentOf,
  type Instance,
  runTool,
  scratchFolder,
  signIn,
  startInstance,
} from '../support/instance.ts'
import { lookAt, openWidth } from '../support/look.ts'

const ENVIRONMENT = { SEED: 'demo' }
let instance: Instance
let browser: Browser
let dataFolder: string
beforeAll(async () => {
  dataFolder = scratchFolder()
  instance = await startInstance({ dataFolder, environment: ENVIRONMENT })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await instance?.stop()
  fs.rmSync(dataFolder, { recursive: true, force: true })
})

test.each([
  ['ro', 'date-personale', 'ro/audit'],
  ['hu', 'szemelyes-adatok', 'hu/ellenorzesi-naplo'],
  ['en', 'personal-data', 'en/audit'],
])('register and audit read well in %s, on a screen and on a telephone', async (language, slug, audit) => {
  const { cookie } = await signIn(instance.url, 'auditor@county.demo')
  for (const width of [1280, 360]) {
    const context = await openWidth(browser, width)
    await context.addCookies(
      cookie.split('; ').map(pair => ({
        name: pair.split('=')[0] ?? '',
        value: pair.slice(pair.indexOf('=') + 1),
        url: instance.url,
      })),
    )
    const page = await context.newPage()
    for (const address of [`${language}/${slug}`, audit]) {
      const found = await lookAt(page, `${instance.url}/${address}`)
      expect(found).toMatchObject({ errors: [], axe: [], language })
      expect(found.width).toBeLessThanOrEqual(width)
    }
    await context.close()
  }
})

test('a person takes their data, is erased, and the chain still verifies; the auditor finds and exports it', async () => {
  const page = await (await openWidth(browser, 1280)).newPage()
  await page.goto(`${instance.url}/en/sign-in?next=/en/personal-data`)
  await page.getByLabel('E-mail').fill('citizen@demo')
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as JSON' }).click(),
  ])
  const told = fs.readFileSync(await download.path(), 'utf8')
  expect(JSON.parse(told)).toMatchObject({ entries: expect.any(Array) })
  expect(told).toContain('citizen@demo')

  const citizen = await signIn(instance.url, 'citizen@demo')
  const erased = await citizen.fetch('/api/me/erasure', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'citizen@demo' }),
  })
  expect(erased.status).toBe(200)
  const verified = await runTool('api/cli/verify', [], environmentOf(dataFolder, ENVIRONMENT))
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('The audit is whole') })

  const auditor = await (await openWidth(browser, 1280)).newPage()
  await auditor.goto(`${instance.url}/en/sign-in?next=/en/audit`)
  await auditor.getByLabel('E-mail').fill('auditor@county.demo')
  await auditor.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD)
  await auditor.getByRole('button', { name: 'Sign in', exact: true }).click()
  await auditor.getByText(/The last check .* found all/).waitFor()
  await auditor.getByLabel('What was done').selectOption('person.erased')
  await auditor.locator('tbody tr', { hasText: 'erased a person' }).getByText('person who is gone').waitFor()
  const [file] = await Promise.all([
    auditor.waitForEvent('download'),
    auditor.getByRole('link', { name: 'Download as CSV' }).click(),
  ])
  expect(fs.readFileSync(await file.path(), 'utf8')).toContain('person.erased')
})
