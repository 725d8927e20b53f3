import { randomBytes } from 'node:crypto'
import type { Member } from '../catalogue.ts'
import { type CanonicalFilter, type CanonicalQuery, isLeaf } from '../query/canonical-query.ts'
import type { Reader } from '../security-context.ts'

/** A query with its values taken out, so that one plan serves every value: all entities, all dates, all institutions. */
export interface QueryShape {
  readonly query: CanonicalQuery
  readonly cuis: readonly string[]
  /** What stands for each placeholder, for this query. */
  readonly values: ReadonlyMap<string, string>
}

/** Unguessable, so that no value of a query can pass for a placeholder. Only letters and digits: nothing escapes them. */
const SECRET = `v${randomBytes(12).toString('hex')}`
export const PIN = `${SECRET}pin`

const DAY_BEGINS = 'T00:00:00.000'
const DAY_ENDS = 'T23:59:59.999'

const LIKE = new Set(['contains', 'notContains', 'startsWith', 'notStartsWith', 'endsWith', 'notEndsWith'])

export const isPlaceholder = (text: string): boolean => text.includes(SECRET) || /^9\d{3}-/.test(text)

export function shapeOf(
  query: CanonicalQuery,
  reader: Reader,
  members: ReadonlyMap<string, Member>,
): QueryShape {
  const values = new Map<string, string>()
  const text = (value: string) => {
    const placeholder = `${SECRET}${values.size}x`
    values.set(placeholder, value)
    return placeholder
  }
  const day = (value: string, hour = DAY_BEGINS) => {
    const placeholder = `${dayPlaceholder(values.size)}${hour}`
    values.set(placeholder, value)
    return placeholder
  }
  /** Whether a range is of whole days decides what may answer it, so that its placeholders tell it too. */
  const range = ([from, to]: readonly [string, string]) => {
    const whole = from.endsWith(DAY_BEGINS) && to.endsWith(DAY_ENDS)
    return [day(from), whole ? day(to, DAY_ENDS) : day(to)] as const
  }
  const shapeFilter = (filter: CanonicalFilter): CanonicalFilter => {
    if (!isLeaf(filter))
      return 'or' in filter ? { or: filter.or.map(shapeFilter) } : { and: filter.and.map(shapeFilter) }
    const member = members.get(filter.member)
    if (filter.values === null || !member) return filter
    const time = member.type === 'time' && member.kind === 'dimension'
    // Times with a zone are converted while planning, so their values stay.
    if (time && !member.calendar) return filter
    const literal = LIKE.has(filter.operator) ? escaped : (value: string) => value
    return {
      ...filter,
      values: filter.values.map(value => (value === null ? null : time ? day(value) : text(literal(value)))),
    }
  }
  const shaped: CanonicalQuery = {
    ...query,
    filters: query.filters.map(shapeFilter),
    timeDimensions: query.timeDimensions.map(each =>
      each.dateRange === null || !members.get(each.dimension)?.calendar
        ? each
        : { ...each, dateRange: range(each.dateRange) },
    ),
  }
  return { query: shaped, cuis: reader.cuis.map(text), values }
}

/** A date of its own per value, beyond the years that a query may name. */
function dayPlaceholder(index: number): string {
  const year = 9000 + (Math.floor(index / 336) % 1000)
  const month = 1 + (Math.floor(index / 28) % 12)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${year}-${pad(month)}-${pad(1 + (index % 28))}`
}

/** As Cube escapes what a LIKE takes literally. */
const escaped = (value: string): string => value.replace(/[\\_%]/g, '\\$&')
