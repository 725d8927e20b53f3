import fs from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD, signIn } from '../support/instance.ts'
import { hydrated, lookAt, openWidth, picture } from '../support/look.ts'
import { freePort, openSite } from '../support/site.ts'

/** Whoever holds a document follows its QR code and sees whether to rely on it. */
const site = openSite(
  async () => {
    const port = await freePort()
    return { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` }
  },
  { ownSeed: true },
)
/** The signed PDF that the start message names, and the address in it. */
let document: Buffer
let address: string

beforeAll(() => {
  const file = /A document\s+(\S+\.pdf)/.exec(site.instance.output())?.[1] ?? ''
  document = fs.readFileSync(file)
  // The QR code and the link say the same; the link can be read without a camera.
  address = /\/URI \((http[^)]+)\)/.exec(document.toString('latin1'))?.[1] ?? ''
})

const VERDICTS = {
  ro: { valid: 'Documentul este valabil', revoked: 'Documentul a fost revocat' },
  hu: { valid: 'Az okirat érvényes', revoked: 'Az okiratot visszavonták' },
  en: { valid: 'The document is valid', revoked: 'The document was revoked' },
}
const LANGUAGES = ['ro', 'hu', 'en'] as const

async function inLanguage<T>(
  language: string,
  run: (page: Page, context: BrowserContext) => Promise<T>,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<T> {
  const context = await site.browser.newContext({ locale: language, bypassCSP: true, ...options })
  try {
    return await run(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

async function drop(page: Page, name: string, content: Buffer): Promise<string> {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/pdf', buffer: content })
  const answer = page.locator('.file-check [role=status], .file-check [role=alert]').filter({ hasText: name })
  await answer.waitFor()
  return answer.innerText()
}

test('the address in the document is that of its verification', () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/verify\/([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/)
  expect(site.instance.output()).toContain(address)
})

describe.each(LANGUAGES)('valid, in %s', language => {
  test('the QR address shows the state in the reader’s language, without scripts too', async () => {
    for (const javaScriptEnabled of [true, false])
      await inLanguage(
        language,
        async page => {
          await page.goto(address)
          expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/${language}/`))
          expect(await page.innerText('h1')).toBe(VERDICTS[language].valid)
          expect(await page.locator('input[type=file]').first().isVisible()).toBe(false)
          // With scripts the place to drop a file comes when they have run.
          await page.locator('.drop').waitFor({ state: javaScriptEnabled ? 'visible' : 'hidden' })
        },
        { javaScriptEnabled },
      )
  })

  // Its own language at each width would say the same: the widest is looked at once.
  test.each(language === 'ro' ? [1280, 360] : [360])('at %i px', async width => {
    const context = await openWidth(site.browser, width)
    await context.setExtraHTTPHeaders({ 'accept-language': language })
    const verify = { ro: '/ro/verificare', hu: '/hu/ellenorzes', en: '/en/verify' }[language]
    for (const url of [address, `${site.url}${verify}`, `${site.url}/verify?code=wrong`]) {
      const found = await lookAt(await context.newPage(), url)
      expect(found).toMatchObject({ errors: [], axe: [], language })
      expect(found.width).toBeLessThanOrEqual(width)
    }
    await context.close()
  })
})

test('the file is compared in the browser: the original, a changed one, a copy', async () => {
  await inLanguage('en', async page => {
    await page.goto(address)
    await hydrated(page)
    const sent: string[] = []
    page.on('request', request => sent.push(request.url()))
    expect(await drop(page, 'certificate.pdf', document)).toContain('is the signed document itself')
    const changed = Buffer.from(document)
    changed[2000] = (changed[2000] ?? 0) ^ 1
    expect(await drop(page, 'changed.pdf', changed)).toContain('is not this document')
    expect(sent).toEqual([])
    const citizen = await signIn(site.url, 'citizen@demo')
    const { items } = (await (await citizen.fetch('/api/documents')).json()) as {
      items: { files: { rendition: string; path: string }[] }[]
    }
    const content = async (rendition: string) => {
      const path = items[0]?.files.find(file => file.rendition === rendition)?.path ?? ''
      return Buffer.from(await (await citizen.fetch(path)).arrayBuffer())
    }
    expect(await drop(page, 'archive.pdf', await content('archive'))).toContain('archival copy')
    expect(await drop(page, 'copy.pdf', await content('copy'))).toContain('courtesy copy')
  })
})

test('a code is typed, without scripts; a wrong one is asked for again, an unknown one is said to be unknown', async () => {
  await inLanguage(
    'en',
    async page => {
      const type = async (code: string) => {
        await page.goto(`${site.url}/en/verify`)
        await page.getByLabel('Verification code').fill(code)
        await page.getByRole('button', { name: 'Verify' }).click()
      }
      await type((address.split('/').at(-1) ?? '').toLowerCase().replaceAll('-', ' '))
      expect(await page.innerText('h1')).toBe(VERDICTS.en.valid)
      await type('ABC')
      expect(await page.innerText('.field-error')).toContain('it has 25 letters and digits')
      await type('0'.repeat(25))
      expect(await page.innerText('h1')).toBe('No document has this code')
    },
    { javaScriptEnabled: false },
  )
})

test.each([1280, 360])('the holder finds the document among their own, at %i px', async width => {
  const context = await openWidth(site.browser, width)
  const page = await context.newPage()
  await page.request.post(`${site.url}/api/session`, {
    data: { email: 'citizen@demo', password: DEMO_PASSWORD },
  })
  const found = await lookAt(page, `${site.url}/en/account/documents`)
  expect(found).toMatchObject({ errors: [], axe: [] })
  expect(found.width).toBeLessThanOrEqual(width)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'The signed document' }).click()
  expect(fs.readFileSync(await (await download).path()).equals(document)).toBe(true)
  await context.close()
})

test.each([
  ['ro/birou/documente', 'official@county.demo', 1280],
  ['hu/hivatal/okiratok?q=999', 'clerk@county.demo', 360],
  ['en/office/documents', 'admin@county.demo', 360],
])('the office looks through issued documents: %s as %s at %i px', async (path, email, width) => {
  const context = await openWidth(site.browser, width)
  await site.enter(context, email)
  const page = await context.newPage()
  const found = await lookAt(page, `${site.url}/${path}`)
  await picture(page, `${path.replaceAll(/\W/g, '-')}-${width}`)
  expect(found).toMatchObject({ errors: [], axe: [], language: path.slice(0, 2), width })
  // A clerk and an auditor read; an official and an administrator decide.
  const revokes = await page.getByRole('button', { name: /^(Revocă|Visszavon|Revoke)/ }).count()
  expect(revokes > 0).toBe(email !== 'clerk@county.demo')
  await context.close()
})

test('others than the office do not get its list', async () => {
  const context = await openWidth(site.browser, 360)
  await site.enter(context, 'citizen@demo')
  expect((await context.request.get(`${site.url}/en/office/documents`)).status()).toBe(403)
  await context.close()
})

test('an official revokes it with a reason: every reader is told so, and the file no longer counts', async () => {
  const office = await openWidth(site.browser, 1280)
  await site.enter(office, 'official@county.demo')
  const list = await office.newPage()
  await list.goto(`${site.url}/en/office/documents`)
  await list.getByLabel('Find a document').fill('DEMO-1')
  await list.getByRole('button', { name: 'Search' }).click()
  await list.waitForURL(/q=DEMO-1/)
  await hydrated(list)
  await list.getByRole('button', { name: /^Revoke document DEMO-1/ }).click()
  const dialog = list.getByRole('alertdialog')
  await dialog.getByRole('button', { name: /Why it is revoked/ }).click()
  await list.getByRole('option', { name: 'It was issued in error.' }).click()
  await picture(list, 'revoke')
  await dialog.getByRole('button', { name: 'Yes, revoke it' }).click()
  await list.getByRole('listitem').getByText('revoked', { exact: true }).waitFor()
  await list.getByText('It was issued in error.').waitFor()
  expect(await list.getByRole('button', { name: /^Revoke document/ }).count()).toBe(0)
  await list.goto(`${site.url}/en/office/documents?state=valid&q=DEMO-1`)
  await list.getByText('No document fits').waitFor()
  await office.close()
  for (const language of LANGUAGES)
    await inLanguage(language, async page => {
      await page.goto(address)
      expect(await page.innerText('h1')).toBe(VERDICTS[language].revoked)
      if (language === 'en') await page.getByText('It was issued in error.').waitFor()
    })
  await inLanguage('en', async page => {
    await page.goto(address)
    await hydrated(page)
    const text = await drop(page, 'certificate.pdf', document)
    expect(text).toContain('The fingerprint matches')
    expect(text).toContain('no longer valid')
  })
})
