import { forbidden, wrong } from './gateway-error.ts'
import type { CustomGranularity } from './query/granularity.ts'
import type { Group, Reader } from './security-context.ts'

export type MemberKind = 'measure' | 'dimension' | 'segment'
export type MemberType = 'string' | 'number' | 'boolean' | 'time'

export interface Member {
  readonly name: string
  readonly view: string
  readonly kind: MemberKind
  readonly type: MemberType
  /** A calendar day: no time of day, no time zone. */
  readonly calendar: boolean
  /** Says which report a line belongs to; the model's sql filters by it before it picks last reports. */
  readonly reportLevel: boolean
  /** Filters by it reach the publications inside the cube's sql, on their own or within an `or` of such members. */
  readonly pushedDown: boolean
  /** Counts the last report of each institution: its own meaning, or that of the amounts that it is calculated from. */
  readonly lastReports: boolean
  /** Granularities that the model declares for it, beside Cube's own. */
  readonly granularities: readonly CustomGranularity[]
  /** A running or rolling amount, or a ratio: it has no value in a single row. Of members of views only `meta` tells. */
  readonly overRows: boolean
}

/** A cube or view as `/meta` describes it; the parts that the gateway itself reads. */
export interface MetaConfig {
  readonly name: string
  readonly type?: string
  readonly isVisible?: boolean
  readonly public?: boolean
  readonly measures: readonly MetaMember[]
  readonly dimensions: readonly MetaMember[]
  readonly segments: readonly MetaMember[]
  readonly hierarchies?: readonly {
    readonly name: string
    readonly public?: boolean
    readonly levels: readonly string[]
  }[]
}

export interface MetaMember {
  readonly name: string
  readonly type?: string
  readonly isVisible?: boolean
  readonly public?: boolean
  /** Of a measure with a rolling window. */
  readonly cumulative?: boolean
  readonly meta?: Readonly<Record<string, unknown>>
  readonly drillMembers?: readonly string[]
  readonly drillMembersGrouped?: {
    readonly measures: readonly string[]
    readonly dimensions: readonly string[]
  }
  readonly granularities?: readonly {
    readonly name: string
    readonly interval?: string
    readonly origin?: string
    readonly offset?: string
  }[]
}

const TYPES: readonly string[] = ['string', 'number', 'boolean', 'time']

/** The members that someone may name, by groups. Lookups go through Maps: no text of a query becomes an object key. */
export class Catalogue {
  readonly #all = new Map<string, Member>()
  readonly #views = new Set<string>()
  readonly #visible = new Map<string, ReadonlySet<string>>()

  constructor(everything: readonly MetaConfig[], byGroups: ReadonlyMap<string, readonly MetaConfig[]>) {
    for (const cube of everything) {
      if (!shown(cube)) continue
      this.#views.add(cube.name)
      this.#add(cube, 'measure', cube.measures)
      this.#add(cube, 'dimension', cube.dimensions)
      this.#add(cube, 'segment', cube.segments)
    }
    for (const [groups, cubes] of byGroups) {
      const names = cubes
        .filter(shown)
        .flatMap(cube => [...cube.measures, ...cube.dimensions, ...cube.segments])
      this.#visible.set(groups, new Set(names.filter(shown).map(member => member.name)))
    }
  }

  #add(cube: MetaConfig, kind: MemberKind, members: readonly MetaMember[]): void {
    for (const { name, type, isVisible, cumulative, granularities, meta } of members) {
      if (isVisible === false) continue
      this.#all.set(name, {
        name,
        view: cube.name,
        kind,
        type: kind === 'measure' ? 'number' : TYPES.includes(type ?? '') ? (type as MemberType) : 'string',
        calendar: meta?.calendar === true,
        reportLevel: meta?.report_level === true,
        pushedDown: meta?.pushed_down === true,
        lastReports: meta?.additivity === 'last' || meta?.semi_additive === 'last',
        granularities: (granularities ?? []).map(({ name, interval = '', origin = null, offset = null }) => ({
          name,
          interval,
          origin,
          offset,
        })),
        overRows: cumulative === true || meta?.additivity === 'ratio' || meta?.additivity === 'window',
      })
    }
  }

  /** The member, if it exists, is of one of these kinds and the reader may see it. */
  find(name: unknown, kinds: readonly MemberKind[], reader: Reader): Member {
    const member = typeof name === 'string' ? this.#all.get(name) : undefined
    if (!member || !kinds.includes(member.kind)) {
      // Cube's texts.
      const path = printable(name)
      const [view = '', ...rest] = path.split('.')
      throw wrong(
        this.#views.has(view) || rest.length === 0
          ? `'${rest.join('.') || view}' not found for path '${path}'`
          : `Cube '${view}' not found for path '${path}'`,
      )
    }
    if (!this.#visible.get(groupsKey(reader.groups))?.has(member.name))
      throw forbidden(`You have no access to '${member.name}'`)
    return member
  }

  members(): IterableIterator<Member> {
    return this.#all.values()
  }
}

export const shown = (item: { readonly isVisible?: boolean; readonly public?: boolean }): boolean =>
  item.isVisible !== false && item.public !== false

export const groupsKey = (groups: readonly Group[]): string => groups.join('+')

/** What came, short enough for a message and without control characters. */
export function printable(value: unknown): string {
  const text = typeof value === 'string' ? value : jsonOf(value)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f]/g, ' ').slice(0, 120)
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    // Lists within lists, deeper than the stack: JSON can be read, but not written.
    return 'a value nested without end'
  }
}
