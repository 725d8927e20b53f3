import { recordEvent } from '../audit/record-event.ts'
import type { Store } from '../store/database.ts'
import { inTransaction } from '../store/in-transaction.ts'
import type { NewDocument } from './document.ts'
import type { DocumentOffice } from './document-office.ts'
import { makeFiles } from './make-files.ts'
import { supersedeDocument } from './supersede-document.ts'

export interface IssuedDocument {
  readonly id: string
  readonly code: string
}

/**
 * Issues a document: draws, signs and stores its files, then records it, in the caller's transaction when `store` is one. The
 * same key gives the document that was issued under it. A drawing takes tens of milliseconds: a caller that holds locks
 * others wait for commits first and issues then, with the key of what was decided, again after a crash.
 */
export async function issueDocument(
  store: Store,
  office: DocumentOffice,
  document: NewDocument,
): Promise<IssuedDocument> {
  const known = await findByKey(store, document.key)
  if (known) return known
  const at = office.now()
  const code = office.newCode()
  const files = await makeFiles(office, document, code, at)
  return inTransaction(store, async transaction => {
    const issued = await insert(transaction, office, document, code, at)
    // Another call with this key was faster: its document is the one, and our files are nobody's.
    if (!issued) return findByKey(transaction, document.key).then(first => first ?? fail(document.key))
    await transaction
      .insertInto('document_file')
      .values(files.map(file => ({ document_id: issued.id, ...file })))
      .execute()
    await recordEvent(transaction, {
      at,
      actor: document.actor,
      action: 'document.issued',
      subjectKind: 'document',
      subjectId: issued.id,
      detail: { kind: document.kind, number: document.number, files: files.map(({ sha256 }) => sha256) },
    })
    if (document.supersedes)
      await supersedeDocument(transaction, document.supersedes, issued.id, { actor: document.actor, at })
    return issued
  })
}

const fail = (key: string): never => {
  throw new Error(`the document ${key} is and is not there`)
}

async function findByKey(store: Store, key: string): Promise<IssuedDocument | undefined> {
  return store.selectFrom('document').select(['id', 'code']).where('key', '=', key).executeTakeFirst()
}

function insert(store: Store, office: DocumentOffice, document: NewDocument, code: string, at: Date) {
  const { issuer, owner } = document
  return store
    .insertInto('document')
    .values({
      key: document.key,
      code,
      kind: document.kind,
      number: document.number,
      date: document.date,
      issuer_ro: issuer.ro,
      issuer_hu: issuer.hu,
      issuer_en: issuer.en,
      signer: office.identity.name,
      demo_signature: office.identity.demo,
      owner_person: 'person' in owner ? owner.person : null,
      owner_organisation: 'organisation' in owner ? owner.organisation : null,
      owner_principal: 'principal' in owner ? owner.principal : null,
      issued_at: at,
    })
    .onConflict(conflict => conflict.column('key').doNothing())
    .returning(['id', 'code'])
    .executeTakeFirst()
}
