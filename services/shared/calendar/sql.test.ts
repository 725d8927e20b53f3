import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import * as services from '../../index.ts'

const at = new Date('2026-07-01T10:00:00Z')
const row = { code: 'petition.answer', validFrom: '2027-01-01' }

sqlSnapshots(import.meta.dirname, {
  findRule: db => services.findRule(db, 'petition.answer', '2026-07-01'),
  listRules: db => services.listRules(db, '2026-07-01'),
  listRuleHistory: db => services.listRuleHistory(db, 'petition.answer'),
  addRule: db =>
    services.addRule(
      db,
      {
        ...row,
        value: '20',
        unit: 'working_days',
        prolonged: true,
        article: 'x',
        toBeConfirmed: true,
        names: null,
        explanation: null,
      },
      'x',
      at,
    ),
  confirmRule: db => services.confirmRule(db, row, { by: 'x', on: '2026-07-01' }, 'x', at),
  addExtraDay: db => services.addExtraDay(db, { day: '2026-01-02', kind: 'free', act: 'x' }, 'x', at),
  listExtraDays: db => services.listExtraDays(db, 2026),
  loadWorkCalendar: db => services.loadWorkCalendar(db),
})
