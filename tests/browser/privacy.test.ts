import fs from 'node:fs'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../support/instance.ts'
import { hydrated, lookAt, openWidth, picture } from '../support/look.ts'
import { connectAsOwner } from '../support/owner-connection.ts'
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

test.each([
  ['ro/date-personale/stergere', 'citizen@demo'],
  ['hu/szemelyes-adatok/torles', 'citizen@demo'],
  ['hu/hivatal/torlesek?q=demo', 'admin@county.demo'],
  ['ro/birou/stergeri?q=nimeni', 'admin@county.demo'],
])('the page of erasure %s has no fault and fits a telephone', async (path, email) => {
  const context = await openWidth(site.browser, 360)
  await site.enter(context, email)
  const page = await context.newPage()
  const found = await lookAt(page, `${site.url}/${path}`)
  await picture(page, `${path.replaceAll(/\W/g, '-')}-360`)
  expect(found).toMatchObject({ errors: [], axe: [], language: path.slice(0, 2), width: 360 })
  await context.close()
})

test('only an administrator opens the page on which others are erased', async () => {
  const context = await openWidth(site.browser, 360)
  await site.enter(context, 'auditor@county.demo')
  const answer = await context.request.get(`${site.url}/en/office/erasures`)
  expect(answer.status()).toBe(403)
  await context.close()
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

  await hydrated(page)
  await page.getByRole('link', { name: 'Erase everything that you keep about me' }).click()
  await page.getByRole('heading', { level: 1, name: 'Erasing your data' }).waitFor()
  // What is said comes from the register of processing: something that goes, something that the law keeps and until when.
  const kept = page.getByRole('region', { name: 'What the law keeps' })
  await kept
    .getByText(/10 years.*OSGG nr. 600/)
    .first()
    .waitFor()
  await picture(page, 'erasure')
  const erase = page.getByRole('button', { name: 'Erase my data for good' })
  await page.getByLabel('Your e-mail address').fill('somebody@demo')
  await erase.click()
  await page.getByText('Type exactly citizen@demo.').waitFor()
  await page.getByLabel('Your e-mail address').fill('citizen@demo')

  // The sign-in was a while ago: an unlocked screen alone must not be enough.
  const database = await connectAsOwner(site.dataFolder)
  await database.query(`update auth_session set "createdAt" = now() - interval '11 minutes'`)
  await database.end()
  await erase.click()
  await page.locator('input[name=confirm-password]').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await page.locator('input[name=confirm-password]').waitFor({ state: 'detached' })
  await erase.click()
  await page.getByRole('heading', { level: 1, name: 'Your data were erased' }).waitFor()
  await picture(page, 'erased')
  await page.getByRole('link', { name: 'To the home page' }).click()
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await expect(site.enter(own, 'citizen@demo')).rejects.toThrow('401')
  await own.close()

  // Somebody else asked in writing; the administrator finds the account and erases it.
  const office = await openWidth(site.browser, 360)
  await site.enter(office, 'admin@county.demo')
  const admin = await office.newPage()
  await admin.goto(`${site.url}/en/office/erasures`)
  await admin.getByLabel('Find the account').fill('moderator')
  await admin.getByRole('button', { name: 'Search' }).click()
  await admin.getByText('Moderator (demo)').waitFor()
  await hydrated(admin)
  await admin.getByRole('button', { name: 'Erase the data of moderator@county.demo' }).click()
  await admin.getByRole('button', { name: /Why it is erased/ }).click()
  await admin.getByRole('option', { name: /withdrew their consent/ }).click()
  await admin.getByLabel('Registration number of the request').fill('twelve')
  await admin.getByRole('button', { name: 'Erase the person for good' }).click()
  await admin.getByText('Type number and day').waitFor()
  await admin.getByText('Type exactly moderator@county.demo.').waitFor()
  await picture(admin, 'erase-person-360')
  await admin.getByLabel('Registration number of the request').fill('12/02.03.2026')
  await admin.getByLabel('E-mail address of the person').fill('moderator@county.demo')
  await admin.getByRole('button', { name: 'Erase the person for good' }).click()
  await admin.getByText(/The person was erased on/).waitFor()
  await admin.getByText('No account fits').waitFor()
  await expect(site.enter(office, 'moderator@county.demo')).rejects.toThrow('401')
  await office.close()

  const verified = await site.tool('api/cli/verify')
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('The audit is whole') })

  const watched = await openWidth(site.browser, 1280)
  await site.enter(watched, 'auditor@county.demo')
  const auditor = await watched.newPage()
  await auditor.goto(`${site.url}/en/audit`)
  await auditor.getByText(/The last check .* found all/).waitFor()
  await hydrated(auditor)
  await auditor.getByLabel('What was done').selectOption('person.erased')
  const lines = auditor.locator('tbody tr', { hasText: 'erased a person' })
  await lines.getByText('person who is gone').first().waitFor()
  await lines.filter({ hasText: '12/02.03.2026' }).waitFor()
  expect(await lines.count()).toBe(2)
  const [file] = await Promise.all([
    auditor.waitForEvent('download'),
    auditor.getByRole('link', { name: 'Download as CSV' }).click(),
  ])
  expect(fs.readFileSync(await file.path(), 'utf8')).toContain('person.erased')
})
