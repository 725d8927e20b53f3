import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { hydrated, lookAt, openWidth, picture } from '../support/look.ts'
import { type MailServer, type ReceivedMail, startMailServer } from '../support/mail-server.ts'
import { connectAsOwner } from '../support/owner-connection.ts'
import { openSite } from '../support/site.ts'

/** An account from its first mail to its end, as its owner clicks through it; one test goes on where the one before ended. */
const ILONA = 'ilona@posta.example'
const FIRST_PASSWORD = 'erdei patak kavics'
const SECOND_PASSWORD = 'kék hegyi legelő'
let mail: MailServer
const site = openSite(async () => {
  mail = await startMailServer()
  return { SMTP_URL: mail.url }
})
afterAll(() => mail?.stop())

/** Cookies of the browser in which the account was opened. */
let homeCookies: Awaited<ReturnType<BrowserContext['cookies']>> = []

/** The address in a mail, on the port of this test. */
const linkOf = (received: ReceivedMail): string => {
  const [, path] = /https?:\/\/[^/\s]+(\/\S+)/.exec(received.text ?? '') ?? []
  return `${site.url}${path}`
}

async function open(page: Page, path: string) {
  await page.goto(path.startsWith('http') ? path : `${site.url}${path}`)
  await hydrated(page)
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

async function signIn(page: Page, password: string) {
  await open(page, '/hu/bejelentkezes?next=/hu/fiok/biztonsag')
  await page.getByLabel('E-mail-cím').fill(ILONA)
  await page.getByLabel('Jelszó').fill(password)
  await page.getByRole('button', { name: 'Bejelentkezés', exact: true }).click()
}

async function newWindow(width = 1280): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openWidth(site.browser, width)
  return { context, page: await context.newPage() }
}

test('an account is opened by the link of a mail, which is good once', async () => {
  const { context, page } = await newWindow(360)
  await open(page, '/hu/bejelentkezes')
  await page.getByRole('link', { name: 'Nincs fiókod? Nyiss egyet' }).click()
  await title(page, 'Fiók nyitása')
  await page.getByLabel('E-mail-cím').fill('ilona')
  await page.getByRole('button', { name: 'Hivatkozás küldése' }).click()
  await page.getByText('Írd be az e-mail-címet.').waitFor()
  await page.getByLabel('E-mail-cím').fill(ILONA)
  await page.getByRole('button', { name: 'Hivatkozás küldése' }).click()
  await page.getByText(`e-mail érkezik ide: ${ILONA}`).waitFor()
  await picture(page, 'sign-up-sent-360')
  const received = await mail.waitFor(ILONA)
  expect(received.subject).toBe('Erősítse meg a címet, és nyissa meg a fiókot')

  await open(page, linkOf(received))
  await title(page, 'Válassz nevet és jelszót')
  await page.getByLabel('Név').fill('Kovács Ilona')
  await page.getByLabel('Új jelszó').fill('ilona')
  await page.getByRole('button', { name: 'Fiók megnyitása' }).click()
  await page.getByText('A jelszó legalább 10 karakter legyen.').waitFor()
  await picture(page, 'sign-up-weak-360')
  await page.getByLabel('Új jelszó').fill(FIRST_PASSWORD)
  await page.getByRole('button', { name: 'Fiók megnyitása' }).click()
  await title(page, 'Kovács Ilona')

  await open(page, linkOf(received))
  await title(page, 'A hivatkozás már nem érvényes')
  homeCookies = await context.cookies()
  await context.close()
})

test('wrong passwords are slowed, and lock the account for strangers until its owner opens it by mail', async () => {
  const { context, page } = await newWindow()
  const attempt = async (email: string, password: string, words: string | RegExp) => {
    await page.getByLabel('E-mail-cím').fill(email)
    await page.getByLabel('Jelszó').fill(password)
    const answered = page.waitForResponse(answer => answer.url().endsWith('/api/session'))
    await page.getByRole('button', { name: 'Bejelentkezés', exact: true }).click()
    await answered
    await page.getByRole('alert').filter({ hasText: words }).waitFor()
  }
  /** So many wrong passwords so far, the last one long enough ago for the next to be looked at. */
  const database = await connectAsOwner(site.dataFolder)
  const countUp = (failures: number) =>
    database.query(`update sign_in_tally set failures = $1, next_attempt = now() - interval '1 second'`, [
      failures,
    ])

  await open(page, '/hu/bejelentkezes?next=/hu/fiok/biztonsag')
  await page.getByRole('button', { name: 'Bejelentkezés', exact: true }).click()
  await page.getByText('Írd be a jelszót.').waitFor()
  await attempt('senki@posta.example', 'valami más', 'nem talál')
  await countUp(14)
  await attempt('senki@posta.example', 'valami más', 'nem talál')
  await attempt('senki@posta.example', 'valami más', /Túl sok hibás jelszó\. [45].perc múlva/)
  await picture(page, 'sign-in-slowed')

  await attempt(ILONA, 'valami más', 'nem talál')
  await countUp(19)
  await database.end()
  await attempt(ILONA, 'valami más', 'nem talál')
  await attempt(ILONA, FIRST_PASSWORD, 'A fiók zárolva van')
  await picture(page, 'sign-in-locked')

  // The device where she opened the account is known: she is not kept out there.
  const known = await newWindow()
  await known.context.addCookies(homeCookies.filter(({ name }) => name.endsWith('device')))
  await signIn(known.page, FIRST_PASSWORD)
  await title(known.page, 'Biztonság')
  await known.context.close()

  await open(page, linkOf(await mail.waitFor(ILONA, ({ subject }) => /zárol/i.test(subject ?? ''))))
  await title(page, 'A fiók feloldása')
  await picture(page, 'unlock')
  await page.getByRole('button', { name: 'Feloldás' }).click()
  await page.getByText('A fiók zárolása megszűnt.').waitFor()
  await signIn(page, FIRST_PASSWORD)
  await title(page, 'Biztonság')
  await context.close()
})

test('a forgotten password is replaced by mail, which ends every session', async () => {
  const { context: elsewhere, page: before } = await newWindow()
  await signIn(before, FIRST_PASSWORD)
  await title(before, 'Biztonság')

  const { context, page } = await newWindow(360)
  await open(page, '/hu/bejelentkezes')
  await page.getByRole('link', { name: 'Elfelejtetted a jelszót?' }).click()
  await title(page, 'Elfelejtetted a jelszót?')
  await page.getByLabel('E-mail-cím').fill(ILONA)
  await page.getByRole('button', { name: 'Hivatkozás küldése' }).click()
  await page.getByText(`e-mail érkezik ide: ${ILONA}`).waitFor()
  await open(page, linkOf(await mail.waitFor(ILONA, ({ subject }) => subject === 'Válasszon új jelszót')))
  await title(page, 'Válassz új jelszót')
  await page.getByLabel('Új jelszó').fill(SECOND_PASSWORD)
  await picture(page, 'password-reset-360')
  await page.getByRole('button', { name: 'Jelszó cseréje' }).click()
  await page.getByText('A jelszó megváltozott. Jelentkezz be vele.').waitFor()
  await mail.waitFor(ILONA, ({ subject }) => subject === 'A fiók jelszava megváltozott')

  await before.reload()
  await title(before, 'Bejelentkezés')
  await signIn(page, FIRST_PASSWORD)
  await page.getByRole('alert').filter({ hasText: 'nem talál' }).waitFor()
  await signIn(page, SECOND_PASSWORD)
  await title(page, 'Biztonság')
  for (const one of [context, elsewhere]) await one.close()
})

test('a session in another window is seen and ended from this one', async () => {
  const [here, there] = [await newWindow(), await newWindow(360)]
  await signIn(there.page, SECOND_PASSWORD)
  await title(there.page, 'Biztonság')
  await signIn(here.page, SECOND_PASSWORD)
  await title(here.page, 'Biztonság')
  await hydrated(here.page)
  const sessions = here.page.getByRole('region', { name: 'Ahol be vagy jelentkezve' })
  const count = await sessions.getByRole('listitem').count()
  expect(count).toBeGreaterThan(1)
  await picture(here.page, 'sessions')
  await sessions.getByRole('button', { name: 'Minden más munkamenet befejezése' }).click()
  await sessions.getByText('Csak itt vagy bejelentkezve.').waitFor()
  await there.page.reload()
  await title(there.page, 'Bejelentkezés')

  await signIn(there.page, SECOND_PASSWORD)
  await title(there.page, 'Biztonság')
  await open(here.page, '/hu/fiok/biztonsag')
  await sessions.getByRole('button', { name: /^Befejezés: / }).click()
  await sessions.getByText('Csak itt vagy bejelentkezve.').waitFor()
  await there.page.reload()
  await title(there.page, 'Bejelentkezés')
  for (const { context } of [here, there]) await context.close()
})

test('a key for programs is shown once, can what was chosen, and ends when it is revoked', async () => {
  const { context, page } = await newWindow()
  await signIn(page, SECOND_PASSWORD)
  await title(page, 'Biztonság')
  await hydrated(page)
  const keys = page.getByRole('region', { name: 'Programok kulcsai' })
  await keys.getByRole('button', { name: 'Kulcs készítése' }).click()
  await keys.getByText('Adj nevet a kulcsnak.').waitFor()
  await keys.getByLabel('A kulcs neve').fill('Olvasó')
  await keys.getByRole('button', { name: 'Kulcs készítése' }).click()
  const token = await keys.locator('code.secret').innerText()
  await keys.getByRole('listitem').filter({ hasText: 'Olvasó' }).first().waitFor()
  await picture(page, 'token-made')
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${site.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  expect((await ask('/api/notifications')).status).toBe(200)
  const written = await ask('/api/notifications/settings', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ digest: 'daily' }),
  })
  expect([written.status, await written.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'scope_missing' }),
  ])

  await open(page, '/hu/fiok/biztonsag')
  expect(await page.content()).not.toContain(token)
  await keys.getByRole('button', { name: 'Visszavonás' }).click()
  await page.getByRole('alertdialog').getByText('„Olvasó”').waitFor()
  await page.getByRole('button', { name: 'Igen, visszavonom' }).click()
  await keys.getByText('Nincs egyetlen kulcsod sem.').waitFor()
  expect((await ask('/api/notifications')).status).toBe(401)
  await context.close()
})

test('the account is given up with its password, and kept after all within its week', async () => {
  const { context, page } = await newWindow(360)
  await signIn(page, SECOND_PASSWORD)
  await title(page, 'Biztonság')
  await open(page, '/hu/fiok/adatok')
  const ending = page.getByRole('region', { name: 'A fiók törlése' })
  const giveUp = async (password: string) => {
    await ending.getByLabel('Jelenlegi jelszó').fill(password)
    await ending.getByRole('button', { name: 'Fiók törlése' }).click()
  }
  await giveUp(FIRST_PASSWORD)
  await ending.getByText('Nem ez a jelenlegi jelszó.').waitFor()
  await giveUp(SECOND_PASSWORD)
  await ending.getByText(/A fiók törlésének napja: /).waitFor()
  await picture(page, 'deletion-due-360')
  await mail.waitFor(ILONA, ({ subject }) => /^A fiók törlése: /.test(subject ?? ''))
  await ending.getByRole('button', { name: 'A fiók megtartása' }).click()
  await ending.getByLabel('Jelenlegi jelszó').waitFor()
  await context.close()
})

// Sign-in and security are looked at in strong-sign-in.test.ts, the settings of messages in inbox.test.ts.
test.each([
  ['ro/cont-nou', null],
  ['hu/elfelejtett-jelszo', null],
  ['en/link?token=none', null],
  ['ro/cont', 'admin@county.demo'],
  ['hu/fiok/adatok', 'citizen@demo'],
])('%s has no fault and fits a telephone', async (path, email) => {
  const { context, page } = await newWindow(360)
  if (email) await site.enter(context, email)
  const found = await lookAt(page, `${site.url}/${path}`)
  await picture(page, `look-${path.replaceAll(/\W/g, '-')}-360`)
  expect(found).toMatchObject({ errors: [], axe: [], language: path.slice(0, 2), width: 360 })
  await page.setViewportSize({ width: 1280, height: 800 })
  await picture(page, `look-${path.replaceAll(/\W/g, '-')}-1280`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280)
  await context.close()
})
