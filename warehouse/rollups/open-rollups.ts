import type { Engine } from '../engine/engine.ts'
import { type BuiltPartition, buildPartition, hashOf } from './build-partition.ts'
import { PublicationYears } from './publication-years.ts'
import type {
  PartitionState,
  RollupDefinition,
  RollupLease,
  RollupPartition,
  RollupStatus,
  Rollups,
  YearRange,
} from './rollup.ts'

/** The rollups of a warehouse. One process owns the warehouse, so what is listed there is kept in mind here. */
export const openRollups = (engine: Engine): Rollups & { forget(): void } => new KeptRollups(engine)

class KeptRollups implements Rollups {
  readonly #engine: Engine
  readonly #years: PublicationYears
  #declared = new Map<string, { readonly definition: RollupDefinition; readonly hash: string }>()
  /** By rollup and year. */
  #built = new Map<string, BuiltPartition>()
  readonly #readers = new Map<string, number>()
  readonly #replaced = new Set<string>()
  #building: string | null = null
  #work: Promise<unknown> = Promise.resolve()

  constructor(engine: Engine) {
    this.#engine = engine
    this.#years = new PublicationYears(engine)
  }

  declare(definitions: readonly RollupDefinition[]): Promise<void> {
    return this.#inTurn(async () => {
      for (const { id, name } of definitions)
        if (!/^[a-z0-9_]+$/.test(name)) throw new Error(`rollup ${id} can't have tables named ${name}`)
      const declared = new Map(
        definitions.map(definition => [definition.id, { definition, hash: hashOf(definition) }]),
      )
      const kept = new Map<string, BuiltPartition>()
      await this.#engine.beside(async transaction => {
        const { rows } = await transaction.query(
          `select rollup, partition, definition_hash, publication, table_name, row_count, bytes, built_at
           from rollup_partitions`,
        )
        const listed = rows.map(readPartition)
        for (const each of listed)
          if (declared.get(each.rollup)?.hash === each.definitionHash) kept.set(keyOf(each), each)
          else
            await transaction.query('delete from rollup_partitions where rollup = ? and partition = ?', [
              each.rollup,
              each.partition,
            ])
        const used = new Set([...kept.values()].map(each => each.table))
        const tables = await transaction.query(
          `select table_name from information_schema.tables where table_schema = 'rollups'`,
        )
        for (const [table = null] of tables.rows)
          if (table !== null && !used.has(table) && !this.#readers.has(table))
            await transaction.execute(`drop table rollups."${table}"`)
      })
      this.#declared = declared
      this.#built = kept
    })
  }

  refresh(): Promise<string[]> {
    return this.#inTurn(async () => {
      const tables: string[] = []
      await this.#years.knowUpTo(Number.POSITIVE_INFINITY)
      for (const { definition } of this.#declared.values())
        for (const year of this.#years.years())
          if (!this.#isRight(this.#built.get(keyOf({ rollup: definition.id, partition: year })), year))
            tables.push(await this.#build(definition, year))
      return tables
    })
  }

  build(id: string): Promise<string[]> {
    return this.#inTurn(async () => {
      const declared = this.#declared.get(id)
      if (!declared) throw new RangeError(`there is no rollup ${id}`)
      const tables: string[] = []
      await this.#years.knowUpTo(Number.POSITIVE_INFINITY)
      for (const year of this.#years.years()) tables.push(await this.#build(declared.definition, year))
      return tables
    })
  }

  async list(): Promise<RollupStatus[]> {
    await this.#years.knowUpTo(Number.POSITIVE_INFINITY)
    return [...this.#declared.values()].map(({ definition: { id, name } }) => ({
      id,
      name,
      partitions: this.#years.years().map((partition): RollupPartition => {
        const built = this.#built.get(keyOf({ rollup: id, partition }))
        return {
          partition,
          state: this.#stateOf(id, partition, built),
          built: built
            ? {
                publication: built.publication,
                table: `rollups.${built.table}`,
                rows: built.rows,
                bytes: built.bytes,
                at: built.builtAt,
              }
            : null,
        }
      }),
    }))
  }

  async lease(id: string, range: YearRange | null, publication: number): Promise<RollupLease | null> {
    if (!this.#declared.has(id)) return null
    await this.#years.knowUpTo(publication)
    const found: BuiltPartition[] = []
    for (const year of this.#years.years()) {
      if (range && (year < range[0] || year > range[1])) continue
      const last = this.#years.last(year, publication)
      // Nothing of this year was published by then.
      if (last === 0) continue
      const built = this.#built.get(keyOf({ rollup: id, partition: year }))
      if (!built || this.#years.last(year, built.publication) !== last) return null
      found.push(built)
    }
    // Without any row there is no table to read no rows from.
    return found.length === 0 ? null : this.#hold(found)
  }

  /** After everything was deleted: publications begin at 1 again. */
  forget(): void {
    this.#years.forget()
    for (const { table } of this.#built.values()) this.#replaced.add(table)
    this.#built.clear()
  }

  #hold(partitions: readonly BuiltPartition[]): RollupLease {
    const tables = partitions.map(each => each.table)
    const [builtAt = ''] = partitions
      .map(each => each.builtAt)
      .sort()
      .reverse()
    for (const table of tables) this.#readers.set(table, (this.#readers.get(table) ?? 0) + 1)
    let held = true
    return {
      tables: tables.map(table => `rollups."${table}"`),
      builtAt,
      release: () => {
        if (!held) return
        held = false
        for (const table of tables) {
          const others = (this.#readers.get(table) ?? 1) - 1
          if (others > 0) this.#readers.set(table, others)
          else this.#readers.delete(table)
        }
        if (tables.some(table => this.#replaced.has(table) && !this.#readers.has(table)))
          // What can't be dropped now is dropped at the next build or start.
          this.#inTurn(() => this.#dropReplaced()).catch(() => {})
      },
    }
  }

  async #build(definition: RollupDefinition, year: string): Promise<string> {
    const key = keyOf({ rollup: definition.id, partition: year })
    this.#building = key
    try {
      const built = await buildPartition(this.#engine, definition, year)
      // Its publication may be later than all that we know of; which years those are of decides whether it is right.
      await this.#years.knowUpTo(built.publication)
      const before = this.#built.get(key)
      this.#built.set(key, built)
      if (before) this.#replaced.add(before.table)
      await this.#dropReplaced()
      return `rollups.${built.table}`
    } finally {
      this.#building = null
    }
  }

  async #dropReplaced(): Promise<void> {
    for (const table of [...this.#replaced]) {
      if (this.#readers.has(table)) continue
      await this.#engine.beside(transaction => transaction.execute(`drop table if exists rollups."${table}"`))
      this.#replaced.delete(table)
    }
  }

  #isRight(built: BuiltPartition | undefined, year: string): boolean {
    const last = this.#years.last(year, Number.POSITIVE_INFINITY)
    return built !== undefined && this.#years.last(year, built.publication) === last
  }

  #stateOf(id: string, year: string, built: BuiltPartition | undefined): PartitionState {
    if (this.#building === keyOf({ rollup: id, partition: year })) return 'building'
    if (!built) return 'missing'
    return this.#isRight(built, year) ? 'ready' : 'stale'
  }

  /** One thing after the other: builds and drops don't meet. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work)
    this.#work = done.catch(() => {})
    return done
  }
}

const keyOf = ({ rollup, partition }: { readonly rollup: string; readonly partition: string }): string =>
  `${rollup} ${partition}`

function readPartition(row: readonly (string | null)[]): BuiltPartition {
  const [rollup, partition, definitionHash, publication, table, rows, bytes, builtAt] = row
  return {
    rollup: rollup ?? '',
    partition: partition ?? '',
    definitionHash: definitionHash ?? '',
    publication: Number(publication),
    table: table ?? '',
    rows: Number(rows),
    bytes: Number(bytes),
    builtAt: `${builtAt}Z`,
  }
}
