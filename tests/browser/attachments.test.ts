import { expect, test } from 'vitest'
import { lookAt, openWidth } from '../support/look.ts'
import { openSite } from '../support/site.ts'

const site = openSite()

test('a file is sent, paused, goes on after the connection was lost, and is removed', async () => {
  const context = await openWidth(site.browser, 360)
  const page = await context.newPage()
  await site.enter(context, 'citizen@demo')
  const address = `${site.url}/en/design`
  expect(await lookAt(page, address)).toMatchObject({ errors: [], axe: [], width: 360 })
  const field = page.getByRole('group', { name: 'Attached file' }).nth(1)
  const choose = (name: string, content: Buffer) =>
    field
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content })

  await choose('program.pdf', Buffer.from(`MZ${'\0'.repeat(200)}`))
  await field.getByText(/type of (the )?file/).waitFor()

  const large = Buffer.alloc(24 * 1024 * 1024, 'x')
  large.write('%PDF-1.7\n')
  // A slow line, so that there is something to pause.
  await page.route('**/api/attachments/*', async route => {
    await new Promise(resolve => setTimeout(resolve, route.request().method() === 'PATCH' ? 300 : 0))
    await route.continue().catch(() => undefined)
  })
  await choose('plan.jpg', large)
  await field.getByRole('button', { name: 'Pause' }).click()
  await field.getByText(/Paused at/).waitFor()
  await field.getByRole('button', { name: 'Resume' }).focus()
  await page.keyboard.press('Enter')
  await context.setOffline(true)
  await field.getByText(/connection was lost/).waitFor()
  await context.setOffline(false)
  await field.getByText('not checked for viruses').waitFor()
  await field.getByText('plan.pdf', { exact: true }).waitFor()
  await field.getByRole('button', { name: 'Remove the file' }).click()
  await field.getByRole('button', { name: 'Choose the file' }).waitFor()
  await context.close()
})
