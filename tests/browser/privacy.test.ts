import fs from 'node:fs'
import { expect, test } from 'vitest'
import { signIn } from '../support/instance.ts'
import { hydrated, lookAt, openWidth } from '../support/look.ts'
import { openSite } from '../support/site.ts'

const site = openSite()

test.each([
  ['ro', 'date-personale', 'ro/audit'],
  ['hu', 'szemelyes-adatok', 'hu/ellenorzesi-naplo'],
  ['en', 'personal-data', 'en/audit'],
])('register and audit read well in %s, on a screen and on a telephone', async (language, slug, audit) => {
  for (const width of [1280, 360]) {
    const context = await openWidth(site.browser, width)
    await site.enter(context, 'auditor@county.demo')
    const page = await context.newPage()
    for (const address of [`${language}/${slug}`, audit]) {
      const found = await lookAt(page, `${site.url}/${address}`)
      expect(found).toMatchObject({ errors: [], axe: [], language })
      expect(found.width).toBeLessThanOrEqual(width)
    }
    await context.close()
  }
})

test('a person takes their data, is erased, and the chain still verifies; the auditor finds and exports it', async () => {
  const own = await openWidth(site.browser, 1280)
  await site.enter(own, 'citizen@demo')
  const page = await own.newPage()
  await page.goto(`${site.url}/en/personal-data`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as JSON' }).click(),
  ])
  const told = fs.readFileSync(await download.path(), 'utf8')
  expect(JSON.parse(told)).toMatchObject({ entries: expect.any(Array) })
  expect(told).toContain('citizen@demo')

  const citizen = await signIn(site.url, 'citizen@demo')
  const erased = await citizen.fetch('/api/me/erasure', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'citizen@demo' }),
  })
  expect(erased.status).toBe(200)
  const verified = await site.tool('api/cli/verify')
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('The audit is whole') })

  const watched = await openWidth(site.browser, 1280)
  await site.enter(watched, 'auditor@county.demo')
  const auditor = await watched.newPage()
  await auditor.goto(`${site.url}/en/audit`)
  await auditor.getByText(/The last check .* found all/).waitFor()
  await hydrated(auditor)
  await auditor.getByLabel('What was done').selectOption('person.erased')
  await auditor.locator('tbody tr', { hasText: 'erased a person' }).getByText('person who is gone').waitFor()
  const [file] = await Promise.all([
    auditor.waitForEvent('download'),
    auditor.getByRole('link', { name: 'Download as CSV' }).click(),
  ])
  expect(fs.readFileSync(await file.path(), 'utf8')).toContain('person.erased')
})
