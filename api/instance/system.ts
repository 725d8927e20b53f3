import path from 'node:path'
import type { Pool } from 'pg'
import { createReportReader, loadKnownCodes, type ReportReader } from '../../ingestion/index.ts'
import { type Relay, startRelay } from '../../ingestion/publish/index.ts'
import {
  createDelegate,
  createGateway,
  type Gateway,
  type StartedCompiler,
} from '../../semantic-layer/index.ts'
import {
  type Actor,
  APPLICATION_ROLE,
  type Authentication,
  applicationUrl,
  applyRetention,
  createAuthentication,
  createKeyring,
  createOidcClient,
  type Database,
  type DocumentOffice,
  findActor,
  type Jobs,
  type Keyring,
  migrate,
  type OidcClient,
  openDatabase,
  startEmbeddedPostgres,
  startJobs,
  sweepAttempts,
} from '../../services/index.ts'
import { keepFresh } from '../../warehouse/index.ts'
import { type Config, keptSecret } from '../config.ts'
import { type Attachments, openAttachments } from './attachments.ts'
import { type AuditOptions, scheduleAudit } from './audit-heads.ts'
import { openDocumentOffice } from './document-office.ts'
import { eraseDueAccounts, settleErasures } from './erasures.ts'
import { type FileStore, openFileStore } from './file-store.ts'
import { lockDataFolder } from './lock.ts'
import { type Mailing, startMailing } from './mailing.ts'
import { watchMandates } from './mandates.ts'
import { watchOrganisations } from './organisation-days.ts'
import { built, COMPILER_WORKER, modelFolder, projectFolder } from './project-folder.ts'
import { createReadingQueue, type ReadingQueue } from './reading.ts'
import { openReplaceableWarehouse, type ReplaceableWarehouse } from './replaceable-warehouse.ts'

/** A running installation without its doors: stores, engines and queues. */
export interface System {
  readonly config: Config
  readonly db: Database
  readonly warehouse: ReplaceableWarehouse
  readonly gateway: Gateway
  readonly files: FileStore
  readonly documents: DocumentOffice
  readonly attachments: Attachments
  readonly reader: ReportReader
  readonly reading: ReadingQueue
  readonly relay: Relay
  readonly jobs: Jobs
  readonly mailing: Mailing
  readonly authentication: Authentication
  readonly secret: string
  readonly keyring: Keyring
  /** Connection of the database's owner: reads every table, for backups. Never part of an answer. */
  readonly ownerUrl: string
  readonly audit: AuditOptions
  /** Providers of OpenID Connect by name. */
  readonly oidc: ReadonlyMap<string, OidcClient>
  readonly embedded: boolean
  readonly migrations: number
  now(): Date
  log(line: string): void
  /** Number of the publication that new queries are pinned to. */
  publication(): number
  /** Calls the listener when figures may have changed, until the function that it returns is called. */
  onFiguresChanged(listener: () => void): () => void
  findActor(id: string): Promise<Actor | null>
  close(): Promise<void>
}

export interface OpenOptions {
  readonly log?: (line: string) => void
  readonly now?: () => Date
  readonly compiler?: StartedCompiler
}

/** Opens everything in order and closes it in reverse. Throws what stops the start, with everything closed again. */
export async function openSystem(config: Config, options: OpenOptions = {}): Promise<System> {
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  const log = options.log ?? (() => {})
  const now = options.now ?? (() => new Date())
  try {
    closers.push(await lockDataFolder(config.dataFolder))
    const secret = config.sessionSecret ?? keptSecret(config.dataFolder, 'session-secret', 48)
    const keyring = createKeyring(config.encryptionKey ?? keptSecret(config.dataFolder, 'encryption-key', 48))
    let publication = 0
    const stagingFolder = path.join(config.dataFolder, 'staged')
    const listeners = new Set<() => void>()
    const tellListeners = () => {
      for (const listener of listeners) listener()
    }
    const openFigures = async () => {
      const warehouse = await openReplaceableWarehouse(config.warehouseUrl, stagingFolder)
      closers.push(() => warehouse.close())
      publication = await warehouse.currentPublication()
      const gateway = await openGateway(config, warehouse, () => publication, secret, log, options.compiler)
      closers.push(() => gateway.close())
      return { warehouse, gateway }
    }
    // The database server and the semantic layer's compiler take the longest: they start side by side.
    const [store, { warehouse, gateway }, files, knownCodes] = await Promise.all([
      openStore(config, keyring, log, closers),
      openFigures(),
      openFileStore(path.join(config.dataFolder, 'files')),
      loadKnownCodes(path.join(projectFolder(), 'warehouse/reference-data')),
    ])
    const { db } = store
    const forgotten = await settleErasures({ db, ledger: config.erasuresLog, now })
    if (forgotten > 0) log(`${forgotten} people that a restored backup brought back were erased again`)
    const documents = await openDocumentOffice(config, { files, now, log })
    closers.push(() => documents.renderer.close())
    const reader = createReportReader({
      workerFile: built('ingestion/read-report.worker.js'),
      knownCodes,
      bulk: { workerFile: built('ingestion/staging/read-bulk.worker.js'), folder: stagingFolder },
      onFault: error => log(`reading thread: ${String(error)}`),
    })
    closers.push(() => reader.close())
    const reading = createReadingQueue({ db, reader, files, warehouse, now, log })
    closers.push(() => reading.idle())
    const attachments = await openAttachments({ config, db, keyring, now, log })
    closers.push(() => attachments.close())
    await warehouse.rollups.declare(gateway.rollups)
    const fresh = keepFresh({
      refresh: () => warehouse.rollups.refresh(),
      onError: error => log(`rollups: ${error instanceof Error ? error.message : String(error)}`),
    })
    closers.push(() => fresh.stop())
    fresh.wake()
    const relay = startRelay({
      db,
      warehouse,
      readAccepted: submission => reading.readAccepted(submission),
      now,
      log,
      onEntitiesChanged: () => {
        gateway.forget()
        tellListeners()
      },
      onPublished: number => {
        publication = Math.max(publication, number)
        tellListeners()
        fresh.wake()
      },
    })
    closers.push(() => relay.stop())
    const jobs = await startJobs({ pool: store.pool, log })
    await watchOrganisations(jobs, { db, now, wakeRelay: () => relay.wake() })
    await watchMandates(jobs, { db, documents, now })
    const mailing = await startMailing({ config, db, keyring, jobs, now })
    closers.push(() => mailing.close())
    closers.push(() => jobs.stop())
    await jobs.schedule('accounts', '20 * * * *', async () => {
      for (const id of await eraseDueAccounts({ db, ledger: config.erasuresLog, now }))
        log(`accounts: ${id} was erased`)
      await sweepAttempts(db, now())
    })
    await jobs.schedule('retention', '40 3 * * *', () => applyRetention(db, now()))
    const audit = { db, keyring, dataFolder: config.dataFolder, sendTo: config.auditHeadTo, now }
    await scheduleAudit(jobs, audit, log)
    const secure = config.publicUrl.startsWith('https:')
    return {
      config,
      db,
      warehouse,
      gateway,
      files,
      documents,
      attachments,
      reader,
      reading,
      relay,
      jobs,
      mailing,
      authentication: createAuthentication({ db, secret, publicUrl: config.publicUrl, secure }),
      secret,
      keyring,
      audit,
      oidc: new Map(
        config.oidcProviders.map(provider => [provider.name, createOidcClient(provider, { fetch, now })]),
      ),
      ownerUrl: store.ownerUrl,
      embedded: store.embedded,
      migrations: store.migrations,
      now,
      log,
      publication: () => publication,
      onFiguresChanged: listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      findActor: id => findActor(db, { id }, now()),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Cube in this process, or the same gate in front of a Cube deployment. */
async function openGateway(
  config: Config,
  warehouse: ReplaceableWarehouse,
  current: () => number,
  secret: string,
  log: (line: string) => void,
  compiler: StartedCompiler | undefined,
): Promise<Gateway> {
  const shared = {
    modelFolder: modelFolder(),
    workerFile: built(COMPILER_WORKER),
    publication: { current },
    clock: Date,
    onError: (error: unknown) =>
      log(`gateway: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  }
  return config.cubeApiUrl
    ? createDelegate({ ...shared, cubeUrl: config.cubeApiUrl, secret })
    : createGateway({ ...shared, engine: warehouse.engine, rollups: warehouse.rollups, compiler })
}

async function openStore(
  config: Config,
  keyring: Keyring,
  log: (line: string) => void,
  closers: (() => unknown)[],
) {
  const embedded = config.databaseUrl === null
  const end = (pool: Pool) => closers.push(() => pool.end())
  if (!embedded) {
    const migrations = await migrate(config.databaseUrl ?? '', keyring)
    const { db, pool } = openDatabase({ url: config.databaseUrl ?? '', role: APPLICATION_ROLE, keyring })
    end(pool)
    return { db, pool, embedded, migrations, ownerUrl: config.databaseUrl ?? '' }
  }
  const server = await startEmbeddedPostgres({ dataFolder: config.dataFolder })
  closers.push(() => server.stop())
  let stopping = false
  closers.push(() => {
    stopping = true
  })
  server.exited.then(() => {
    if (!stopping) log('the embedded PostgreSQL has stopped by itself')
  })
  const migrations = await migrate(server.url, keyring)
  const url = await applicationUrl(server.url, keptSecret(config.dataFolder, 'application-password', 24))
  const { db, pool } = openDatabase({ url, keyring })
  end(pool)
  return { db, pool, embedded, migrations, ownerUrl: server.url }
}
