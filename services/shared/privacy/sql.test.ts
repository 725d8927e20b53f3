import type { Cnp } from '../../../domain/index.ts'
import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import { searchPerson } from './search-person.ts'

const search = {
  cnp: '1800101221144' as Cnp,
  reason: 'x',
  by: { person: 'x', deputyFor: [] },
  at: new Date('2026-07-01T10:00:00Z'),
}

sqlSnapshots(import.meta.dirname, { searchPerson: db => searchPerson(db, search) })
