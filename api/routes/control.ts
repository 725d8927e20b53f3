import crypto from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { ROLES, TOKEN_SCOPES } from '../../domain/index.ts'
import { replayPublications } from '../../ingestion/publish/index.ts'
import { createBackupDesk } from '../backup/backup-desk.ts'
import { declarePolicy, local } from '../contract/policy.ts'
import { csvChoices } from '../http/csv-choices.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError, problem } from '../http/problem.ts'
import { addAccount, addEntity, issueAccountToken } from '../instance/administration.ts'
import { verifyAudit } from '../instance/audit-heads.ts'
import type { System } from '../instance/system.ts'
import { SYSTEM_ACTOR } from '../instance/system-actor.ts'
import { receiveFile } from './reporting.ts'

const entitySchema = z.object({
  cui: z.string(),
  name: z.string().min(1).max(300),
  nameHu: z.string().max(300).optional(),
  nameEn: z.string().max(300).optional(),
  siruta: z
    .string()
    .regex(/^\d{1,6}$/, 'a SIRUTA code has up to 6 digits')
    .optional(),
  kind: z
    .string()
    .regex(/^[a-z_]{2,40}$/, 'a kind is a word such as institution or commune')
    .optional(),
  parent: z.string().optional(),
})
const userSchema = z.object({
  email: z.email(),
  name: z.string().min(1).max(200).optional(),
  password: z.string().min(8).max(256).optional(),
  role: z.enum(ROLES),
  entity: z.string().optional(),
  department: z.string().max(300).optional(),
})
const dryRunSchema = z.object({
  path: z.string(),
  as: z.string().optional(),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  quote: z.string().optional(),
  decimal: z.string().optional(),
})
const tokenSchema = z.object({
  email: z.string(),
  days: z.number().int().min(1).max(3650).default(365),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).optional(),
  name: z.string().min(1).max(100).optional(),
})
const backupSchema = z.object({
  folder: z.string().refine(folder => path.isAbsolute(folder), 'must be a whole path'),
  passphrase: z.string().min(12, 'BACKUP_PASSPHRASE must have at least 12 characters').optional(),
})

const unreadable = (file: string): ProblemError =>
  new ProblemError('not_found', `The file ${file} can't be read.`)

async function hashOf(file: string): Promise<string> {
  const hash = crypto.createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/** What the command-line tools ask of a running instance, over the local socket only. */
export function controlRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const post = <S extends z.ZodType>(
    name: string,
    schema: S,
    handle: (input: z.infer<S>) => Promise<unknown>,
  ) => {
    const route = `/api/control/${name}`
    declarePolicy('POST', route, local)
    app.post(route, async c => {
      const parsed = schema.safeParse(await c.req.json().catch(() => null))
      if (!parsed.success)
        return problem(c, 'request_invalid', {
          errors: parsed.error.issues.map(issue => ({ path: issue.path.join('.'), message: issue.message })),
        })
      return c.json((await handle(parsed.data)) as object)
    })
  }
  post('entity', entitySchema, input => addEntity(system, input))
  post('user', userSchema, input => addAccount(system, input))
  post('token', tokenSchema, input => issueAccountToken(system, input.email, input.days, input))
  post('verify', z.object({}), () => verifyAudit(system.audit))
  post('idle', z.object({}), async () => {
    await system.reading.idle()
    await system.relay.idle()
    return { publication: system.publication() }
  })
  post('rebuild', z.object({}), async () => {
    const publications = await system.relay.pausedFor(() =>
      system.warehouse.replaceWith(fresh =>
        replayPublications({
          db: system.db,
          warehouse: fresh,
          readAccepted: submission => system.reading.readAccepted(submission),
        }),
      ),
    )
    return { publications, current: system.publication() }
  })
  const backups = createBackupDesk(system)
  post('backup', backupSchema, async ({ folder, passphrase }) => {
    backups.start({ folder, passphrase: passphrase ?? null })
    return backups.state()
  })
  post('backup-state', z.object({}), async () => backups.state())
  post('backup-cancel', z.object({}), async () => {
    backups.cancel()
    return backups.state()
  })
  /** Takes a file of this machine as an upload, whatever its size: it is copied without being held. */
  post('receive', dryRunSchema, async input => {
    await fs.access(input.path).catch(() => {
      throw unreadable(input.path)
    })
    const { submission } = await receiveFile(
      system,
      SYSTEM_ACTOR,
      path.basename(input.path),
      { ...input, entity: input.as },
      () => system.files.putFile(input.path),
    )
    return { id: submission.id }
  })
  /** Reads a file of this machine without keeping anything of it. */
  post('dry-run', dryRunSchema, async input => {
    const sha256 = await hashOf(input.path).catch(() => {
      throw unreadable(input.path)
    })
    return system.reading.tryOut({
      path: input.path,
      fileName: path.basename(input.path),
      sha256,
      as: input.as ?? null,
      csv: csvChoices(input),
    })
  })
}
