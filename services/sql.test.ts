import { sqlSnapshots } from '../tests/support/sql-snapshots.ts'
import * as services from './index.ts'

/** The SQL of each repository function is checked in under services/sql/, so that a change of a query shows in its diff. */
const ID = '00000000-0000-4000-8000-000000000001'
const OTHER = '00000000-0000-4000-8000-000000000002'
const at = new Date('2026-07-01T10:00:00Z')
const own = { kind: 'own', organisations: [ID], uploadedBy: 'reporter-id' } as const
const file = {
  id: ID,
  fileName: 'x.xlsx',
  sha256: 'a'.repeat(64),
  size: 1,
  organisationId: null,
  requestedCui: null,
  requestedType: null,
  csv: {},
  uploadedBy: 'x',
  deputyFor: [],
  sample: false,
  at,
}
const organisation = {
  county: 'HR',
  cui: '4245747',
  siruta: '83320',
  kind: 'municipality',
  names: { ro: 'Miercurea Ciuc', hu: 'Csíkszereda', en: 'Miercurea Ciuc' },
  parentCui: null,
  demo: false,
}
const event = { id: OTHER, kind: 'x', aggregate: 'x', payload: {} }
const issue = {
  code: 'no_lines',
  severity: 'error',
  sheet: null,
  cell: null,
  value: null,
  params: {},
} as const

sqlSnapshots(import.meta.dirname, {
  receiveSubmission: db => services.receiveSubmission(db, file, services.ALL_SUBMISSIONS),
  startReading: db => services.startReading(db, ID),
  recordReading: db =>
    services.recordReading(db, ID, { report: null, recognised: null, issues: [issue], sheets: [] }, null, at),
  findSubmission: db => services.findSubmission(db, ID, own),
  findSameFile: db => services.findSameFile(db, file.sha256, own),
  listSubmissions: db =>
    services.listSubmissions(db, own, {
      cui: '1',
      status: 'published',
      periodEnd: '2026-06-30',
      before: '9',
      limit: 50,
    }),
  listUnread: db => services.listUnread(db),
  listIssues: db => services.listIssues(db, ID, 1000),
  countIssues: db => services.countIssues(db, [ID]),
  failReading: db => services.failReading(db, ID, 'x', at),
  confirmSubmission: async (db, forget) => {
    const [organisation_id = ''] = await services.putOrganisations(db, [organisation], at)
    await db
      .updateTable('submission')
      .set({
        status: 'awaiting_confirmation',
        organisation_id,
        report_type: 'FXB-EXB-901',
        period_end: '2026-06-30',
      })
      .execute()
    forget()
    await services.confirmSubmission(db, ID, services.asItself('x'), at)
  },
  readAgain: db => services.readAgain(db, ID, { delimiter: ';' }, services.asItself('x'), at),
  withdrawSubmission: db => services.withdrawSubmission(db, ID, services.asItself('x'), at),
  settlePublication: db => services.settlePublication(db, { consumer: 'warehouse', eventId: OTHER }, ID, at),
  failPublication: db => services.failPublication(db, { consumer: 'warehouse', eventId: OTHER }, ID, 'x', at),
  recordEvent: db =>
    services.recordEvent(db, {
      at,
      actor: 'x',
      action: 'account.changed',
      subjectKind: 'x',
      subjectId: 'x',
      detail: {},
    }),
  emitEvent: db => services.emitEvent(db, event, at),
  putOrganisations: db => services.putOrganisations(db, [organisation], at),
  findOrganisation: db => services.findOrganisation(db, { cui: '4245747' }),
  listOrganisations: db => services.listOrganisations(db),
  putAccount: db =>
    services.putAccount(
      db,
      {
        email: 'a@b.ro',
        name: 'A',
        passwordHash: 'x',
        demo: true,
        memberships: [{ role: 'analyst', organisationId: null }],
        grantedBy: 'x',
      },
      at,
    ),
  findActor: db => services.findActor(db, { email: 'a@b.ro' }, at),
  findPasswordHash: db => services.findPasswordHash(db, 'a@b.ro'),
  listDemoAccounts: db => services.listDemoAccounts(db),
  setDemoPasswords: db => services.setDemoPasswords(db, 'x'),
  issueToken: async db =>
    services.issueToken(db, {
      userId: (await services.findActor(db, { email: 'a@b.ro' }, at))?.id ?? '',
      name: 'x',
      scopes: ['read'],
      expiresAt: at,
      strong: true,
    }),
  isSeeded: db => services.isSeeded(db),
  markSeeded: db => services.markSeeded(db),
})
