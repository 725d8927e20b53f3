import { expect } from 'vitest'
import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import type { Database } from '../store/database.ts'
import { addOrganisation, changeOrganisation } from './change-organisation.ts'
import { listContacts, putContacts } from './contacts.ts'
import { listParents, setParent } from './hierarchy.ts'
import { findOrganisation, listOrganisations, listPast, putOrganisations } from './organisations.ts'
import { confirmProposal, listProposals, proposeCui, rejectProposal } from './proposals.ts'
import { tellOfNewDay } from './tell-of-new-day.ts'

const at = new Date('2026-07-01T10:00:00Z')
const by = { person: 'official', deputyFor: [] }
const input = {
  cui: null,
  siruta: '83320',
  territory: '83320',
  kind: 'municipality',
  names: { ro: 'Miercurea Ciuc', hu: 'Csíkszereda', en: 'Miercurea Ciuc' },
}
const report = {
  cui: '4245747',
  name: 'MUNICIPIUL MIERCUREA CIUC',
  submissionId: '00000000-0000-4000-8000-000000000001',
  senderOrganisation: null,
}
let id = ''
let council = ''

const idOf = async (put: ReturnType<typeof addOrganisation>): Promise<string> => {
  const done = await put
  if (done.outcome !== 'put') throw new Error(done.reason)
  return done.id
}

const proposalOf = async (db: Database): Promise<string> => {
  const { id: made } = await db
    .insertInto('cui_proposal')
    .values({
      ...{ cui: report.cui, name: report.name, reason: 'unknown', proposed_at: at },
      ...{ organisation_id: null, submission_id: null, decided_at: null, decided_by: null, decision: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made
}

sqlSnapshots(import.meta.dirname, {
  addOrganisation: db =>
    db.transaction().execute(async store => {
      id = await idOf(addOrganisation(store, { ...input, county: 'HR' }, by, at))
    }),
  changeOrganisation: db =>
    db
      .transaction()
      .execute(store =>
        changeOrganisation(store, id, { ...input, kind: 'town', from: '2026-06-01' }, by, at),
      ),
  putOrganisations: async db => {
    const [first = ''] = await putOrganisations(
      db,
      [
        {
          ...input,
          county: 'HR',
          siruta: '190',
          kind: 'county_council',
          names: { ro: 'Consiliul', hu: 'Tanács', en: 'Council' },
          parentCui: null,
          demo: false,
        },
      ],
      at,
    )
    council = first
  },
  findOrganisation: db => findOrganisation(db, { id }, '2026-05-01'),
  listOrganisations: db => listOrganisations(db),
  listPast: db => listPast(db, id),
  setParent: db =>
    db
      .transaction()
      .execute(store => setParent(store, id, { parentId: council, from: '2026-08-01', lastDay: null })),
  listParents: db => listParents(db, id),
  tellOfNewDay: db => tellOfNewDay(db, new Date('2026-08-01T00:01:00+03:00')),
  putContacts: db =>
    db
      .transaction()
      .execute(store => putContacts(store, id, [{ kind: 'phone', value: '0266', label: '' }], by, at)),
  listContacts: db => listContacts(db, id),
  // No such submission: the queries before and the refusal by its key are what counts here.
  proposeCui: db => expect(proposeCui(db, report, at)).rejects.toThrow(/foreign key/),
  listProposals: db => listProposals(db),
  confirmProposal: async (db, forget) => {
    const made = await proposalOf(db)
    forget()
    await db.transaction().execute(store => confirmProposal(store, made, id, by, at))
  },
  rejectProposal: async (db, forget) => {
    const made = await proposalOf(db)
    forget()
    await db.transaction().execute(store => rejectProposal(store, made, by, at))
  },
})
