import fs from 'node:fs/promises'
import {
  type Database,
  type Erasure,
  type ErasureGrounds,
  type ErasureOutcome,
  erasePerson,
  isOwnErasure,
  listDueDeletions,
  listErasures,
  repeatErasure,
} from '../../services/index.ts'

async function readLedger(ledger: string): Promise<Erasure[]> {
  const text = await fs.readFile(ledger, 'utf8').catch(error => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  })
  return erasuresIn(text)
}

/** The lines of a ledger; one that a crash cut off is left out. */
export function erasuresIn(text: string): Erasure[] {
  return text.split('\n').flatMap(line => {
    const [id, person, at, mac, ...more] = line.split(' ')
    if (!id || !person || !at || !mac || more.length > 0 || Number.isNaN(Date.parse(at))) return []
    return [{ id, person, at: new Date(at), mac }]
  })
}

async function append(ledger: string, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return
  const file = await fs.open(ledger, 'a', 0o600)
  try {
    // A line that a crash cut off must not swallow the next.
    const lines = erasures.map(({ id, person, at, mac }) => `${id} ${person} ${at.toISOString()} ${mac}\n`)
    await file.write(`\n${lines.join('')}`)
    await file.sync()
  } finally {
    await file.close()
  }
}

interface ErasureOptions {
  readonly db: Database
  /** A file that outlives a restored backup. */
  readonly ledger: string
  readonly now: () => Date
}

/** Erases a person and writes it to the ledger outside of the database, which outlives a restored backup. */
export async function eraseWithLedger(
  { db, ledger, now }: ErasureOptions,
  person: string,
  decidedBy: string,
  grounds: ErasureGrounds | null = null,
): Promise<ErasureOutcome> {
  const result = await erasePerson(db, person, decidedBy, now(), grounds)
  if (result.outcome === 'erased') await append(ledger, [result.erasure])
  return result
}

/** Erases the accounts whose owners asked for it and did not change their minds; returns their ids. */
export async function eraseDueAccounts(options: ErasureOptions): Promise<string[]> {
  const erased: string[] = []
  for (const person of await listDueDeletions(options.db, options.now())) {
    const { outcome } = await eraseWithLedger(options, person, person)
    if (outcome === 'erased') erased.push(person)
  }
  return erased
}

/** At each start: ledger and database learn of each other, so that whom a restored backup brought back is forgotten again. */
export async function settleErasures({ db, ledger, now }: ErasureOptions): Promise<number> {
  const written = await readLedger(ledger)
  const { repeated } = await repeatErasures(db, written, now())
  const known = new Set(written.map(({ id }) => id))
  await append(
    ledger,
    (await listErasures(db)).filter(({ id }) => !known.has(id)),
  )
  return repeated
}

/** Erases again whom the lines name; `foreign` are those that this installation did not write, of which nothing comes. */
export async function repeatErasures(
  db: Database,
  erasures: readonly Erasure[],
  at: Date,
): Promise<{ repeated: number; foreign: number }> {
  const own = erasures.filter(erasure => isOwnErasure(db, erasure))
  let repeated = 0
  for (const erasure of own) if (await repeatErasure(db, erasure, at)) repeated++
  return { repeated, foreign: erasures.length - own.length }
}
