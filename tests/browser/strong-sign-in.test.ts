import { Secret, TOTP } from 'otpauth'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../support/instance.ts'
import { hydrated, lookAt, openWidth, picture } from '../support/look.ts'
import { startOidcProvider, type TestProvider } from '../support/oidc-provider.ts'
import { freePort, openSite } from '../support/site.ts'

/** Second factor, passkey and a provider's sign-in, as people do it. Passkeys need the name "localhost". */
let provider: TestProvider
const site = openSite(async () => {
  const port = await freePort()
  const PUBLIC_URL = `http://localhost:${port}`
  provider = await startOidcProvider({
    redirectUris: [`${PUBLIC_URL}/api/session/oidc/roeid/callback`],
    people: {
      kata: { email: 'kata@exemplu.ro', email_verified: true, name: 'Kovács Kata' },
      ion: { email: 'ion@exemplu.ro', email_verified: false },
    },
  })
  return { PORT: String(port), PUBLIC_URL, ...provider.settings('roeid', { LABEL: 'ROeID' }) }
})
const home = () => site.url.replace('127.0.0.1', 'localhost')
afterAll(() => provider?.close())

async function giveForm(page: Page, email: string) {
  await page.goto(`${home()}/ro/autentificare?next=/ro/cont/securitate`)
  await hydrated(page)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Parola').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Intră în cont', exact: true }).click()
}

/** The page of this heading, once its scripts answer: before that a button does nothing. */
async function heading(page: Page, name: string) {
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await hydrated(page)
}

/** A new visit of the same browser, signed in as nobody. */
async function leave(context: BrowserContext) {
  await context.clearCookies()
}

test('turn on the second factor, sign in with a code, then with a recovery code, and turn it off', async () => {
  const context = await openWidth(site.browser, 1280)
  const page = await context.newPage()
  await giveForm(page, 'citizen@demo')
  await heading(page, 'Securitate')
  await page.getByRole('button', { name: 'Pornește verificarea în doi pași' }).click()
  await page.getByAltText('Cod QR pentru aplicația de autentificare').waitFor()
  const totp = new TOTP({ secret: Secret.fromBase32(await page.locator('code.secret').innerText()) })
  await picture(page, 'totp-enrol')
  await page.getByLabel('Codul din aplicație').fill(totp.generate())
  await page.getByRole('button', { name: 'Confirmă codul' }).click()
  await page.getByText('Codurile tale de recuperare').waitFor()
  const codes = await page.locator('.codes code').allInnerTexts()
  expect(codes).toHaveLength(10)
  await picture(page, 'recovery-codes')
  await page.getByRole('button', { name: 'Le-am păstrat' }).click()
  await page.getByText('Mai ai 10 coduri de recuperare nefolosite.').waitFor()

  await leave(context)
  await giveForm(page, 'citizen@demo')
  await heading(page, 'Încă un pas')
  await picture(page, 'second-step')
  // The code of the next half minute counts already; the one of this was used.
  const next = totp.generate({ timestamp: Date.now() + 30_000 })
  await page.getByLabel('Codul din aplicația de autentificare').fill('000000')
  await page.getByRole('button', { name: 'Continuă' }).click()
  await page.getByText('Codul nu este bun sau a fost deja folosit.').waitFor()
  await page.getByLabel('Codul din aplicația de autentificare').fill(next)
  await page.getByRole('button', { name: 'Continuă' }).click()
  await heading(page, 'Securitate')

  await leave(context)
  await giveForm(page, 'citizen@demo')
  await page.getByLabel('Codul din aplicația de autentificare').fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Continuă' }).click()
  await heading(page, 'Securitate')
  await page.getByText('Mai ai 9 coduri de recuperare nefolosite.').waitFor()

  await page.getByRole('button', { name: 'Oprește verificarea în doi pași' }).click()
  await page.locator('input[name=turn-off-password]').fill(DEMO_PASSWORD)
  await page.locator('input[name=turn-off-code]').fill(codes[1] ?? '')
  await page.getByRole('button', { name: 'Oprește verificarea în doi pași' }).click()
  await page.getByRole('button', { name: 'Pornește verificarea în doi pași' }).waitFor()
  await context.close()
})

test('add a passkey, sign in with it and without a password, rename and remove it', async () => {
  const context = await openWidth(site.browser, 360)
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await giveForm(page, 'official@county.demo')
  await heading(page, 'Securitate')
  await page.locator('input[name=passkey-name]').fill('Telefonul meu')
  await page.getByRole('button', { name: 'Adaugă o cheie de acces' }).click()
  await page.getByText('Cheia de acces s-a adăugat.').waitFor()

  await leave(context)
  await page.goto(`${home()}/ro/autentificare?next=/ro/cont/securitate`)
  await hydrated(page)
  await picture(page, 'sign-in-360')
  await page.getByRole('button', { name: 'Intră cu o cheie de acces' }).click()
  await heading(page, 'Securitate')
  await picture(page, 'security-360')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

  await page.getByRole('button', { name: 'Redenumește cheia Telefonul meu' }).click()
  await page.getByLabel('Numele nou').fill('Cheia de la birou')
  await page.getByRole('button', { name: 'Salvează' }).click()
  await page.getByText('Cheia de la birou', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Șterge' }).click()
  await page.getByRole('button', { name: 'Da, șterge-o' }).click()
  await page.getByText('Nu ai nicio cheie de acces.').waitFor()
  await context.close()
})

describe('at a provider', () => {
  const signInAt = async (page: Page, login: string) => {
    await page.goto(`${home()}/ro/autentificare`)
    await hydrated(page)
    await page.getByRole('link', { name: 'Intră cu ROeID' }).click()
    await page.locator('input[name=login]').fill(login)
    await page.locator('input[name=password]').fill('anything')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
  }

  test('a citizen gets an account and is in', async () => {
    const context = await openWidth(site.browser, 1280)
    const page = await context.newPage()
    await signInAt(page, 'kata')
    await heading(page, 'Kovács Kata')
    await page.goto(`${home()}/ro/cont/securitate`)
    await page.getByRole('heading', { name: 'Alte servicii de autentificare' }).waitFor()
    await picture(page, 'security-linked')
    await context.close()
  })

  test('whose address the provider does not vouch for is told so', async () => {
    const context = await openWidth(site.browser, 1280)
    const page = await context.newPage()
    await signInAt(page, 'ion')
    await page.getByText('nu confirmă nicio adresă de e-mail a ta').waitFor()
    await picture(page, 'sign-in-refused')
    await context.close()
  })
})

test.each([
  [1280, '/ro/autentificare'],
  [360, '/hu/bejelentkezes'],
  [1280, '/en/sign-in?problem=second_factor_needed'],
  [360, '/ro/cont/securitate'],
  [1280, '/hu/fiok/biztonsag'],
])('at %i px %s has no fault', async (width, address) => {
  const context = await openWidth(site.browser, width)
  const page = await context.newPage()
  if (/securitate|biztonsag/.test(address))
    await page.request.post(`${home()}/api/session`, {
      data: { email: 'analyst@county.demo', password: DEMO_PASSWORD },
    })
  const found = await lookAt(page, `${home()}${address}`)
  await picture(page, `look${address.replaceAll(/\W/g, '-')}-${width}`)
  await context.close()
  expect(found).toMatchObject({ errors: [], axe: [] })
  expect(found.width).toBeLessThanOrEqual(width)
})
