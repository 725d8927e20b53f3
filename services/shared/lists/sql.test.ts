import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import { putAccount } from '../identity/accounts.ts'
import { asItself } from '../identity/actor.ts'
import { membersState, putListedMembers } from './members.ts'
import { putListedOrganisations } from './put-organisations.ts'
import { organisationsWithContacts, recordedOrganisations } from './recorded-organisations.ts'

const at = new Date('2026-07-01T10:00:00Z')
const by = asItself('x')
const values = {
  cui: '4245747',
  siruta: '83320',
  territory: null,
  kind: 'museum',
  names: { ro: 'Muzeul', hu: 'Múzeum', en: 'Museum' },
}
const council = { ...values, cui: null, siruta: '190', kind: 'county_council' }

sqlSnapshots(import.meta.dirname, {
  putListedOrganisations: db =>
    putListedOrganisations(
      db,
      [
        { key: 'row 2', add: true, values: council, parents: [] },
        {
          key: 'row 3',
          add: true,
          values,
          parents: [{ parent: 'row 2', from: null, lastDay: null }],
        },
      ],
      'HR',
      by,
      at,
    ),
  recordedOrganisations: db => recordedOrganisations(db),
  organisationsWithContacts: db => organisationsWithContacts(db),
  membersState: db => membersState(db, ['a@b.ro'], at),
  putListedMembers: async (db, forget) => {
    const person = await putAccount(
      db,
      { email: 'a@b.ro', name: 'A', passwordHash: null, demo: false, memberships: [], grantedBy: 'x' },
      at,
    )
    forget()
    const days = { firstDay: null, lastDay: '2027-12-31' }
    const grant = { do: 'grant', person, role: 'analyst', organisation: null, ...days } as const
    const invite = {
      do: 'invite',
      email: 'c@d.ro',
      role: 'analyst',
      organisation: null,
      language: 'ro',
    } as const
    await putListedMembers(db, [grant, { ...invite, ...days }], [], at, by, at)
  },
})
