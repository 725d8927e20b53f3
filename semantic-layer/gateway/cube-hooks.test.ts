// @cubejs-client/react, unmodified, in a real browser.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../tests/support/browser.ts'
import { PUBLIC, type Scratch, scratchGateway } from '../testing/scratch-gateway.ts'
import { type Served, serveGateway } from '../testing/serve-gateway.ts'

let scratch: Scratch
let served: Served
let browser: Browser
let page: Page

beforeAll(async () => {
  scratch = await scratchGateway()
  await scratch.publish({
    cui: '4245747',
    periodEnd: '2026-06-30',
    lines: [
      ['expenditure', '650301', '100101', 1000.1],
      ['expenditure', '650302', '100101', 20.02],
      ['expenditure', '510103', '100101', 300],
      ['revenue', '070101', null, 5000],
    ],
  })
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../testing/cube-hooks-page.tsx', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const script = outputFiles[0]?.text ?? ''
  served = await serveGateway(
    scratch.gateway,
    { context: PUBLIC },
    { page: script, onChange: scratch.onPublication },
  )
  browser = await openBrowser()
  page = await browser.newPage()
  await page.goto(served.url.replace('/cubejs-api/v1', '/'))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
  await scratch?.close()
})

const text = (selector: string) => page.locator(selector).first().innerText()

describe("Cube's hooks", () => {
  it('useCubeQuery shows rows, drills to lines and tells errors', async () => {
    await page.waitForSelector('#chapters')
    expect(await page.locator('#chapters tr').allInnerTexts()).toEqual([
      '51\t300.00\tlines',
      '65\t1020.12\tlines',
    ])
    await page.locator('#chapters button').nth(1).click()
    await page.waitForSelector('#lines')
    expect((await page.locator('#lines li').allInnerTexts()).sort()).toEqual(['H10 1000.10', 'H11 20.02'])
    expect(await text('#refused')).toBe("'nothing' not found for path 'budget_execution.nothing'")
  })

  it('useCubeMeta, useDryRun and useLazyDryRun answer', async () => {
    await page.waitForFunction(() => document.querySelector('#dry')?.textContent === 'regularQuery')
    expect((await text('#meta')).split(' ').sort()).toEqual([
      'budget_execution',
      'budget_execution_both',
      'budget_execution_own',
      'budget_per_inhabitant',
    ])
    expect(await text('#ask')).toBe('ask')
    await page.locator('#ask').click()
    await page.waitForFunction(() => document.querySelector('#ask')?.textContent === 'regularQuery')
  })

  it('useCubeQuery with subscribe shows a new publication without a reload', async () => {
    await page.waitForFunction(() => document.querySelector('#live')?.textContent === '1 1320.12')
    await scratch.publish({
      cui: '4245070',
      periodEnd: '2026-06-30',
      lines: [['expenditure', '650301', '100101', 79.88]],
    })
    await page.waitForFunction(() => document.querySelector('#live')?.textContent === '2 1400.00')
    // What is not subscribed stays as it was: the page was not loaded again.
    expect(await text('#chapters')).toContain('1020.12')
  })
})
