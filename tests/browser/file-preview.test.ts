import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { bani, type Cui, formatAmount, formatBani } from '../../domain/index.ts'
import { type ExecutionContent, makeExecutionCsv } from '../../ingestion/index.ts'
import { axeViolations } from '../support/axe.ts'
import { DEMO_PASSWORD } from '../support/instance.ts'
import { openSite } from '../support/site.ts'
import { SAMPLE_JUNE, samples } from '../support/test-system.ts'

/** What an institution sees of its file before sending it, and how it answers what the file leaves open. */
const site = openSite({ SEED: 'none' })
const CUI = '4245747' as Cui
let page: Page

const report: ExecutionContent = {
  type: 'FXB-EXB-901',
  periodEnd: '2026-06-30',
  sector: '02',
  cui: CUI,
  entityName: 'MUNICIPIUL MIERCUREA CIUC',
  lines: [1_234, 4_321].map((lei, at) => ({
    kind: 'expenditure',
    functional: `65030${at + 1}`,
    functionalName: 'Învăţământ „special”',
    economic: '100101',
    economicName: 'Salarii',
    source: 'A',
    sourceName: 'Integral de la buget',
    section: 'F',
    amount: bani(BigInt(lei) * 100n),
  })),
}
const thousands = makeExecutionCsv(report, {
  amount: value => formatAmount(formatBani(value), 'ro').replace(',00', ''),
})
const WINDOWS_1250: Readonly<Record<string, number>> = { Î: 0xce, ţ: 0xfe, ă: 0xe3, '„': 0x84, '”': 0x94 }
const legacy = (text: string): Buffer =>
  Buffer.from(
    [...text.replaceAll('â', 'a').replaceAll('ă', 'a')].map(char => WINDOWS_1250[char] ?? char.charCodeAt(0)),
  )
const file = (name: string, content: Uint8Array | string): string => {
  const target = path.join(site.dataFolder, name)
  fs.writeFileSync(target, content)
  return target
}

beforeAll(async () => {
  const admin = (...args: string[]) => site.tool('api/cli/admin', ...args)
  await admin('entity', '--cui', CUI, '--name', 'Municipiul Miercurea Ciuc')
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
  // axe is added as a script, which the page's own policy rightly refuses.
  page = await site.browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true })
  await page.goto(`${site.url}/ro/raportari/incarcare`, { waitUntil: 'networkidle' })
  await page.getByLabel('E-mail').fill('ana@example.ro')
  await page.getByLabel('Parola').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Intră în cont' }).first().click()
  await page.getByRole('heading', { level: 1, name: /Depune un raport/ }).waitFor()
})

const UPLOAD = {
  ro: '/ro/raportari/incarcare',
  hu: '/hu/jelentesek/feltoltes',
  en: '/en/reports/upload',
} as const
async function choose(content: string, language: keyof typeof UPLOAD = 'ro'): Promise<void> {
  await page.goto(`${site.url}${UPLOAD[language]}`, { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles(content)
  await page.locator('.preview .sheet').waitFor()
}
const send = () => page.getByRole('button', { name: 'Trimite la verificare' })
const grid = () => page.locator('.preview .sheet')

/** By the keyboard alone, as a list box is used. */
async function pick(field: string, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: field }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: option }).click()
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}

async function isClean(): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    const axe = await axeViolations(page)
    expect(axe).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

test('a CSV is shown and explained in the browser, and nothing leaves it before it is sent', async () => {
  const sent: string[] = []
  const note = (request: { method(): string; url(): string }): void => {
    if (request.method() !== 'GET') sent.push(request.url())
  }
  page.on('request', note)
  await choose(file('vechi.csv', legacy(thousands.replace('1.234', '1.234,00'))))
  expect(await page.locator('.explained').innerText()).toBe(
    'Windows-1250, punct și virgulă între câmpuri, virgulă zecimală; 8\u00a0coloane; 11\u00a0rânduri.',
  )
  expect(await page.locator('.preview .note').count()).toBe(0)
  expect(await grid().locator('tbody tr').count()).toBe(12)
  expect(await grid().innerText()).toContain('Învaţamant „special”')
  expect(await grid().locator('tbody tr').nth(7).locator('td').nth(7).innerText()).toBe('1.234,00')
  await send().and(page.locator(':enabled')).waitFor()
  await isClean()
  // The file's name has the focus that its button lost, and no ring, since no key does anything there.
  expect(
    await page.evaluate(() => [
      document.activeElement?.textContent,
      getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    ]),
  ).toEqual(['Fișier ales: vechi.csv', 'none'])
  // The grid follows the choice at once.
  await pick('Codificarea caracterelor', 'ISO-8859-16')
  await grid().getByText('Învațamant').first().waitFor()
  await pick('Separatorul de câmpuri', /virgulă \(,\)/)
  await page.getByText('; 1\u00a0coloană;').or(page.getByText('; 2\u00a0coloane;')).first().waitFor()
  page.off('request', note)
  expect(sent).toEqual([])
})

test.each([
  ['ro', /Sumele pot fi citite în două feluri/],
  ['hu', /Az összegek kétféleképpen olvashatók/],
  ['en', /The amounts can be read in two ways/],
] as const)('what a file leaves open is asked in %s before it can be sent', async (language, question) => {
  await choose(file('mii.csv', thousands), language)
  await page.getByText(question).waitFor()
  expect(await page.locator('.chosen button.primary').isDisabled()).toBe(true)
  await isClean()
})

test('the answer goes along with the file and is what the submission shows', async () => {
  await choose(file('mii.csv', thousands))
  expect(await send().isDisabled()).toBe(true)
  await pick('Separatorul zecimal', 'virgulă zecimală')
  await send().and(page.locator(':enabled')).click()
  await page.getByRole('heading', { name: 'Cum a fost citit fișierul' }).waitFor()
  const text = await page.locator('main').innerText()
  expect(text).toContain(
    'UTF-8, punct și virgulă între câmpuri, virgulă zecimală; 8\u00a0coloane; 11\u00a0rânduri.',
  )
  expect(text).toContain('5.555,00')
  await isClean()
})

/** A file is read so fast that the page may not have shown that it is being read: then the choices are still open. */
async function openChoices(): Promise<void> {
  const choices = page.locator('details', { hasText: 'A fost scris altfel?' })
  await choices.waitFor()
  if (!(await choices.evaluate(element => (element as HTMLDetailsElement).open)))
    await choices.locator('summary').click()
}

test('a submission that was read wrong is read again as its sender says', async () => {
  await openChoices()
  await pick('Separatorul zecimal', 'punct zecimal')
  await page.getByRole('button', { name: 'Citește din nou așa' }).click()
  await page.getByRole('heading', { level: 1, name: /greșe(ală|li) de îndreptat/ }).waitFor()
  await openChoices()
  await pick('Separatorul zecimal', 'virgulă zecimală')
  await page.getByRole('button', { name: 'Citește din nou așa' }).click()
  await page.getByRole('heading', { level: 1, name: /Fișierul (este bun|se poate depune)/ }).waitFor()
})

test('a workbook is shown sheet by sheet, the report first', async () => {
  await choose(path.join(samples, SAMPLE_JUNE))
  await page.getByText('Aici este raportul de execuție.').waitFor()
  expect(await page.locator('.found').innerText()).toContain('460\u00a0de rânduri, 8\u00a0coloane')
  expect(await grid().innerText()).toContain('MINISTERUL FINANTELOR')
  await send().and(page.locator(':enabled')).waitFor()
  await isClean()
})

test('a file that cannot be opened says so before it is sent', async () => {
  await page.goto(`${site.url}${UPLOAD.ro}`, { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles(file('scan.xlsx', '%PDF-1.7'))
  await page.getByText('Fișierul este un PDF').waitFor()
  await isClean()
})
