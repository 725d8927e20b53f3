import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { addDays, localDay } from '../../domain/index.ts'
import { axeViolations } from '../support/axe.ts'
import { hydrated, lookAt, openWidth, picture } from '../support/look.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { openSite } from '../support/site.ts'
import { SAMPLE_MARCH, samples } from '../support/test-system.ts'

/** The people of an institution: invited, stood in for, sent away. */
let mail: MailServer
const site = openSite(async () => {
  mail = await startMailServer()
  return { SMTP_URL: mail.url }
})
afterAll(() => mail.stop())

const CUI = '4245747'
const COLLEAGUE = 'ilona@primaria.example'
const PASSWORD = 'corn și lapte pentru toți'
let organisation = ''

async function signedIn(email: string, width = 1280): Promise<Page> {
  const context = await openWidth(site.browser, width)
  await site.enter(context, email)
  return context.newPage()
}
const open = async (page: Page, address: string) => {
  await page.goto(new URL(address, site.url).href)
  await hydrated(page)
}
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
/** The link of a mail to the address, without the language that it is for. */
const linkIn = async (address: string, fits: (text: string) => boolean = () => true): Promise<string> => {
  const { text = '' } = await mail.waitFor(address, one => fits(one.text ?? ''))
  return /invitation\?token=[\w-]+/.exec(text)?.[0] ?? ''
}

let approver: Page
let colleague: Page
/** The link of the first invitation: worth nothing once it was used. */
let used = ''
/** The link of an invitation that nobody answers. */
let waiting = ''

test('the head of an institution finds its page, says how it is reached, and invites a colleague', async () => {
  approver = await signedIn(`approver@${CUI}.demo`)
  await open(approver, '/ro/cont')
  await approver.getByRole('main').getByRole('link', { name: 'Instituțiile mele' }).click()
  await approver.waitForURL(/\/ro\/organizatii\/[0-9a-f-]{36}$/)
  await heading(approver, 'Municipiul Miercurea Ciuc')
  organisation = new URL(approver.url()).pathname.split('/').at(-1) ?? ''

  await approver.getByRole('button', { name: 'Schimbă datele de contact' }).click()
  await approver.getByLabel('Data de contact').fill('+40 266 315 120')
  await approver.getByRole('button', { name: 'Adaugă un rând' }).click()
  await approver.getByLabel('Data de contact').nth(1).fill('primaria')
  await approver.getByRole('button', { name: 'Salvează' }).click()
  await approver.getByText('Aceasta nu este o adresă de e-mail.').waitFor()
  await approver.getByLabel('Data de contact').nth(1).fill('office@miercureaciuc.example')
  await picture(approver, 'organisation-contacts')
  await approver.getByRole('button', { name: 'Salvează' }).click()
  await approver.getByRole('link', { name: '+40 266 315 120' }).waitFor()

  await approver.getByText('Invită un coleg').click()
  await approver.getByLabel('Adresa de e-mail', { exact: true }).fill('ilona')
  await approver.getByRole('button', { name: 'Trimite invitația' }).click()
  await approver.getByText('Scrie adresa de e-mail întreagă', { exact: false }).waitFor()
  await approver.getByLabel('Adresa de e-mail', { exact: true }).fill(COLLEAGUE)
  await picture(approver, 'organisation-invite')
  await approver.getByRole('button', { name: 'Trimite invitația' }).click()
  await approver.getByRole('button', { name: `Trimite din nou: ${COLLEAGUE}` }).waitFor()
  const first = await linkIn(COLLEAGUE)
  await approver.getByRole('button', { name: `Trimite din nou: ${COLLEAGUE}` }).click()
  used = await linkIn(COLLEAGUE, text => !text.includes(first))

  const page = await (await openWidth(site.browser, 1280)).newPage()
  await open(page, `/ro/${first}`)
  await heading(page, 'Linkul nu este bun')
  await page.context().close()
})

test('the colleague opens the mail, makes an account, lands in the institution and files a report', async () => {
  colleague = await (await openWidth(site.browser, 1280)).newPage()
  await open(colleague, `/ro/${used}`)
  await heading(colleague, 'Invitație la Municipiul Miercurea Ciuc')
  await colleague.locator('.facts').getByText('raportor').waitFor()
  await colleague.locator('.facts').getByText(COLLEAGUE).waitFor()
  await colleague.getByLabel('Numele tău').fill('Ilona Kovács')
  await colleague.getByLabel('Parola nouă').fill('ilona')
  await colleague.getByRole('button', { name: 'Fă contul și acceptă' }).click()
  await colleague.locator('.field-error').waitFor()
  await picture(colleague, 'invitation-account')
  await colleague.getByLabel('Parola nouă').fill(PASSWORD)
  await colleague.getByRole('button', { name: 'Fă contul și acceptă' }).click()
  await heading(colleague, 'Municipiul Miercurea Ciuc')
  await hydrated(colleague)
  await colleague.getByRole('main').getByText(COLLEAGUE).waitFor()
  // Reporters see who works there, and invite nobody.
  expect(await colleague.getByText('Invită un coleg').count()).toBe(0)

  await open(colleague, '/ro/raportari/incarcare')
  await colleague.setInputFiles('input[type=file]', path.join(samples, SAMPLE_MARCH))
  await colleague.getByRole('button', { name: 'Trimite la verificare' }).click()
  await colleague.waitForURL(/\/raportari\/[0-9a-f-]{36}/)
  await colleague.getByText('Ilona Kovács').first().waitFor()

  await open(colleague, `/ro/${used}`)
  await heading(colleague, 'Invitația a fost deja acceptată')
  await colleague.getByRole('link', { name: 'Deschide pagina instituției' }).waitFor()
  await picture(colleague, 'invitation-used')
})

test('an invitation for another address asks to sign out; one with an account, to sign in; withdrawn, it says so', async () => {
  await open(approver, `/ro/organizatii/${organisation}`)
  await approver.getByText('Invită un coleg').click()
  await approver.getByLabel('Adresa de e-mail', { exact: true }).fill('bela@primaria.example')
  await approver.getByRole('button', { name: 'Trimite invitația' }).click()
  const link = await linkIn('bela@primaria.example')

  await open(colleague, `/hu/${link}`)
  await colleague.getByText(`Így jelentkeztél be: ${COLLEAGUE}`, { exact: false }).waitFor()
  await picture(colleague, 'invitation-other')
  await colleague.getByRole('button', { name: 'Kijelentkezés és folytatás' }).click()
  await colleague.getByRole('button', { name: 'Fiók létrehozása és elfogadás' }).waitFor()

  await approver.getByRole('button', { name: 'Retrage: bela@primaria.example' }).press('Enter')
  await approver.getByRole('alertdialog').getByRole('button', { name: 'Retrage' }).press('Enter')
  await approver.getByText('Nicio invitație nu așteaptă răspuns.').waitFor()
  await open(colleague, `/en/${link}`)
  await heading(colleague, 'The invitation was withdrawn')

  await approver.getByLabel('Adresa de e-mail', { exact: true }).fill('anna@primaria.example')
  await approver.getByRole('button', { name: 'Trimite invitația' }).click()
  waiting = await linkIn('anna@primaria.example')

  // The colleague comes back by the sign-in page.
  await open(colleague, `/ro/autentificare?next=/ro/organizatii/${organisation}`)
  await colleague.getByLabel('E-mail').fill(COLLEAGUE)
  await colleague.getByLabel('Parola').fill(PASSWORD)
  await colleague.getByRole('button', { name: 'Intră în cont' }).click()
  await heading(colleague, 'Municipiul Miercurea Ciuc')
})

test('a role is ended, after a question, and the person loses access', async () => {
  await open(approver, `/ro/organizatii/${organisation}`)
  const end = approver.getByRole('button', { name: 'Încheie rolul: Ilona Kovács, raportor' })
  await end.press('Enter')
  await approver.getByRole('alertdialog').getByText('Ilona Kovács pierde imediat rolul').waitFor()
  await approver.getByRole('alertdialog').getByRole('button', { name: 'Nu, rămâne' }).press('Enter')
  await end.press('Enter')
  await approver.getByRole('alertdialog').getByRole('button', { name: 'Încheie rolul' }).press('Enter')
  await end.waitFor({ state: 'detached' })
  await approver.getByRole('link', { name: 'Arată și rolurile încheiate' }).click()
  await approver.getByText('Ilona Kovács').waitFor()
  await approver.getByText('încheiat', { exact: true }).waitFor()

  expect((await colleague.goto(`${site.url}/ro/organizatii/${organisation}`))?.status()).toBe(403)
  await open(colleague, '/hu/szervezeteim')
  await colleague.getByText('A fiókod egyetlen intézményhez sem tartozik').waitFor()
})

test('a deputy is named for some days and sees the institution until taken back', async () => {
  const today = localDay(new Date())
  await open(approver, `/hu/szervezetek/${organisation}`)
  await approver.getByText('Helyettes kijelölése').first().click()
  await approver.getByLabel('A helyettes e-mail-címe').fill('senki@primaria.example')
  await approver.getByLabel('Első nap').fill(today)
  await approver.getByLabel('Utolsó nap').fill('2020-01-01')
  const name = approver.getByRole('button', { name: 'Helyettes kijelölése' })
  await name.click()
  await approver.getByText('Válaszd ki mindkét napot', { exact: false }).waitFor()
  await approver.getByLabel('Utolsó nap').fill(addDays(today, 7))
  await name.click()
  await approver.getByText('Ezzel a címmel senkinek sincs fiókja', { exact: false }).waitFor()
  await picture(approver, 'organisation-deputy')
  await approver.getByLabel('A helyettes e-mail-címe').fill(COLLEAGUE)
  await name.click()
  const takeBack = approver.getByRole('button', { name: 'Visszavonás: Ilona Kovács' })
  await takeBack.waitFor()

  await mail.waitFor(COLLEAGUE, ({ text }) => text?.includes(`/organisations/${organisation}`) ?? false)
  // The only institution opens at once.
  await open(colleague, '/hu/szervezeteim')
  await heading(colleague, 'Csíkszereda Megyei Jogú Város')
  await colleague.getByText('Ilona Kovács, helyettesített', { exact: false }).waitFor()

  await takeBack.press('Enter')
  await approver.getByRole('alertdialog').getByRole('button', { name: 'Visszavonás' }).press('Enter')
  await takeBack.waitFor({ state: 'detached' })
  expect((await colleague.goto(`${site.url}/hu/szervezetek/${organisation}`))?.status()).toBe(403)
})

test('an official renames an institution from a day on; the day before it is called as it was', async () => {
  const official = await signedIn('official@county.demo')
  await open(official, `/en/organisations/${organisation}`)
  const before = await official.innerText('h1')
  await official.getByText('Names, kind and codes').click()
  const from = addDays(localDay(new Date()), -3)
  await official.getByLabel('Name in English').fill('Miercurea Ciuc, the county seat')
  await official.getByLabel('The new name or kind holds from').fill(from)
  await picture(official, 'organisation-edit')
  await official.getByRole('button', { name: 'Save' }).click()
  await heading(official, 'Miercurea Ciuc, the county seat')
  await official.getByRole('heading', { level: 2, name: 'History' }).waitFor()
  await picture(official, 'organisation-history')

  await official.getByLabel('As it was on').fill(addDays(from, -1))
  await official.getByRole('button', { name: 'Show' }).click()
  await heading(official, before)
  await official.getByRole('link', { name: 'Back to today' }).click()
  await heading(official, 'Miercurea Ciuc, the county seat')

  await official.getByText('Whom it belongs to').click()
  await official.getByRole('button', { name: 'Belongs to' }).click()
  await official.getByRole('option', { name: 'Harghita County Council' }).click()
  await official.getByLabel('From', { exact: true }).fill(addDays(from, 30))
  await official.getByRole('button', { name: 'Save' }).last().click()
  await official.getByText('to come', { exact: true }).waitFor()
  await official.context().close()
})

const ADDRESSES = ['/ro/organizatii/:id', '/hu/szervezetek/:id', '/en/organisations/:id?ended=true']

test.each([1280, 360])('the pages at %i px', async width => {
  const people = [
    [`approver@${CUI}.demo`, ADDRESSES],
    ['admin@county.demo', ['/en/organisations/:id?on=2026-01-01']],
    [null, [`/ro/${used}`, `/hu/${waiting}`, `/en/${waiting}`]],
  ] as const
  for (const [email, addresses] of people) {
    const page = email ? await signedIn(email, width) : await (await openWidth(site.browser, width)).newPage()
    for (const address of addresses) {
      const found = await lookAt(page, `${site.url}${address.replace(':id', organisation)}`)
      expect(found, address).toMatchObject({ errors: [], axe: [], language: address.slice(1, 3) })
      expect(found.width, address).toBeLessThanOrEqual(width)
      const [name = ''] = address.replace('/ro//', '/ro/').split('=')
      await picture(page, `${email?.split('@')[0] ?? 'nobody'}${name.replaceAll(/[/:?]/g, '-')}-${width}`)
    }
    await page.context().close()
  }
  // Every form open.
  const page = await signedIn('admin@county.demo', width)
  await open(page, `/hu/szervezetek/${organisation}`)
  await page.getByRole('button', { name: 'Elérhetőségek módosítása' }).click()
  for (const summary of await page.locator('main details > summary').all()) await summary.click()
  expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  await picture(page, `organisation-forms-${width}`)
  await page.context().close()
})
