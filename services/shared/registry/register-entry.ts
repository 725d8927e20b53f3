import { sql } from 'kysely'
import { localDay, type RegistrationNumber, registrationNumber } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

/** The register that everything without one of its own goes to. */
export const GENERAL_REGISTER = 'general'

/** Who wrote, or who is written to: a person with an account, anyone by name, or nobody outside. */
export type Correspondent = { readonly person: string } | { readonly name: string } | null

export interface NewEntry {
  readonly register: string
  readonly direction: 'entry' | 'exit'
  readonly subject: { readonly kind: string; readonly id: string }
  /** What it is about. Nothing personal: lines are never changed nor erased. */
  readonly summary: string
  readonly correspondent: Correspondent
  /** The entry that this exit answers. */
  readonly answers?: string | null
  readonly at: Date
}

export interface Registered {
  readonly id: string
  readonly register: string
  readonly year: number
  readonly number: number
  readonly day: string
  /** As it is written on papers. */
  readonly text: RegistrationNumber
}

/**
 * Gives the next number of the register in the year of Bucharest, in the caller's transaction. The counter's row stays locked
 * until that ends: numbers ascend as they are committed, and one that is rolled back is given again.
 */
export async function registerEntry(store: Store, entry: NewEntry): Promise<Registered> {
  const day = localDay(entry.at)
  const year = Number(day.slice(0, 4))
  const { last: number } = await store
    .insertInto('register_counter')
    .values({ register: entry.register, year, last: 1 })
    .onConflict(conflict =>
      conflict.columns(['register', 'year']).doUpdateSet({ last: sql<number>`register_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const { correspondent } = entry
  const { id } = await store
    .insertInto('register_entry')
    .values({
      register: entry.register,
      year,
      number,
      direction: entry.direction,
      at: entry.at,
      day,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      summary: entry.summary,
      correspondent_person: correspondent && 'person' in correspondent ? correspondent.person : null,
      correspondent_name: correspondent && 'name' in correspondent ? correspondent.name : null,
      answers: entry.answers ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, register: entry.register, year, number, day, text: registrationNumber(number, day) }
}
