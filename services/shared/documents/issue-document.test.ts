import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { putAccount } from '../identity/accounts.ts'
import { findDocument, findDocumentByCode, listDocuments } from './find-documents.ts'
import { AT } from './fixtures/sample-source.ts'
import { mandateCertificate, openTestOffice } from './fixtures/test-office.ts'
import { issueDocument } from './issue-document.ts'
import { revokeDocument } from './revoke-document.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let office: Awaited<ReturnType<typeof openTestOffice>>
let ana = ''
let bela = ''
const account = (email: string) =>
  putAccount(
    database.db,
    { email, name: email, passwordHash: null, demo: false, memberships: [], grantedBy: 'test' },
    AT,
  )
beforeAll(async () => {
  database = await createTestDatabase()
  office = await openTestOffice()
  ana = await account('ana@example.ro')
  bela = await account('bela@example.ro')
})
afterAll(async () => {
  await office.renderer.close()
  await database.close()
})

const ALL = { kind: 'all' } as const
const actions = async (id: string) =>
  (
    await database.db
      .selectFrom('audit_event')
      .select('action')
      .where('subject_id', '=', id)
      .orderBy('action')
      .execute()
  ).map(({ action }) => action)

test('a document has its four files, all of them kept, and a code of its own', async () => {
  const { id, code } = await issueDocument(database.db, office, mandateCertificate(ana, 'four files'))
  const document = await findDocumentByCode(database.db, code)
  expect(document).toMatchObject({ id, state: 'valid', number: '12/2026', demoSignature: true, since: AT })
  expect(document?.files.map(file => `${file.rendition} ${file.language}`)).toEqual([
    'archive ro',
    'copy en',
    'copy hu',
    'official ro',
  ])
  for (const { sha256, size } of document?.files ?? []) expect(office.kept.get(sha256)?.length).toBe(size)
  expect(await actions(id)).toEqual(['document.issued'])
})

test('the same key gives the same document, also to calls at the same time', async () => {
  const issue = () => issueDocument(database.db, office, mandateCertificate(ana, 'same key'))
  const issued = await Promise.all([issue(), issue(), issue()])
  expect(new Set([...issued, await issue()].map(({ id }) => id)).size).toBe(1)
  expect(await actions(issued[0]?.id ?? '')).toEqual(['document.issued'])
})

test('the record stands and falls with the transaction of the caller', async () => {
  const failed = database.db.transaction().execute(async store => {
    await issueDocument(store, office, mandateCertificate(ana, 'rolled back'))
    throw new Error('the caller changed its mind')
  })
  await expect(failed).rejects.toThrow('changed its mind')
  const rows = await database.db
    .selectFrom('document')
    .select('id')
    .where('key', '=', 'rolled back')
    .execute()
  expect(rows).toEqual([])
})

test('a new document supersedes the old one, which says by which', async () => {
  const old = await issueDocument(database.db, office, mandateCertificate(ana, 'old'))
  const next = await issueDocument(database.db, office, {
    ...mandateCertificate(ana, 'new'),
    number: '13/2026',
    supersedes: old.id,
  })
  expect(await findDocument(database.db, old.id, ALL)).toMatchObject({
    state: 'superseded',
    since: AT,
    supersededBy: { code: next.code, number: '13/2026' },
  })
  expect(await findDocument(database.db, next.id, ALL)).toMatchObject({ state: 'valid', supersededBy: null })
  expect(await actions(old.id)).toEqual(['document.issued', 'document.superseded'])
})

test('a revoked document stays revoked, for the first reason', async () => {
  const { id } = await issueDocument(database.db, office, mandateCertificate(ana, 'revoked'))
  const at = new Date('2026-12-01T08:00:00Z')
  expect(await revokeDocument(database.db, id, { reason: 'right-ended', actor: 'x', at })).toBe(true)
  expect(await revokeDocument(database.db, id, { reason: 'court-decision', actor: 'x', at: AT })).toBe(false)
  const next = await issueDocument(database.db, office, {
    ...mandateCertificate(ana, 'after'),
    supersedes: id,
  })
  expect(await findDocument(database.db, id, ALL)).toMatchObject({
    state: 'revoked',
    since: at,
    revocationReason: 'right-ended',
    supersededBy: null,
  })
  expect(next.code).not.toBe('')
})

test('a person reads their own documents only', async () => {
  const { id } = await issueDocument(database.db, office, mandateCertificate(bela, 'of Béla'))
  const of = (person: string) => ({ kind: 'own', person, organisations: [], principals: [] }) as const
  expect(await findDocument(database.db, id, of(bela))).not.toBeNull()
  expect(await findDocument(database.db, id, of(ana))).toBeNull()
  const own = await listDocuments(database.db, of(bela), {
    person: null,
    named: null,
    state: null,
    limit: 10,
  })
  expect(own.map(document => document.id)).toEqual([id])
  expect(
    await listDocuments(database.db, of(ana), { person: bela, named: null, state: null, limit: 10 }),
  ).toEqual([])
})

test("the application's role can not change what a document is", async () => {
  await expect(database.db.updateTable('document').set({ number: '1' }).execute()).rejects.toThrow(
    /permission denied/,
  )
  await expect(database.db.updateTable('document_file').set({ sha256: 'a' }).execute()).rejects.toThrow(
    /permission denied/,
  )
  await expect(database.db.deleteFrom('document').execute()).rejects.toThrow(/permission denied/)
})
