import { afterAll } from 'vitest'
import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import * as services from '../../index.ts'
import { AT } from './fixtures/sample-source.ts'
import { mandateCertificate, openTestOffice } from './fixtures/test-office.ts'
import { supersedeDocument } from './supersede-document.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const CODE = '7KQ2M-9XTRB-4HWN8-CJ6VP-3DZF5'
const own = { kind: 'own', person: 'x', organisations: [ID], principals: [ID] } as const
const office = await openTestOffice()
afterAll(() => office.renderer.close())

sqlSnapshots(import.meta.dirname, {
  issueDocument: async (db, forget) => {
    const person = await services.putAccount(
      db,
      {
        email: 'ana@example.ro',
        name: 'Ana',
        passwordHash: null,
        demo: false,
        memberships: [],
        grantedBy: 'test',
      },
      AT,
    )
    forget()
    await services.issueDocument(db, { ...office, newCode: () => CODE }, mandateCertificate(person))
  },
  findDocumentByCode: db => services.findDocumentByCode(db, CODE),
  findDocument: db => services.findDocument(db, ID, own),
  listDocuments: db =>
    services.listDocuments(db, own, { person: 'x', named: { code: CODE }, state: null, limit: 200 }),
  searchDocuments: db =>
    services.listDocuments(
      db,
      { kind: 'all' },
      { person: null, named: { number: '1%' }, state: 'superseded', limit: 200 },
    ),
  supersedeDocument: async (db, forget) => {
    const first = await services.findDocumentByCode(db, CODE)
    const { id } = await services.issueDocument(db, office, {
      ...mandateCertificate('', 'mandate:2'),
      owner: { person: (await services.findActor(db, { email: 'ana@example.ro' }, AT))?.id ?? '' },
    })
    forget()
    await supersedeDocument(db, first?.id ?? '', id, { actor: 'x', at: AT })
  },
  revokeDocument: async (db, forget) => {
    const first = await services.findDocumentByCode(db, CODE)
    forget()
    await services.revokeDocument(db, first?.id ?? '', { reason: 'right-ended', actor: 'x', at: AT })
  },
})
