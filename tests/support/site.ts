import fs from 'node:fs'
import net from 'node:net'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import {
  DEMO_PASSWORD,
  environmentOf,
  type Instance,
  runTool,
  scratchFolder,
  startInstance,
} from './instance.ts'
import { copySeed } from './seeded-folder.ts'

type Environment = Record<string, string>

/** The first file of a run waits for the sample data to be made. */
const OPENING_MS = 300_000

/** An installation as `npm start` gives it, and a browser. */
export interface Site {
  readonly url: string
  readonly instance: Instance
  readonly browser: Browser
  /** There from the beginning. */
  readonly dataFolder: string
  /** A command-line tool beside the running instance. */
  tool(entry: string, ...args: string[]): ReturnType<typeof runTool>
  /** Signs a person in, in a window. */
  enter(context: BrowserContext, email: string): Promise<void>
}

/**
 * Opens a site before the tests of a file and closes it after them. It starts on the sample data that a run makes once, unless
 * the environment says SEED, or `ownSeed` that the seed depends on the environment.
 */
export function openSite(
  environment: Environment | (() => Promise<Environment>) = {},
  { ownSeed = false }: { ownSeed?: boolean } = {},
): Site {
  const dataFolder = scratchFolder()
  const opened: { instance?: Instance; browser?: Browser; environment?: Environment } = {}
  beforeAll(async () => {
    opened.environment = typeof environment === 'function' ? await environment() : environment
    if (!ownSeed && !opened.environment.SEED) await copySeed(dataFolder)
    ;[opened.instance, opened.browser] = await Promise.all([
      startInstance({ dataFolder, environment: opened.environment }),
      openBrowser(),
    ])
  }, OPENING_MS)
  afterAll(async () => {
    await opened.browser?.close()
    await opened.instance?.stop()
    fs.rmSync(dataFolder, { recursive: true, force: true })
  })
  return {
    dataFolder,
    get url() {
      return ready(opened.instance).url
    },
    get instance() {
      return ready(opened.instance)
    },
    get browser() {
      return ready(opened.browser)
    },
    tool: (entry, ...args) => runTool(entry, args, environmentOf(dataFolder, opened.environment)),
    enter: async (context, email) => {
      const answer = await context.request.post(`${ready(opened.instance).url}/api/session`, {
        data: { email, password: DEMO_PASSWORD },
      })
      if (answer.status() !== 200) throw new Error(`sign-in of ${email}: ${answer.status()}`)
    },
  }
}

function ready<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the site opens before the tests, not before that')
  return part
}

/** A port that nobody listens on, for an installation that has to know its address before it starts. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0))
    })
  })
}
