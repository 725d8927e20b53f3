import fs from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import {
  DEMO_PASSWORD,
  environmentOf,
  type Instance,
  runTool,
  scratchFolder,
  signIn,
  startInstance,
} from '../support/instance.ts'
import { lookAt, openWidth } from '../support/look.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'

/** A reporter is told of a broken file, reads it, chooses, and unsubscribes from the link in the mail. */
const dataFolder = scratchFolder()
const ADDRESS = 'ana@primaria.example'
let mail: MailServer
let instance: Instance
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  mail = await startMailServer()
  const environment = { SEED: 'none', SMTP_URL: mail.url }
  ;[instance, browser] = await Promise.all([startInstance({ dataFolder, environment }), openBrowser()])
  const tool = (args: string[]) => runTool('api/cli/admin', args, environmentOf(dataFolder, environment))
  await tool(['entity', '--cui', '4245747', '--name', 'Municipiul Miercurea Ciuc'])
  const account = ['--email', ADDRESS, '--name', 'Ana Pop', '--password', DEMO_PASSWORD]
  await tool(['user', ...account, '--role', 'reporter', '--entity', '4245747'])
  await tool(['user', '--email', 'admin@example.ro', '--password', DEMO_PASSWORD, '--role', 'admin'])
  const reporter = await signIn(instance.url, ADDRESS)
  const form = new FormData()
  form.set('file', new File(['a;b\n1;2\n'], 'nota.csv'))
  await reporter.fetch('/api/reporting/submissions', { method: 'POST', body: form })
  await mail.waitFor(ADDRESS)
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true })
  page = await context.newPage()
  await enter(context, ADDRESS)
})
afterAll(async () => {
  await browser?.close()
  await instance?.stop()
  await mail?.stop()
  fs.rmSync(dataFolder, { recursive: true, force: true })
})

/** Gives a window the cookie of a person. */
async function enter(into: BrowserContext, email: string): Promise<void> {
  const { cookie } = await signIn(instance.url, email)
  await into.addCookies(
    cookie.split('; ').map(pair => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: instance.url }
    }),
  )
}

test('the number of unread messages stands in the header and leads to them; opening one reads it', async () => {
  await page.goto(`${instance.url}/en`, { waitUntil: 'networkidle' })
  const link = page.getByRole('link', { name: /^Inbox/ })
  expect(await link.textContent()).toContain('1')
  await link.click()
  await page.getByRole('heading', { name: /You have 1.unread message/ }).waitFor()
  await page.getByRole('link', { name: /^Open the report/ }).click()
  await page.getByRole('heading', { level: 1, name: /1.mistake to fix/ }).waitFor()
  await page.goto(`${instance.url}/en/inbox`, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1, name: 'Your messages' }).waitFor()
  expect(await page.getByRole('heading', { level: 2, name: 'To correct: nota.csv' }).count()).toBe(1)
})

test('choices are kept', async () => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByText('A report was published').click()
  await page.getByRole('button', { name: /When messages come that can wait/ }).click()
  await page.getByRole('option', { name: 'Once a day, together' }).click()
  await page.getByRole('button', { name: 'Save the choice' }).click()
  await page.getByText('The choice is saved.').first().waitFor()
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.getByRole('checkbox', { name: 'A report was published' }).isChecked()).toBe(false)
  expect(await page.getByRole('checkbox', { name: 'A report has mistakes to correct' }).isChecked()).toBe(
    true,
  )
  expect(await page.getByRole('button', { name: /When messages come/ }).textContent()).toContain('Once a day')
})

test('the link in a mail unsubscribes, without a session, only after a press', async () => {
  const received = await mail.waitFor(ADDRESS)
  const link = /http\S+\/inbox\/unsubscribe\?token=\S+/.exec(received.text ?? '')?.[0] ?? ''
  const address = `${instance.url}${link.slice(link.indexOf('/ro/')).replace('/ro/', '/en/')}`
  const stranger = await browser.newContext()
  const opened = await stranger.newPage()
  await opened.goto(address, { waitUntil: 'networkidle' })
  await opened.getByText('A report has mistakes to correct').waitFor()
  await opened.getByRole('button', { name: 'Send no more' }).click()
  await opened.getByText('We send no more e-mails').waitFor()
  await stranger.close()
  await page.goto(`${instance.url}/en/inbox/settings`, { waitUntil: 'networkidle' })
  expect(await page.getByRole('checkbox', { name: 'A report has mistakes to correct' }).isChecked()).toBe(
    false,
  )
})

test('the administrator sees the mail that was sent', async () => {
  const office = await browser.newContext()
  await enter(office, 'admin@example.ro')
  const opened = await office.newPage()
  await opened.goto(`${instance.url}/en/office/mail`, { waitUntil: 'networkidle' })
  const row = opened.getByRole('row', { name: new RegExp(ADDRESS) })
  expect(await row.textContent()).toContain('sent')
  await office.close()
})

describe.each([1280, 360])('%d px', width => {
  test.each([
    ['ro/mesaje', ADDRESS],
    ['hu/uzenetek/beallitasok', ADDRESS],
    ['ro/mesaje/dezabonare?token=x', ADDRESS],
    ['hu/adminisztracio/levelek', 'admin@example.ro'],
  ])('%s has no errors, passes axe and fits', async (path, email) => {
    const opened = await openWidth(browser, width)
    await enter(opened, email)
    const found = await lookAt(await opened.newPage(), `${instance.url}/${path}`)
    expect(found).toMatchObject({ errors: [], axe: [], language: path.slice(0, 2) })
    expect(found.width).toBeLessThanOrEqual(width)
    await opened.close()
    if (process.env.SCREENSHOTS) {
      const shot = await openWidth(browser, width)
      await enter(shot, email)
      const shown = await shot.newPage()
      await shown.goto(`${instance.url}/${path}`, { waitUntil: 'networkidle' })
      await shown.screenshot({
        path: `${process.env.SCREENSHOTS}/${path.replaceAll(/[/?=]/g, '-')}-${width}.png`,
        fullPage: true,
      })
      await shot.close()
    }
  })
})
