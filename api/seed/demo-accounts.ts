import {
  findPasswordHash,
  hashPassword,
  isOutdatedHash,
  putAccount,
  setDemoPasswords,
  verifyPassword,
} from '../../services/index.ts'
import { keptSecret } from '../config.ts'
import type { System } from '../instance/system.ts'

/** The account that tells whether demo accounts are in use here, and whose hash the others share. */
const FIRST = 'admin@county.demo'

const COUNTY_ACCOUNTS = [
  { email: 'admin@county.demo', name: 'Administrator (demo)', role: 'admin' },
  { email: 'analyst@county.demo', name: 'Analist (demo)', role: 'analyst' },
  { email: 'auditor@county.demo', name: 'Auditor (demo)', role: 'auditor' },
  { email: 'official@county.demo', name: 'Funcționar (demo)', role: 'official' },
  { email: 'clerk@county.demo', name: 'Registrator (demo)', role: 'clerk' },
  { email: 'moderator@county.demo', name: 'Moderator (demo)', role: 'moderator' },
  { email: 'publisher@county.demo', name: 'Editor de conținut (demo)', role: 'publisher' },
  { email: 'citizen@demo', name: 'Cetățean (demo)', role: 'citizen' },
] as const

/** DEMO_PASSWORD, or one made for this data folder and kept there. */
export const demoPassword = (system: System): string =>
  system.config.demoPassword ?? keptSecret(system.config.dataFolder, 'demo-password', 9)

/** Hash of the demo password, or null where no demo accounts exist. */
export const demoPasswordHash = (system: System): Promise<string | null> => findPasswordHash(system.db, FIRST)

/** Adds the county's demo accounts. */
export async function addCountyAccounts(system: System): Promise<void> {
  const passwordHash = await hashPassword(demoPassword(system))
  for (const { email, name, role } of COUNTY_ACCOUNTS)
    await putAccount(
      system.db,
      {
        email,
        name,
        passwordHash,
        demo: true,
        memberships: [{ role, organisationId: null }],
        grantedBy: 'seed',
      },
      system.now(),
    )
}

/** Gives the demo accounts today's DEMO_PASSWORD when it changed since the last start. */
export async function refreshDemoPassword(system: System): Promise<boolean> {
  const hash = await demoPasswordHash(system)
  if (!hash) return false
  const wanted = demoPassword(system)
  if (isOutdatedHash(hash) || !(await verifyPassword(hash, wanted)))
    await setDemoPasswords(system.db, await hashPassword(wanted))
  return true
}
