import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD, signIn } from '../support/instance.ts'
import { hydrated, lookAt, openWidth, picture } from '../support/look.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { openSite } from '../support/site.ts'

/** A reporter is told of a broken file, reads it, chooses, and unsubscribes from the link in the mail. */
const ADDRESS = 'ana@primaria.example'
let mail: MailServer
let context: BrowserContext
let page: Page
const site = openSite(async () => {
  mail = await startMailServer()
  return { SEED: 'none', SMTP_URL: mail.url }
})

beforeAll(async () => {
  const admin = (...args: string[]) => site.tool('api/cli/admin', ...args)
  await admin('entity', '--cui', '4245747', '--name', 'Municipiul Miercurea Ciuc')
  const account = ['--email', ADDRESS, '--name', 'Ana Pop', '--password', DEMO_PASSWORD]
  await admin('user', ...account, '--role', 'reporter', '--entity', '4245747')
  await admin('user', '--email', 'admin@example.ro', '--password', DEMO_PASSWORD, '--role', 'admin')
  const reporter = await signIn(site.url, ADDRESS)
  const form = new FormData()
  form.set('file', new File(['a;b\n1;2\n'], 'nota.csv'))
  await reporter.fetch('/api/reporting/submissions', { method: 'POST', body: form })
  await mail.waitFor(ADDRESS)
  context = await openWidth(site.browser, 1280)
  page = await context.newPage()
  await site.enter(context, ADDRESS)
})
afterAll(() => mail?.stop())

test('the number of unread messages stands in the header and leads to them; opening one reads it', async () => {
  await page.goto(`${site.url}/en`, { waitUntil: 'networkidle' })
  const link = page.getByRole('link', { name: /^Inbox/ })
  expect(await link.textContent()).toContain('1')
  await link.click()
  await page.getByRole('heading', { name: /You have 1.unread message/ }).waitFor()
  await page.getByRole('link', { name: /^Open the report/ }).click()
  await page.getByRole('heading', { level: 1, name: /1.mistake to fix/ }).waitFor()
  await page.goto(`${site.url}/en/inbox`, { waitUntil: 'networkidle' })
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
  const address = `${site.url}${link.slice(link.indexOf('/ro/')).replace('/ro/', '/en/')}`
  const stranger = await site.browser.newContext()
  const opened = await stranger.newPage()
  await opened.goto(address, { waitUntil: 'networkidle' })
  await opened.getByText('A report has mistakes to correct').waitFor()
  await opened.getByRole('button', { name: 'Send no more' }).click()
  await opened.getByText('We send no more e-mails').waitFor()
  await stranger.close()
  await page.goto(`${site.url}/en/inbox/settings`, { waitUntil: 'networkidle' })
  expect(await page.getByRole('checkbox', { name: 'A report has mistakes to correct' }).isChecked()).toBe(
    false,
  )
})

test('a calendar program follows the deadlines at an address that is shown once, made anew, and ended', async () => {
  await page.goto(`${site.url}/en/inbox/settings`)
  await hydrated(page)
  const section = page.getByRole('region', { name: 'Deadlines in your calendar' })
  const follow = async (address: string) => fetch(`${site.url}${address.slice(address.indexOf('/api/'))}`)
  await section.getByRole('button', { name: 'Make the address' }).click()
  const first = await section.locator('code.secret').innerText()
  expect(await section.getByRole('link', { name: 'Open in the calendar' }).getAttribute('href')).toMatch(
    /^webcal:\/\//,
  )
  await picture(page, 'calendar-address')
  const calendar = await follow(first)
  expect([calendar.status, await calendar.text()]).toEqual([200, expect.stringMatching(/^BEGIN:VCALENDAR/)])

  await page.reload()
  await hydrated(page)
  expect(await page.content()).not.toContain(first.slice(first.indexOf('/api/')))
  await section.getByRole('button', { name: 'Make another address' }).click()
  await page.getByRole('button', { name: 'Yes, make another' }).click()
  const second = await section.locator('code.secret').innerText()
  expect([(await follow(first)).status, (await follow(second)).status]).toEqual([404, 200])
  await section.getByRole('button', { name: 'End the address' }).click()
  await page.getByRole('button', { name: 'Yes, end it' }).click()
  await section.getByRole('button', { name: 'Make the address' }).waitFor()
  expect((await follow(second)).status).toBe(404)
})

test('the administrator sees the mail that was sent', async () => {
  const office = await site.browser.newContext()
  await site.enter(office, 'admin@example.ro')
  const opened = await office.newPage()
  await opened.goto(`${site.url}/en/office/mail`, { waitUntil: 'networkidle' })
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
    const opened = await openWidth(site.browser, width)
    await site.enter(opened, email)
    const found = await lookAt(await opened.newPage(), `${site.url}/${path}`)
    expect(found).toMatchObject({ errors: [], axe: [], language: path.slice(0, 2) })
    expect(found.width).toBeLessThanOrEqual(width)
    await opened.close()
    if (process.env.SCREENSHOTS) {
      const shot = await openWidth(site.browser, width)
      await site.enter(shot, email)
      const shown = await shot.newPage()
      await shown.goto(`${site.url}/${path}`, { waitUntil: 'networkidle' })
      await shown.screenshot({
        path: `${process.env.SCREENSHOTS}/${path.replaceAll(/[/?=]/g, '-')}-${width}.png`,
        fullPage: true,
      })
      await shot.close()
    }
  })
})
