import type { Store } from '../store/database.ts'
import type { Processing } from './processing.ts'
import { REGISTER } from './register.ts'

export interface CollectedEntry {
  readonly processing: Processing
  readonly data: Record<string, unknown>
}

/** Everything that is held about a person, an entry of the register at a time. */
export async function* collectPerson(store: Store, person: string): AsyncGenerator<CollectedEntry> {
  for (const processing of REGISTER) yield { processing, data: await processing.collect(store, person) }
}
