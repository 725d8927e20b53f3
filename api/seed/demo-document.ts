import fs from 'node:fs/promises'
import path from 'node:path'
import { findActor, findDocument, issueDocument } from '../../services/index.ts'
import type { System } from '../instance/system.ts'

export interface DemoDocument {
  /** Page where it is verified. */
  readonly address: string
  /** The signed PDF, laid where whoever tries the page out finds it. */
  readonly file: string
}

/** A mandate between fictional persons, so that there is something to verify. Issued once. */
export async function issueDemoDocument(system: System): Promise<DemoDocument | null> {
  const citizen = await findActor(system.db, { email: 'citizen@demo' }, system.now())
  if (!citizen) return null
  const { id, code } = await issueDocument(system.db, system.documents, {
    key: 'demo:mandate-certificate',
    kind: 'mandate-certificate',
    facts: {
      principal: 'Fântâna Mică – Kis Forrás S.R.L. (demo)',
      mandatary: 'Cetățean (demo)',
      basis: 'contract de mandat fictiv nr. 1',
      from: '2026-01-01',
      until: null,
    },
    number: 'DEMO-1/2026',
    date: '2026-01-01',
    issuer: {
      ro: 'Consiliul Județean Harghita',
      hu: 'Hargita Megye Tanácsa',
      en: 'Harghita County Council',
    },
    owner: { person: citizen.id },
    supersedes: null,
    actor: 'seed',
  })
  const document = await findDocument(system.db, id, { kind: 'all' })
  const official = document?.files.find(({ rendition }) => rendition === 'official')
  if (!official) return null
  const file = path.join(system.config.dataFolder, 'demo-document.pdf')
  await fs.copyFile(system.files.path(official.sha256), file)
  return { address: `${system.config.publicUrl}/verify/${code}`, file }
}
