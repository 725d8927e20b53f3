import fs from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A real browser: the system's Chromium, else the one inside an npm package. */
export async function openBrowser(): Promise<Browser> {
  const system = SYSTEM.find(file => fs.existsSync(file))
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  if (system) return chromium.launch({ executablePath: system, args })
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    // Not the package's own arguments: their --single-process ends the browser when a page closes.
    args: [...args, '--headless=shell'],
    headless: true,
  })
}
