import { type NewOrganisation, putAccount, putOrganisations, setParent } from '../../services/index.ts'
import type { System } from '../instance/system.ts'
import { demoPasswordHash } from './demo-accounts.ts'

const county = { county: 'HR', cui: null, parentCui: null }

/** Known by the SIRUTA code of the county; like the town halls it has no fiscal code in the data. */
export const COUNTY_COUNCIL: NewOrganisation = {
  ...county,
  siruta: '190',
  kind: 'county_council',
  names: { ro: 'Consiliul Județean Harghita', hu: 'Hargita Megye Tanácsa', en: 'Harghita County Council' },
  demo: false,
}

const DEPARTMENTS = [
  {
    email: 'urbanism@county.demo',
    names: { ro: 'Arhitect-șef și urbanism', hu: 'Főépítészi hivatal', en: 'Chief Architect and Urbanism' },
  },
  {
    email: 'social@county.demo',
    names: { ro: 'Protecție socială', hu: 'Szociális osztály', en: 'Social Protection' },
  },
  {
    email: 'education@county.demo',
    names: {
      ro: 'Educație și programe școlare',
      hu: 'Oktatási osztály',
      en: 'Education and School Programmes',
    },
  },
]

/** The departments of the county council, each with an official. */
export async function addDemoDepartments(system: System): Promise<void> {
  const at = system.now()
  const [council = '', ...departments] = await putOrganisations(
    system.db,
    [
      COUNTY_COUNCIL,
      ...DEPARTMENTS.map(({ names }) => ({
        ...county,
        siruta: null,
        kind: 'department',
        names,
        demo: true,
      })),
    ],
    at,
  )
  const passwordHash = await demoPasswordHash(system)
  for (const [index, { email, names }] of DEPARTMENTS.entries()) {
    const organisationId = departments[index] ?? ''
    await system.db
      .transaction()
      .execute(store => setParent(store, organisationId, { parentId: council, from: null, lastDay: null }))
    await putAccount(
      system.db,
      {
        email,
        name: `${names.ro} (demo)`,
        passwordHash,
        demo: true,
        memberships: [{ role: 'official', organisationId }],
        grantedBy: 'seed',
      },
      at,
    )
  }
}
