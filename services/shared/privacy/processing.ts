import { sql } from 'kysely'
import type { Names } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'

/** Paragraphs of the GDPR that a processing can rest on. */
export const LEGAL_BASES = ['6.1.a', '6.1.b', '6.1.c', '6.1.d', '6.1.e', '9.2.a', '9.2.g'] as const

export interface LegalBasis {
  readonly gdpr: (typeof LEGAL_BASES)[number]
  /** The national act, as it is cited; null where the GDPR alone is enough. */
  readonly law: string | null
}

/** Removes what was written, or ended, before the moment; `at` is now. Returns how many rows. */
export type Purge = (store: Store, before: Date, at: Date) => Promise<number>

/** How long something is kept: what people read about it, and what the daily job does. */
export type Retention =
  /** As long as the account exists. */
  | { readonly kind: 'account' }
  /** Counted from when it was written, or from when it ended (was used, expired, was delivered). */
  | {
      readonly kind: 'days'
      readonly days: number
      readonly after: 'writing' | 'end'
      readonly purge: Purge
    }
  /**
   * At least these years. Nothing removes it by itself: archives are selected by a commission, whose list the National Archives
   * confirm (Law 16/1996, art. 10 and 11).
   */
  | { readonly kind: 'years'; readonly years: number; readonly law: string }
  | { readonly kind: 'permanent'; readonly law: string }

export interface ProcessedField {
  readonly table: string
  readonly columns: readonly string[]
  readonly what: Names
  readonly retention: Retention
  /** What becomes of it when the person is erased: gone, or kept by law without anything that leads to them. */
  readonly onErasure: 'deleted' | 'pseudonymised'
}

/** Something that is kept under a personal number, as an official who may search for it sees it. */
export interface PersonRecord {
  /** Code of the entry that keeps it. */
  readonly capability: string
  readonly id: string
  /** Registration number; null where it has none. */
  readonly number: string | null
  /** Of the person, as it was given there; null once erased. */
  readonly name: string | null
  /** Who else it concerns. */
  readonly about: string | null
  readonly day: string
  /** Page of the office, without the language. */
  readonly path: string | null
}

/** Where an entry keeps personal numbers. Declaring it is all that a capability does to be searched. */
export interface CnpColumn {
  readonly table: string
  /** Column with what cnpMac makes of the number; null for who was erased. */
  readonly mac: string
  /** What these rows of the table stand for. */
  describe(store: Store, ids: readonly string[], at: Date): Promise<PersonRecord[]>
}

/** An entry of the register of processing (GDPR art. 30), with what the rights of a person need of it. */
export interface Processing {
  readonly code: string
  readonly name: Names
  readonly purpose: Names
  readonly basis: readonly LegalBasis[]
  /** Whose data it is. */
  readonly people: Names
  readonly recipients: Names
  readonly fields: readonly ProcessedField[]
  readonly cnp?: CnpColumn
  /** Everything that is held about the person, by the name of its table. */
  collect(store: Store, person: string): Promise<Record<string, unknown>>
  /** Removes what the fields say; what goes with the row of the account needs no mention. The account still exists then. */
  erase(store: Store, person: string, at: Date): Promise<void>
}

/** Rows of a person as they are stored, for `collect`. Names of tables and columns come from code, never from a request. */
export async function rowsOf(
  store: Store,
  table: string,
  columns: readonly string[],
  owner: string,
  person: string,
): Promise<unknown[]> {
  const list = sql.join(columns.map(column => sql.ref(column)))
  const { rows } =
    await sql`select ${list} from ${sql.table(table)} where ${sql.ref(owner)} = ${person}`.execute(store)
  return rows
}

/** Deletes the rows whose column lies before the moment. */
export const deleteBefore =
  (table: string, column: string): Purge =>
  async (store, before) => {
    const { numAffectedRows } =
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} < ${before}`.execute(store)
    return Number(numAffectedRows ?? 0n)
  }
