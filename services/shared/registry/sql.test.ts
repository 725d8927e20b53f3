import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import * as services from '../../index.ts'

const at = new Date('2026-07-01T10:00:00Z')
const entry = {
  register: 'general',
  direction: 'entry',
  subject: { kind: 'letter', id: 'x' },
  summary: 'x',
  correspondent: { name: 'x' },
  at,
} as const
let id = ''

sqlSnapshots(import.meta.dirname, {
  registerEntry: async db => {
    id = (await services.registerEntry(db, entry)).id
  },
  findEntry: db => services.findEntry(db, 'general', id),
  listEntries: db =>
    services.listEntries(db, { register: 'general', year: 2026, direction: 'exit', before: 9, limit: 50 }),
  listRegisters: db => services.listRegisters(db),
  annulEntry: db => services.annulEntry(db, id, 'x', 'x', at),
})
