import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { OidcProvider } from '../services/index.ts'
import { ConfigError } from './config-error.ts'
import { readOidcProviders } from './oidc-settings.ts'

/** Settings of an installation, from the environment, parsed once. */
export interface Config {
  readonly port: number
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly warehouseUrl: string
  readonly cubeApiUrl: string | null
  readonly publicUrl: string
  readonly seed: 'demo' | 'none'
  readonly demoPassword: string | null
  readonly sessionSecret: string | null
  /** Secret behind every encrypted value; without it those are lost. */
  readonly encryptionKey: string | null
  readonly rateLimit: boolean
  /** Whoever has a role of the county must sign in with two factors. */
  readonly requireSecondFactor: boolean
  readonly oidcProviders: readonly OidcProvider[]
  /** Mail server; without one mails are kept as files in the data folder. */
  readonly smtpUrl: string | null
  /** Sender of mails, as an address or "Name <address>". */
  readonly mailFrom: string
  /** Certificate file that signs documents; null: a demo certificate of this installation. */
  readonly signing: { readonly file: string; readonly password: string } | null
  /** Where clamd listens; null: attachments are not scanned. */
  readonly clamdUrl: string | null
  /** Ledger of erasures: on another disk it is still there when the data folder is lost. */
  readonly erasuresLog: string
  /** Who gets the audit's head each day; null: it is only written to the data folder. */
  readonly auditHeadTo: string | null
}

export { ConfigError }

const url = (...protocols: string[]) =>
  z.string().refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL that starts with ${protocols.map(protocol => `${protocol}//`).join(' or ')}`,
  })

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number between 0 and 65535')
    .transform(Number)
    .refine(port => port <= 65_535, 'must be a number between 0 and 65535')
    .default(3000),
  DATA_DIR: z.string().min(1, 'must name a folder').optional(),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  WAREHOUSE_URL: z
    .string()
    .regex(/^duckdb:.+/, 'must be duckdb:<file> (Postgres and ClickHouse are not supported yet)')
    .optional(),
  CUBE_API_URL: url('http:', 'https:').optional(),
  PUBLIC_URL: url('http:', 'https:').optional(),
  SEED: z.enum(['demo', 'none'], 'must be "demo" or "none"').default('demo'),
  DEMO_PASSWORD: z
    .string()
    .min(8, 'must have at least 8 characters')
    .max(256, 'must have at most 256 characters')
    .optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  ENCRYPTION_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'must be an address, or a name with <address>',
    )
    .optional(),
  CLAMD_URL: z
    .string()
    .regex(
      /^(tcp:\/\/(\[[0-9a-f:.]+\]|[^/:\s]+)(:\d{1,5})?|unix:\/.+)$/i,
      'must be tcp://<host>:<port> or unix:<path of the socket>',
    )
    .optional(),
  ERASURES_LOG: z.string().optional(),
  AUDIT_HEAD_TO: z.email('must be an e-mail address').optional(),
  RATE_LIMIT: z.enum(['on', 'off'], 'must be "on" or "off"').default('on'),
  REQUIRE_SECOND_FACTOR: z.enum(['on', 'off'], 'must be "on" or "off"').optional(),
  SIGNING_P12: z.string().optional(),
  SIGNING_P12_PASSWORD: z.string().optional(),
})

/** Reads the settings; an empty value counts as not set. Throws a ConfigError that names the first wrong one. */
export function readConfig(environment: NodeJS.ProcessEnv, workingFolder: string): Config {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap(name => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0])
    const shown = /PASSWORD|SECRET|KEY|DATABASE|SMTP/.test(name) ? '' : ` (it is "${given[name]}")`
    throw new ConfigError(`${name} ${issue?.message}${shown}.`)
  }
  const values = parsed.data
  const dataFolder = path.resolve(workingFolder, values.DATA_DIR ?? defaultDataFolder(workingFolder))
  const publicUrl = (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, '')
  return {
    port: values.PORT,
    dataFolder,
    databaseUrl: values.DATABASE_URL ?? null,
    warehouseUrl: values.WAREHOUSE_URL ?? `duckdb:${path.join(dataFolder, 'warehouse.duckdb')}`,
    cubeApiUrl: values.CUBE_API_URL ?? null,
    publicUrl,
    seed: values.SEED,
    demoPassword: values.DEMO_PASSWORD ?? null,
    sessionSecret: values.SESSION_SECRET ?? null,
    encryptionKey: values.ENCRYPTION_KEY ?? null,
    rateLimit: values.RATE_LIMIT === 'on',
    requireSecondFactor: values.REQUIRE_SECOND_FACTOR
      ? values.REQUIRE_SECOND_FACTOR === 'on'
      : values.SEED === 'none' && !isOfThisMachine(publicUrl),
    oidcProviders: readOidcProviders(environment),
    smtpUrl: values.SMTP_URL ?? null,
    erasuresLog: values.ERASURES_LOG
      ? path.resolve(workingFolder, values.ERASURES_LOG)
      : path.join(dataFolder, 'erasures.log'),
    auditHeadTo: values.AUDIT_HEAD_TO ?? null,
    mailFrom: values.MAIL_FROM ?? `Open County <no-reply@${new URL(publicUrl).hostname}>`,
    signing: values.SIGNING_P12
      ? {
          file: path.resolve(workingFolder, values.SIGNING_P12),
          password: values.SIGNING_P12_PASSWORD ?? '',
        }
      : null,
    clamdUrl: values.CLAMD_URL ?? null,
  }
}

/** An installation that is only tried out: others reach it at a name. */
const isOfThisMachine = (publicUrl: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname)

/** As root the embedded PostgreSQL runs as another user, who must be able to reach the folder. */
function defaultDataFolder(workingFolder: string): string {
  const local = path.join(workingFolder, 'data')
  if (process.getuid?.() !== 0) return local
  for (let folder = path.resolve(workingFolder); ; folder = path.dirname(folder)) {
    if ((fs.statSync(folder).mode & 0o001) === 0) {
      const mark = crypto.createHash('sha256').update(path.resolve(workingFolder)).digest('hex').slice(0, 12)
      return `/var/lib/open-county/${mark}`
    }
    if (path.dirname(folder) === folder) return local
  }
}

/** A secret that is made on the first start and kept in the data folder, readable by the owner only. */
export function keptSecret(dataFolder: string, name: string, bytes: number): string {
  const file = path.join(dataFolder, name)
  if (!fs.existsSync(file))
    fs.writeFileSync(file, crypto.randomBytes(bytes).toString('base64url'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8').trim()
}
