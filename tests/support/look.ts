import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { axeViolations } from './axe.ts'

/** What a page must not have, and what tells it from another. */
interface Found {
  /** Errors of scripts and of the console. */
  errors: string[]
  /** Violations that axe finds. */
  axe: string[]
  /** Width of the document in px: more than the window's means a horizontal scroll bar. */
  width: number
  language: string | null
  title: string
}

/** A window of this width. axe is added as a script, which the page's own policy rightly refuses. */
export const openWidth = (browser: Browser, width: number): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })

/** Opens an address, scrolls to its end and looks. */
export async function lookAt(page: Page, url: string): Promise<Found> {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    // The page of a wrong address is a 404 on purpose.
    if (message.type() === 'error' && !/status of 404/.test(message.text())) errors.push(message.text())
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.waitForLoadState('networkidle')
  const axe = await axeViolations(page)
  return {
    errors,
    axe,
    width: await page.evaluate(() => document.documentElement.scrollWidth),
    language: await page.getAttribute('html', 'lang'),
    title: await page.title(),
  }
}

/** Pictures for whoever wants to look: PICTURES names the folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}

/** Until the page's scripts answer, its buttons do nothing. */
export const hydrated = (page: Page) => page.waitForSelector('[data-ready]')
