import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { bani, type Cui, cuiCheckDigit } from '../../domain/index.ts'
import { makeExecutionCsv } from '../../ingestion/index.ts'
import { hydrated, lookAt, openWidth, picture } from '../support/look.ts'
import { openSite } from '../support/site.ts'

/** The administrator's work: people and roles, organisations, lists from files, proposed fiscal codes. */
const site = openSite()
let admin: Page

beforeAll(async () => {
  admin = await signedIn('admin@county.demo', 1280)
})

async function signedIn(email: string, width: number): Promise<Page> {
  const context = await openWidth(site.browser, width)
  await site.enter(context, email)
  return context.newPage()
}
const open = async (page: Page, address: string) => {
  await page.goto(`${site.url}${address}`)
  await hydrated(page)
}
/** A select's button is called by its value and its label. */
const choose = async (page: Page, label: string, option: string) => {
  await page
    .locator('.select-button')
    .and(page.getByRole('button', { name: new RegExp(`${label}$`) }))
    .click()
  await page
    .locator('.option')
    .and(page.getByRole('option', { name: option, exact: true }))
    .click()
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const drop = (page: Page, name: string, content: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })

const UNKNOWN = `1234567${cuiCheckDigit('1234567')}` as Cui
const LINE = {
  kind: 'expenditure',
  functional: '650301',
  functionalName: 'Invatamant',
  economic: '100101',
  economicName: 'Salarii',
  source: 'A',
  sourceName: 'Integral de la buget',
  section: 'F',
  amount: bani(120_000n),
} as const

let person = ''

test('an administrator finds a person, gives a role with days and ends it', async () => {
  await open(admin, '/ro/cont')
  await admin.getByRole('main').getByRole('link', { name: 'Persoane și roluri' }).click()
  await heading(admin, 'Persoane și roluri')
  await admin.getByLabel('Nume sau e-mail').fill('citizen@demo')
  await admin.getByRole('button', { name: 'Caută', exact: true }).click()
  await admin.waitForURL(/q=citizen/)
  await admin.getByRole('row').nth(1).getByRole('link').click()
  await admin.getByRole('heading', { name: 'Dă un rol' }).waitFor()
  person = new URL(admin.url()).pathname.split('/').at(-1) ?? ''

  await choose(admin, 'Rolul', 'registrator')
  await admin.getByRole('button', { name: 'Dă rolul' }).click()
  await admin.getByText('Alege unde.').waitFor()
  await choose(admin, 'Unde', 'tot județul')
  await admin.getByLabel('Ultima zi').fill('2020-01-01')
  await admin.getByText('Ultima zi nu poate fi înaintea primei', { exact: false }).waitFor()
  await admin.getByLabel('Ultima zi').fill('2099-12-31')
  await admin.getByRole('button', { name: 'Dă rolul' }).click()
  const role = admin.getByRole('listitem').filter({ hasText: 'registrator' })
  await role.getByText('31 decembrie 2099', { exact: false }).waitFor()
  await picture(admin, 'person')

  await role.getByRole('button', { name: 'Încheie rolul' }).press('Enter')
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Încheie rolul' }).press('Enter')
  await role.getByText('încheiat').waitFor()
})

test('the last administrator stays', async () => {
  await open(admin, '/en/office/users?role=admin')
  await admin.getByRole('row').nth(1).getByRole('link').click()
  const role = admin.getByRole('listitem').filter({ hasText: 'administrator' })
  await role.getByRole('button', { name: 'End the role' }).press('Enter')
  await admin.getByRole('alertdialog').getByRole('button', { name: 'End the role' }).press('Enter')
  await admin.getByText('This is the only administrator without an end', { exact: false }).waitFor()
})

test('adds an organisation, after putting right its fiscal code', async () => {
  await open(admin, '/ro/organizatii')
  await admin.getByText('Adaugă o organizație').click()
  await admin.getByLabel('Denumirea în română').fill('Muzeul de Încercare')
  await admin.getByRole('textbox', { name: 'CUI' }).fill('4245764')
  await admin.getByRole('button', { name: 'Adaugă', exact: true }).click()
  await admin.getByText('cifra de control nu se potrivește', { exact: false }).waitFor()
  await admin.getByRole('textbox', { name: 'CUI' }).fill('')
  await choose(admin, 'Tip', 'muzeu')
  await choose(admin, 'Subordonată', 'Consiliul Județean Harghita')
  await admin.getByRole('button', { name: 'Adaugă', exact: true }).click()
  await heading(admin, 'Muzeul de Încercare')
})

const LIST = [
  'CUI;tip;denumire (română);denumire (maghiară);subordonată',
  ';bibliotecă;Biblioteca de Încercare;Próbakönyvtár;Consiliul Județean Harghita',
  ';muzeu;Muzeul de Încercare;Próbamúzeum;',
].join('\r\n')

test('a list with mistakes is refused row by row; put right, it is taken over', async () => {
  const count = async () => {
    await open(admin, '/hu/szervezetek')
    return admin.getByRole('row').count()
  }
  const before = await count()
  await open(admin, '/ro/administrare/liste')
  await drop(admin, 'organizatii.csv', LIST.replace(';bibliotecă', '123;bibliotecar'))
  await admin.getByRole('heading', { name: '2 greșeli' }).waitFor()
  expect(await admin.locator('.list-mistakes b').allInnerTexts()).toEqual(['A2', 'B2'])
  await picture(admin, 'list-mistakes')
  expect(await admin.getByRole('button', { name: 'Preia lista' }).count()).toBe(0)
  expect(await count()).toBe(before)

  await open(admin, '/ro/administrare/liste')
  await drop(admin, 'organizatii.csv', LIST)
  await admin.getByText('Se adaugă 1, se modifică 1, rămân neschimbate 0.').waitFor()
  await picture(admin, 'list-preview')
  await admin.getByRole('button', { name: 'Preia lista' }).click()
  await admin.getByText('Lista a fost preluată: 1 adăugate, 1 modificate.').waitFor()
  expect(await count()).toBe(before + 1)

  await open(admin, '/ro/administrare/liste')
  await drop(admin, 'organizatii.csv', LIST)
  await admin.getByText('Fișierul nu aduce nimic nou', { exact: false }).waitFor()
})

test('a proposed fiscal code is confirmed for the organisation that its report names', async () => {
  const { csrfToken } = (await (await admin.request.get(`${site.url}/api/session`)).json()) as {
    csrfToken: string
  }
  const content = makeExecutionCsv({
    type: 'FXB-EXB-901',
    periodEnd: '2026-06-30',
    sector: '02',
    cui: UNKNOWN,
    entityName: 'COMUNA CICEU',
    lines: [LINE],
  })
  const sent = await admin.request.post(`${site.url}/api/reporting/submissions`, {
    headers: { 'x-csrf-token': csrfToken },
    multipart: { file: { name: 'executie.csv', mimeType: 'text/csv', buffer: Buffer.from(content) } },
  })
  expect(sent.status()).toBe(202)
  const { id } = (await sent.json()) as { id: string }
  const status = async () =>
    (
      (await (await admin.request.get(`${site.url}/api/reporting/submissions/${id}`)).json()) as {
        status: string
      }
    ).status
  await expect.poll(status, { timeout: 30_000 }).toBe('invalid')

  await open(admin, '/ro/administrare/cui-propuse')
  await admin.getByRole('heading', { name: UNKNOWN }).waitFor()
  expect(await admin.locator('.select-button').innerText()).toBe('Comuna Ciceu')
  expect(await admin.getByRole('link', { name: `Raportul: ${UNKNOWN}` }).getAttribute('href')).toContain(id)
  await picture(admin, 'proposal')
  // It may be added instead; the form knows what the report says.
  await admin.getByRole('link', { name: 'adaug-o' }).click()
  await heading(admin, 'Organizații')
  expect(await admin.getByRole('textbox', { name: 'CUI' }).inputValue()).toBe(UNKNOWN)

  await open(admin, '/ro/administrare/cui-propuse')
  await admin.getByRole('button', { name: `Confirmă CUI-ul ${UNKNOWN}` }).click()
  await admin.getByText('Nicio propunere nu așteaptă').waitFor()
  await expect.poll(status, { timeout: 30_000 }).not.toBe('invalid')
})

const PAGES = [
  ['/ro/administrare/persoane', '/hu/adminisztracio/szemelyek', '/en/office/users'],
  ['/ro/administrare/persoane/:person', '/hu/adminisztracio/szemelyek/:person', '/en/office/users/:person'],
  ['/ro/organizatii', '/hu/szervezetek?on=2025-01-01', '/en/organisations?kind=museum'],
  ['/ro/administrare/cui-propuse', '/hu/adminisztracio/javasolt-adoazonositok', '/en/office/proposed-codes'],
  ['/ro/administrare/liste', '/hu/adminisztracio/listak?kind=contacts', '/en/office/lists?kind=members'],
]

test.each([1280, 360])('the pages at %i px', async width => {
  const page = await signedIn('admin@county.demo', width)
  // Each language at one width; Romanian at both.
  for (const [index, [ro = '', hu = '', en = '']] of PAGES.entries())
    for (const address of [ro, (index + (width === 360 ? 1 : 0)) % 2 === 0 ? hu : en]) {
      const found = await lookAt(page, `${site.url}${address.replace(':person', person)}`)
      expect(found, address).toMatchObject({ errors: [], axe: [], language: address.slice(1, 3) })
      expect(found.width, address).toBeLessThanOrEqual(width)
      await picture(page, `admin${address.replace(/\?.*/, '').replaceAll(/[/:]/g, '-')}-${width}`)
    }
  await page.context().close()
})
