import { postsDefinition } from '../../tests/support/report-definition.ts'
import { sqlSnapshots } from '../../tests/support/sql-snapshots.ts'
import * as services from '../index.ts'

const at = new Date('2026-07-01T10:00:00Z')
const begin = (db: services.Database) => services.createReportType(db, 'posts', postsDefinition(), 'x', at)

sqlSnapshots(import.meta.dirname, {
  createReportType: begin,
  saveReportTypeDraft: db => services.saveReportTypeDraft(db, 'posts', postsDefinition(), 1, 'x', at),
  publishReportType: db => services.publishReportType(db, 'posts', 2, 'x', at),
  findReportTypeOn: db => services.findReportTypeOn(db, 'posts', '2026-01-01'),
  listReportTypeVersions: db => services.listReportTypeVersions(db, 'posts'),
  listPublishedReportTypes: db => services.listPublishedReportTypes(db),
  listReportTypeDrafts: db => services.listReportTypeDrafts(db),
  dropReportTypeDraft: db => services.dropReportTypeDraft(db, 'posts', 'x', at),
})
