import path from 'node:path'
import {
  type Database,
  type DeliveryTools,
  deliver,
  fileTransport,
  type Jobs,
  type Keyring,
  resumeDeliveries,
  sendDueDigests,
  smtpTransport,
} from '../../services/index.ts'
import type { Config } from '../config.ts'
import { COUNTY_NAMES } from './county.ts'

/** Mails of the installation: to the mail server, or into the data folder until there is one. */
export interface Mailing {
  /** False while mails are kept as files. */
  readonly sends: boolean
  readonly folder: string
  /** Where a mail is kept. */
  fileOf(id: string): string
  close(): void
}

export async function startMailing(options: {
  config: Config
  db: Database
  keyring: Keyring
  jobs: Jobs
  now: () => Date
}): Promise<Mailing> {
  const { config, db, keyring, jobs, now } = options
  const folder = path.join(config.dataFolder, 'mail')
  const transport = config.smtpUrl ? smtpTransport(config.smtpUrl) : fileTransport(folder)
  const site = { name: COUNTY_NAMES, publicUrl: config.publicUrl, from: config.mailFrom }
  const tools: DeliveryTools = { db, site, transport, keyring, now }
  // Two jobs for one mail, say of its own and of someone who asked again, must not send it twice.
  const sending = new Set<string>()
  await resumeDeliveries(db, transport.sends, now())
  await jobs.work('mail', async data => {
    const id = String(data.delivery)
    if (sending.has(id)) return
    sending.add(id)
    try {
      await deliver(tools, id)
    } finally {
      sending.delete(id)
    }
  })
  await jobs.schedule('digest', '0 * * * *', async () => {
    await sendDueDigests(db, now())
    await resumeDeliveries(db, transport.sends, now())
  })
  return {
    sends: transport.sends,
    folder,
    fileOf: id => path.join(folder, `${id}.eml`),
    close: () => transport.close(),
  }
}
