import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '../store/column-types.ts'

type Fixed<T> = ColumnType<T, T, never>

interface RegisterTable {
  code: Fixed<string>
  name_ro: Fixed<string>
  name_hu: Fixed<string>
  name_en: Fixed<string>
}

interface RegisterCounterTable {
  register: string
  year: number
  last: number
}

interface RegisterEntryTable {
  id: Generated<string>
  register: Fixed<string>
  year: Fixed<number>
  number: Fixed<number>
  direction: Fixed<'entry' | 'exit'>
  at: Instant
  day: Fixed<string>
  subject_kind: Fixed<string>
  subject_id: Fixed<string>
  summary: Fixed<string>
  correspondent_person: Fixed<string | null>
  correspondent_name: Fixed<string | null>
  answers: Fixed<string | null>
}

interface RegisterAnnulmentTable {
  entry: Fixed<string>
  reason: Fixed<string>
  annulled_by: Fixed<string>
  at: Instant
}

/** Tables of this capability. Lines of a register are only ever added. */
export interface RegistryTables {
  register: RegisterTable
  register_counter: RegisterCounterTable
  register_entry: RegisterEntryTable
  register_annulment: RegisterAnnulmentTable
}
