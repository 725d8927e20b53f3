import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { bani, type Cui } from '../../domain/index.ts'
import { makeExecutionCsv } from '../../ingestion/index.ts'
import { DEMO_PASSWORD } from '../support/instance.ts'
import { openSite } from '../support/site.ts'

/** An institution's way: upload, errors by cell, corrected upload, confirmation, the public page, the cell behind a figure. */
const site = openSite({ SEED: 'none' })
const CUI = '4245747' as Cui
let page: Page

const line = (functional: string, economic: string, lei: number) => ({
  kind: 'expenditure' as const,
  functional,
  functionalName: 'Invatamant',
  economic,
  economicName: 'Cheltuieli',
  source: 'A',
  sourceName: 'Integral de la buget',
  section: 'F' as const,
  amount: bani(BigInt(lei) * 100n),
})
const correct = makeExecutionCsv({
  type: 'FXB-EXB-901',
  periodEnd: '2026-06-30',
  sector: '02',
  cui: CUI,
  entityName: 'MUNICIPIUL MIERCUREA CIUC',
  lines: [line('650301', '100101', 1200), line('650302', '100101', 3400), line('510103', '200101', 500)],
})
const folder = fs.mkdtempSync(path.join(site.dataFolder, 'upload-'))
const good = path.join(folder, 'executie.csv')
const broken = path.join(folder, 'executie-gresita.csv')
fs.writeFileSync(good, correct)
fs.writeFileSync(broken, correct.replace(/3400\b/, '34O0'))

beforeAll(async () => {
  const admin = (...args: string[]) => site.tool('api/cli/admin', ...args)
  await admin(
    'entity',
    '--cui',
    CUI,
    '--name',
    'Municipiul Miercurea Ciuc',
    '--siruta',
    '83320',
    '--kind',
    'municipality',
  )
  await admin(
    'user',
    '--email',
    'ana@example.ro',
    '--role',
    'reporter',
    '--entity',
    CUI,
    '--password',
    DEMO_PASSWORD,
  )
  page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } })
})

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const follow = (name: string | RegExp) => page.getByRole('link', { name }).first().click()
const heading = (text: RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor()

async function choose(file: string): Promise<void> {
  await heading(/Depune un raport/)
  await page.waitForLoadState('networkidle')
  await page.locator('input[type=file]').setInputFiles(file)
  await press('Trimite la verificare')
}

test('signs in and is brought to where it wanted to go', async () => {
  await page.goto(`${site.url}/ro/raportari/incarcare`)
  await heading(/Intră în cont/)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('E-mail').fill('ana@example.ro')
  await page.getByLabel('Parola').fill('a wrong password')
  await press('Intră în cont')
  await page.getByText('E-mailul sau parola nu se potrivesc').waitFor()
  await page.getByLabel('Parola').fill(DEMO_PASSWORD)
  await press('Intră în cont')
  await heading(/Depune un raport/)
})

test('a file with a mistake is shown with the cell marked, and nothing is published', async () => {
  await choose(broken)
  await heading(/greșe(ală|li) de îndreptat/)
  const text = await page.locator('main').innerText()
  expect(text).toContain('34O0')
  expect(await page.getByRole('button', { name: 'Confirmă și publică' }).count()).toBe(0)
  expect((await fetch(`${site.url}/api/public/budget/${CUI}`)).status).toBe(404)
})

test('the corrected file is confirmed and public', async () => {
  await follow('Încarcă fișierul corectat')
  await choose(good)
  await heading(/Fișierul (este bun|se poate depune)/)
  const warnings = page.getByRole('checkbox')
  if ((await warnings.count()) > 0) await page.getByText('Am citit atenționările').click()
  await press('Confirmă și publică')
  await heading(/Raportul este public/)
  await follow('Vezi pagina publică')
  await heading(/a cheltuit 5\.100|a cheltuit/)
  expect(await page.locator('main').innerText()).toContain('5.100,00')
})

test('a figure opens its cells, and one of them inside its sheet', async () => {
  await page
    .getByRole('link', { name: /4\.600,00/ })
    .first()
    .click()
  await page.getByText(/2\s(de\s)?celule/).waitFor()
  const panel = page.getByRole('complementary')
  await panel.getByText('1.200,00').first().waitFor()
  await panel.getByText('3.400,00').first().waitFor()
  const chosen = panel.locator('td.mark-hit').first()
  await chosen.waitFor()
  expect(await chosen.innerText()).toMatch(/1200|3400|1\.200|3\.400/)
  // The whole state is in the address: a reload shows the same.
  await page.waitForLoadState('networkidle')
  const before = await panel.innerText()
  await page.goto(page.url())
  expect(await page.getByRole('complementary').innerText()).toBe(before)
})

test('the history keeps both files', async () => {
  await page.goto(`${site.url}/ro/raportari`)
  const text = await page.locator('main').innerText()
  expect(text).toContain('executie.csv')
  expect(text).toContain('executie-gresita.csv')
})
