import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import { createKeyring } from '../vault/keyring.ts'
import { attach } from './attach.ts'
import { findAttachment, listAttachments, listUnchecked } from './attachment.ts'
import { createAttachment } from './create-attachment.ts'
import {
  deleteAttachment,
  deleteNeverAttached,
  deletePastKeeping,
  eraseAttachmentsOf,
  storageKeysInUse,
} from './delete-attachment.ts'
import { keepAttachmentsUntil } from './keep-attachments.ts'
import { listUnscanned, settleRescan } from './rescan-attachment.ts'
import { markArrived, settleAttachment } from './settle-attachment.ts'

const id = '00000000-0000-4000-8000-000000000001'
const at = new Date('2026-07-01T10:00:00Z')
const keyring = createKeyring('a secret of a test')
const subject = { kind: 'case', id: '1' }
const ready = {
  outcome: 'ready',
  kind: 'pdf',
  scan: 'clean',
  fileName: 'x.pdf',
  size: 1,
  sha256: 'a'.repeat(64),
  storageKey: 'b'.repeat(32),
  key: Buffer.alloc(32),
} as const

sqlSnapshots(import.meta.dirname, {
  createAttachment: async (db, forget) => {
    await db
      .insertInto('auth_user')
      .values({
        id: 'person',
        name: 'x',
        email: 'x@example.ro',
        emailVerified: true,
        image: null,
        demo: false,
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    forget()
    await createAttachment(db, keyring, { id, purpose: 'document', fileName: 'x', size: 1, by: 'person', at })
  },
  findAttachment: db => findAttachment(db, keyring, id),
  markArrived: db => markArrived(db, id, at),
  listUnchecked: db => listUnchecked(db, ['checking', 'waiting']),
  settleAttachment: db => settleAttachment(db, keyring, id, ready, at),
  attach: db => attach(db, { upload: id, subject, purpose: 'document', by: 'person', at }),
  listAttachments: db => listAttachments(db, keyring, subject),
  keepAttachmentsUntil: db => keepAttachmentsUntil(db, subject, at),
  listUnscanned: db => listUnscanned(db, 100),
  settleRescan: db => settleRescan(db, id, { outcome: 'clean' }, at),
  storageKeysInUse: db => storageKeysInUse(db, ['b'.repeat(32)]),
  deleteAttachment: db => deleteAttachment(db, id, { by: 'person', reason: 'kept_long_enough', at }),
  deletePastKeeping: db => deletePastKeeping(db, at, 'proof'),
  deleteNeverAttached: db => deleteNeverAttached(db, at, at),
  eraseAttachmentsOf: db => eraseAttachmentsOf(db, subject, { by: 'person', at }),
})
