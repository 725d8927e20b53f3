import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { hydrated, lookAt, openWidth, picture } from '../support/look.ts'
import { openSite } from '../support/site.ts'

/** A mandate as people use it: asked for, completed, confirmed, shown to somebody, given up. */
const site = openSite()
let citizen: Page
let official: Page

beforeAll(async () => {
  citizen = await signedIn('citizen@demo', 1280)
  official = await signedIn('official@county.demo', 1280)
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
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}
/** What is seen by the table of facts. */
const state = (page: Page, text: string) => page.locator('.facts').getByText(text, { exact: true }).waitFor()

/** Attaches a file to the form, in its first empty place. */
const attach = async (page: Page, field: string, name: string, content: string) => {
  const place = page.getByRole('group', { name: field, exact: true })
  await place
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) })
  return place
}
const pdf = (text: string) => `%PDF-1.7\n${text}\n%%EOF`

let mandate = ''

test('a citizen asks for a mandate of a company with a proof, after putting right what was wrong', async () => {
  await open(citizen, '/ro/cont')
  await citizen.getByRole('main').getByRole('link', { name: 'Mandatele mele' }).click()
  await citizen.getByRole('heading', { level: 1, name: 'Mandatele mele' }).waitFor()
  await citizen.getByLabel('CUI').fill('RO 4245748')
  await citizen.getByLabel('Denumirea firmei').fill('Fântâna S.R.L.')
  await citizen.getByLabel('Prima zi').fill('2026-01-01')
  await citizen.getByRole('button', { name: 'Trimite cererea' }).click()
  await citizen.getByText('Acesta nu este un CUI valid', { exact: false }).waitFor()
  await citizen.getByLabel('CUI').fill('RO 4245747')
  await citizen.getByText('PDF, JPG, PNG, WEBP; cel mult 20 MB').waitFor()
  const place = await attach(citizen, 'Dovada', 'extras.pdf', `MZ${'\0'.repeat(200)}`)
  await place.getByText(/tip(ul)? (de )?fișier/).waitFor()
  await attach(citizen, 'Dovada', 'extras.pdf', pdf('Extras de la registrul comerțului'))
  await place.getByText('neverificat de antivirus', { exact: false }).waitFor()
  await citizen.getByRole('group', { name: 'Încă o dovadă' }).waitFor()
  await picture(citizen, 'mandate-request')
  await citizen.getByRole('button', { name: 'Trimite cererea' }).click()
  await citizen.getByRole('heading', { level: 1, name: 'Mandat pentru Fântâna S.R.L.' }).waitFor()
  await state(citizen, 'așteaptă decizia')
  mandate = new URL(citizen.url()).pathname.split('/').at(-1) ?? ''
  expect(mandate).toMatch(/^[0-9a-f-]{36}$/)
  await citizen.getByText('Răspunsul se dă până la').waitFor()
})

test('the official asks for what is missing, the citizen answers, the official confirms', async () => {
  await open(official, '/ro/office/mandates')
  await official.getByRole('link', { name: /^\d+\/\d\d\.\d\d\.\d{4}$/ }).click()
  await official.getByRole('heading', { level: 1, name: 'Mandat pentru Fântâna S.R.L.' }).waitFor()
  const download = official.waitForEvent('download')
  await official.getByRole('link', { name: 'extras.pdf' }).click()
  expect((await download).suggestedFilename()).toBe('extras.pdf')
  await choose(official, 'Ce hotărăști', 'cer completarea')
  await official.getByRole('button', { name: 'Înregistrează decizia' }).click()
  await official.getByText('Scrie măcar câteva cuvinte.').waitFor()
  await official.getByLabel('Motivul').fill('Lipsește actul constitutiv.')
  await official.getByRole('button', { name: 'Înregistrează decizia' }).click()
  await state(official, 'de completat')

  // The address in the mail, in the language of its reader.
  await open(citizen, `/hu/mandates/${mandate}`)
  await citizen.getByText('A határidő a kérelmező válaszáig áll.', { exact: false }).waitFor()
  await citizen.getByLabel('A válaszod').fill('Elküldtem az alapító okiratot.')
  const place = await attach(citizen, 'Bizonyíték', 'okirat.pdf', pdf('Act constitutiv'))
  await place.getByText('vírusellenőrzés nélkül', { exact: false }).waitFor()
  await picture(citizen, 'mandate-answer')
  await citizen.getByRole('button', { name: 'A válasz elküldése' }).click()
  await state(citizen, 'döntésre vár')

  await open(official, `/ro/office/mandates/${mandate}`)
  await official.getByText('Elküldtem az alapító okiratot.').waitFor()
  await official.getByRole('link', { name: 'okirat.pdf' }).waitFor()
  await picture(official, 'office-mandate')
  await choose(official, 'Ce hotărăști', 'confirm mandatul')
  await official.getByRole('button', { name: 'Înregistrează decizia' }).click()
  await state(official, 'confirmat')
})

test('an official finds a person by the personal number, after putting right a digit, and gives the reason', async () => {
  await open(official, '/ro/birou/persoane')
  await official.getByLabel('CNP').fill('1800101221145')
  await official.getByRole('button', { name: 'Caută', exact: true }).click()
  await official.getByText('cifra de control nu se potrivește', { exact: false }).waitFor()
  await official.getByText('cel puțin zece semne', { exact: false }).waitFor()
  await official.getByLabel('CNP').fill('1800101221144')
  await official.getByLabel('Motivul căutării').fill('Dosarul nr. 12/2026')
  await official.getByRole('button', { name: 'Caută', exact: true }).click()
  await official.getByText('Nu s-a găsit nimic').waitFor()

  await open(citizen, '/ro/mandate')
  await choose(citizen, 'Cine este reprezentat', 'o persoană')
  await choose(citizen, 'Temei', 'contul meu')
  await citizen.getByText('Dovedește cu actul de identitate', { exact: false }).waitFor()
  await citizen.getByLabel('CNP').fill('1800101221144')
  await citizen.getByLabel('Numele persoanei').fill('Ioan Pop')
  await citizen.getByRole('button', { name: 'Trimite cererea' }).click()
  await citizen.getByRole('heading', { level: 1, name: 'Mandat pentru Ioan Pop' }).waitFor()
  await official.getByRole('button', { name: 'Caută', exact: true }).click()
  await official.getByRole('cell', { name: 'Ioan Pop' }).waitFor()
  await picture(official, 'person-search')
})

const CITIZENS = ['/ro/mandate', '/hu/meghatalmazasok', '/en/mandates', '/ro/mandate/:id']
const OFFICIALS = [
  '/ro/birou/mandate?state=confirmed',
  '/hu/hivatal/meghatalmazasok',
  '/en/office/mandates/:id',
  '/hu/hivatal/szemelyek',
]

test.each([1280, 360])('the pages at %i px', async width => {
  const people = [
    ['citizen@demo', CITIZENS],
    ['official@county.demo', OFFICIALS],
  ] as const
  for (const [email, addresses] of people) {
    const page = await signedIn(email, width)
    for (const address of addresses) {
      const found = await lookAt(page, `${site.url}${address.replace(':id', mandate)}`)
      expect(found, address).toMatchObject({ errors: [], axe: [], language: address.slice(1, 3) })
      expect(found.width, address).toBeLessThanOrEqual(width)
      await picture(page, `${address.replace(/\?.*/, '').replaceAll(/[/:]/g, '-')}-${width}`)
    }
    await page.context().close()
  }
})

test('the certificate is verified as valid; after the mandate is given up, as revoked', async () => {
  await open(citizen, `/en/mandates/${mandate}`)
  await citizen.getByRole('link', { name: 'Verification page' }).click()
  await citizen.getByRole('heading', { level: 1, name: 'The document is valid' }).waitFor()
  const verification = citizen.url()

  await open(citizen, `/en/mandates/${mandate}`)
  await citizen.getByRole('button', { name: 'Give up the mandate' }).press('Enter')
  await citizen.getByRole('alertdialog').getByRole('button', { name: 'Give up the mandate' }).press('Enter')
  await state(citizen, 'ended')
  await citizen.goto(verification)
  expect(await citizen.innerText('h1')).toBe('The document was revoked')
})
