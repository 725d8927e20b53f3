import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { readConfig } from '../../api/config.ts'
import { type App, createApp } from '../../api/http/app.ts'
import { addEntity } from '../../api/instance/administration.ts'
import { openSystem, type System } from '../../api/instance/system.ts'
import { createMetrics } from '../../api/routes/health.ts'
import { addCountyAccounts } from '../../api/seed/demo-accounts.ts'
import { projectRoot } from './built.ts'
import { DEMO_PASSWORD, scratchFolder } from './instance.ts'

export interface TestSystem {
  readonly system: System
  readonly app: App
  close(): Promise<void>
}

/** A whole installation in this process, on a database of its own, with demo accounts for the institutions named. */
export async function openTestSystem(
  institutions: readonly { cui: string; name: string }[],
  options: { environment?: Record<string, string>; now?: () => Date; log?: (line: string) => void } = {},
): Promise<TestSystem> {
  const name = `test_${crypto.randomBytes(6).toString('hex')}`
  const owner = new pg.Client({ connectionString: inject('postgresUrl') })
  await owner.connect()
  await owner.query(`create database ${name}`)
  await owner.end()
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const dataFolder = scratchFolder()
  const config = readConfig(
    {
      PORT: '0',
      DATA_DIR: dataFolder,
      DATABASE_URL: url.toString(),
      SEED: 'none',
      DEMO_PASSWORD,
      RATE_LIMIT: 'off',
      REQUIRE_SECOND_FACTOR: 'off',
      ...options.environment,
    },
    projectRoot,
  )
  const system = await openSystem(config, {
    ...(options.now ? { now: options.now } : {}),
    ...(options.log ? { log: options.log } : {}),
  })
  await addCountyAccounts(system)
  for (const institution of institutions) await addEntity(system, institution)
  await system.relay.idle()
  return {
    system,
    app: createApp(system, createMetrics(system)),
    close: async () => {
      await system.close()
      fs.rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export interface Client {
  /** What its browser sends. */
  readonly cookie: string
  request(path: string, init?: RequestInit): Promise<Response>
  json<T = Record<string, unknown>>(path: string, init?: RequestInit): Promise<T>
}

export const anonymous = (app: App): Client => client(app, {})

/** A client with session cookie and CSRF token. */
export async function signedIn(app: App, email: string, password = DEMO_PASSWORD): Promise<Client> {
  const response = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (response.status !== 200) throw new Error(`${email}: ${response.status} ${await response.text()}`)
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  return clientOf(app, response, csrfToken)
}

/** The client that an answer's cookies make. */
export function clientOf(app: App, response: Response, csrfToken: string): Client {
  const cookie = response.headers
    .getSetCookie()
    .map(text => text.split(';')[0])
    .join('; ')
  return client(app, { cookie, 'x-csrf-token': csrfToken })
}

function client(app: App, headers: Record<string, string>): Client {
  const request = async (target: string, init: RequestInit = {}) =>
    app.request(target, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } })
  return {
    cookie: headers.cookie ?? '',
    request,
    json: async <T>(target: string, init?: RequestInit) => (await (await request(target, init)).json()) as T,
  }
}

export const samples = path.join(projectRoot, 'api/seed/samples')
export const SAMPLE_JUNE = '20260630_FXB-EXB-901_TREZ351_4245747_4245747_02_90000002.xlsx'
export const SAMPLE_MARCH = '20260331_FXB-EXB-901_TREZ351_4245747_4245747_02_90000001.xlsx'

export interface SubmissionBody {
  id: string
  status: string
  lines: number
  version: number | null
  totals: { revenue: string; expenditure: string } | null
  issues: { code: string; severity: string; cell: string | null; message: string; fix: string }[]
  duplicateOf: string | null
}

/** Uploads content and waits until it is read. */
export async function upload(
  as: Client,
  fileName: string,
  content: Uint8Array,
  fields: Record<string, string> = {},
): Promise<SubmissionBody> {
  const form = new FormData()
  form.set('file', new File([content as Uint8Array<ArrayBuffer>], fileName))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const response = await as.request('/api/reporting/submissions', { method: 'POST', body: form })
  const body = (await response.json()) as SubmissionBody
  if (response.status !== 202) throw new Error(`${response.status} ${JSON.stringify(body)}`)
  let now = body
  while (now.status === 'received' || now.status === 'reading') {
    await new Promise(resolve => setTimeout(resolve, 20))
    now = await as.json<SubmissionBody>(`/api/reporting/submissions/${body.id}`)
  }
  return { ...now, duplicateOf: body.duplicateOf }
}

export const uploadSample = (as: Client, fileName: string) =>
  upload(as, fileName, fs.readFileSync(path.join(samples, fileName)))

export const confirm = (as: Client, id: string) =>
  as.json<SubmissionBody>(`/api/reporting/submissions/${id}/confirm`, { method: 'POST' })
