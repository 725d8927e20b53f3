import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from './built.ts'

/** An installation that runs as a process of its own, started the way `npm start` does. */
export interface Instance {
  readonly url: string
  readonly dataFolder: string
  readonly output: () => string
  readonly process: ChildProcess
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL, as a crash or a power cut. */
  kill(): Promise<void>
}

export const DEMO_PASSWORD = 'a-demo-password'

export function scratchFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-county-data-'))
  // As root the embedded PostgreSQL runs as another user, who has to cross this folder.
  fs.chmodSync(folder, 0o755)
  return folder
}

export const environmentOf = (dataFolder: string, more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  DATA_DIR: dataFolder,
  PORT: '0',
  DEMO_PASSWORD,
  RATE_LIMIT: 'off',
  REQUIRE_SECOND_FACTOR: 'off',
  ...more,
})

export async function startInstance(options: {
  dataFolder: string
  environment?: Record<string, string>
}): Promise<Instance> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: projectRoot,
    env: environmentOf(options.dataFolder, options.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const exited = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  const url = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      output += String(chunk)
      const match = /Pages\s+(http:\/\/localhost:\d+)\/ro/.exec(output)
      if (match?.[1] && output.includes('is ready')) resolve(match[1].replace('localhost', '127.0.0.1'))
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    exited.then(code => reject(new Error(`the instance ended with ${code} while starting:\n${output}`)))
  })
  return {
    url,
    dataFolder: options.dataFolder,
    output: () => output,
    process: child,
    stop: async () => {
      child.kill('SIGTERM')
      return exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Runs a command-line tool and collects what it said. */
export function runTool(
  entry: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, ['scripts/run.mjs', entry, ...args], {
      cwd: projectRoot,
      env: environment,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', chunk => {
      stdout += String(chunk)
    })
    child.stderr.on('data', chunk => {
      stderr += String(chunk)
    })
    child.once('exit', code => resolve({ code, stdout, stderr }))
  })
}

/** A signed-in client of the API with cookie and CSRF token. */
export async function signIn(url: string, email: string, password = DEMO_PASSWORD) {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (response.status !== 200)
    throw new Error(`sign-in of ${email}: ${response.status} ${await response.text()}`)
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  const cookie = response.headers
    .getSetCookie()
    .map(text => text.split(';')[0])
    .join('; ')
  return {
    cookie,
    csrfToken,
    fetch: (path: string, init: RequestInit = {}) =>
      fetch(`${url}${path}`, { ...init, headers: { cookie, 'x-csrf-token': csrfToken, ...init.headers } }),
  }
}
