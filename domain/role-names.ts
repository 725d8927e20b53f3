import type { Names } from './language.ts'
import type { Role } from './role.ts'

/** What people read a role as. */
export const ROLE_NAMES: Readonly<Record<Role, Names>> = {
  reporter: { ro: 'raportor', hu: 'jelentéskészítő', en: 'reporter' },
  approver: {
    ro: 'conducător al instituției',
    hu: 'intézményvezető',
    en: 'head of the institution',
  },
  analyst: { ro: 'analist al județului', hu: 'megyei elemző', en: 'county analyst' },
  official: { ro: 'funcționar', hu: 'ügyintéző', en: 'official' },
  clerk: { ro: 'registrator', hu: 'iktató', en: 'registry clerk' },
  moderator: { ro: 'moderator', hu: 'moderátor', en: 'moderator' },
  publisher: { ro: 'editor de conținut', hu: 'tartalomszerkesztő', en: 'publisher' },
  admin: { ro: 'administrator', hu: 'rendszergazda', en: 'administrator' },
  auditor: { ro: 'auditor', hu: 'ellenőr', en: 'auditor' },
  citizen: { ro: 'cetățean', hu: 'állampolgár', en: 'citizen' },
}
