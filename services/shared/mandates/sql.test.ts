import type { Cui } from '../../../domain/index.ts'
import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import * as services from '../../index.ts'

const at = new Date('2026-07-01T10:00:00Z')
const PRINCIPAL = '00000000-0000-4000-8000-000000000001'
const OWN = [
  {
    id: PRINCIPAL,
    cui: '4245747',
    kind: 'institution',
    names: { ro: 'x', hu: 'x', en: 'x' },
    roles: ['approver'],
  },
] as const
let id = ''
let person = ''

sqlSnapshots(import.meta.dirname, {
  requestMandate: async (db, forget) => {
    person = await services.putAccount(
      db,
      { email: 'a@b.ro', name: 'A', passwordHash: null, demo: false, memberships: [], grantedBy: 'x' },
      at,
    )
    forget()
    const asked = await services.requestMandate(
      db,
      {
        principal: { kind: 'company', cui: '4245747' as Cui, name: 'x' },
        basis: 'administrator',
        from: '2026-07-01',
        until: null,
      },
      person,
      at,
    )
    id = asked.outcome === 'requested' ? asked.id : ''
  },
  findMandate: db => services.findMandate(db, id, at),
  findMandates: db => services.findMandates(db, { kind: 'person', person }, at, 9),
  advanceMandate: db =>
    services.advanceMandate(db, { id, step: 'confirmed', as: 'office', reason: null, actor: 'y', at }),
  speaksFor: db =>
    services.speaksFor(db, { id: person, organisations: [] }, { id: PRINCIPAL, cui: null }, at),
  listSpokenFor: db => services.listSpokenFor(db, { id: person, organisations: OWN }, at),
  settleOpenMandates: db => services.settleOpenMandates(db, at),
  expireMandates: db => services.expireMandates(db, at),
  mayActFor: db => services.mayActFor(db, { id: person }, PRINCIPAL, at),
  listRepresented: db => services.listRepresented(db, person, at),
})
