import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import { createKeyring } from '../vault/keyring.ts'
import { deliver, resumeDeliveries } from './deliver.ts'
import { notify } from './notify.ts'

const at = new Date('2026-07-01T10:00:00Z')
const ORGANISATION = '00000000-0000-4000-8000-000000000001'
const params = { file: 'x.csv', institution: null, periodEnd: null }
const PERSON = 'person-1'

sqlSnapshots(import.meta.dirname, {
  notifyAddress: db =>
    notify(db, { to: { email: 'a@example.ro', language: 'ro' }, kind: 'report.failed', params }, at),
  notifyPerson: async (db, forget) => {
    await db
      .insertInto('auth_user')
      .values({
        id: PERSON,
        name: 'Ana',
        email: 'ana@example.ro',
        emailVerified: true,
        image: null,
        demo: false,
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    forget()
    await notify(db, { to: { person: PERSON }, kind: 'report.invalid', params: { ...params, errors: 1 } }, at)
  },
  notifyMembers: db =>
    notify(db, { to: { organisation: ORGANISATION, role: 'reporter' }, kind: 'report.failed', params }, at),
  notifyCounty: db => notify(db, { to: { role: 'auditor' }, kind: 'report.failed', params }, at),
  deliver: async (db, forget) => {
    const row = await db
      .selectFrom('delivery')
      .select('id')
      .where('person', 'is not', null)
      .executeTakeFirstOrThrow()
    forget()
    const hand = async () => ({ outcome: 'later', error: 'busy' }) as const
    await deliver(
      {
        db,
        site: { name: { ro: 'J', hu: 'M', en: 'C' }, publicUrl: 'https://x.example', from: 'a@x.example' },
        transport: { sends: true, hand, close: () => {} },
        keyring: createKeyring('a secret of the test'),
        now: () => at,
      },
      row.id,
    )
  },
  resumeDeliveries: db => resumeDeliveries(db, true, new Date(at.getTime() + 86_400_000)),
})
