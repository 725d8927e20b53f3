import crypto from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { makeVerificationCode } from '../../domain/index.ts'
import {
  createDocumentRenderer,
  type DocumentOffice,
  makeDemoCertificate,
  readDemoCertificate,
  readP12,
  SigningCertificateError,
  type SigningIdentity,
} from '../../services/index.ts'
import { type Config, ConfigError } from '../config.ts'
import type { FileStore } from './file-store.ts'
import { built, projectFolder } from './project-folder.ts'

const DEMO_CERTIFICATE = 'demo-signing.pem'
const DEMO_NAME = 'Open County (demo)'

/** Opens what draws and signs documents. Throws a ConfigError for a certificate file that can not sign. */
export async function openDocumentOffice(
  config: Config,
  { files, now, log }: { files: FileStore; now: () => Date; log: (line: string) => void },
): Promise<DocumentOffice> {
  const identity = await openIdentity(config, now())
  const days = (identity.validTo.getTime() - now().getTime()) / 86_400_000
  if (days < 30) log(`documents: the signing certificate ends on ${identity.validTo.toISOString()}`)
  return {
    renderer: createDocumentRenderer({
      workerFile: built('services/shared/documents/render/render-document.worker.js'),
      templates: path.join(projectFolder(), 'services/shared/documents/templates'),
    }),
    identity,
    files,
    publicUrl: config.publicUrl,
    newCode: () => makeVerificationCode(crypto.randomBytes(25)),
    now,
  }
}

/** The certificate that is set, or one of this installation's own, made on the first start. */
async function openIdentity(config: Config, at: Date): Promise<SigningIdentity> {
  if (config.signing) {
    const { file, password } = config.signing
    const content = await fs.readFile(file).catch(() => {
      throw new ConfigError(`SIGNING_P12 names a file that can not be read ("${file}").`)
    })
    try {
      return readP12(content, password)
    } catch (error) {
      if (!(error instanceof SigningCertificateError)) throw error
      throw new ConfigError(`SIGNING_P12: the file ${error.message}.`, { cause: error })
    }
  }
  const file = path.join(config.dataFolder, DEMO_CERTIFICATE)
  const kept = await fs.readFile(file, 'utf8').catch(() => null)
  if (kept) return readDemoCertificate(kept)
  const made = await makeDemoCertificate(DEMO_NAME, at)
  await fs.writeFile(file, made, { mode: 0o600 })
  return readDemoCertificate(made)
}
