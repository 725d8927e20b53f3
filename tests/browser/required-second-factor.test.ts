import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../support/instance.ts'
import { hydrated, lookAt, openWidth, picture } from '../support/look.ts'
import { openSite } from '../support/site.ts'

/** An official whose role asks for a second factor, from the first sign-in on. */
const site = openSite({ REQUIRE_SECOND_FACTOR: 'on' })

test.each([1280, 360])('an official is led to set up a second factor, at %i px', async width => {
  const email = width === 1280 ? 'official@county.demo' : 'analyst@county.demo'
  const context = await openWidth(site.browser, width)
  const page = await context.newPage()
  await page.goto(`${site.url}/ro/autentificare`)
  await hydrated(page)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Parola').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Intră în cont', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Securitate' }).waitFor()
  expect(await lookAt(page, page.url())).toMatchObject({ errors: [], axe: [], width })
  await picture(page, `second-factor-required-${width}`)

  const refused = await page.goto(`${site.url}/ro/raportari`)
  expect(refused?.status()).toBe(403)
  await page.getByRole('heading', { level: 1, name: 'Rolul tău cere verificarea în doi pași' }).waitFor()
  expect(await lookAt(page, page.url())).toMatchObject({ axe: [], width })
  await picture(page, `second-factor-refused-${width}`)
  await page.getByRole('link', { name: 'Pornește al doilea factor' }).click()
  await page.getByRole('heading', { level: 1, name: 'Securitate' }).waitFor()
  await hydrated(page)

  await page.getByRole('button', { name: 'Pornește verificarea în doi pași' }).click()
  const totp = new TOTP({ secret: Secret.fromBase32(await page.locator('code.secret').innerText()) })
  await page.getByLabel('Codul din aplicație').fill(totp.generate())
  await page.getByRole('button', { name: 'Confirmă codul' }).click()
  await page.getByRole('button', { name: 'Le-am păstrat' }).click()
  await page.getByText('Rolul tău cere verificarea în doi pași').waitFor({ state: 'detached' })
  expect((await page.goto(`${site.url}/ro/raportari`))?.status()).toBe(200)
  await context.close()
})
