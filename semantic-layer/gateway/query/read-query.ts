import { type Catalogue, type Member, type MemberKind, printable } from '../catalogue.ts'
import { badFormat, forbidden, wrong } from '../gateway-error.ts'
import type { Reader } from '../security-context.ts'
import type { CanonicalQuery, CanonicalTimeDimension, ResponseFormat } from './canonical-query.ts'
import { readDateRange, stepsOf } from './dates.ts'
import { readFilters } from './read-filters.ts'
import { readTimeZone } from './time-zone.ts'

const MAX_MEMBERS = 50
const MAX_TIME_DIMENSIONS = 4
const MAX_STEPS = 5000
const MAX_LIMIT = 50_000
const MAX_OFFSET = 10_000_000
/** Cube's own default when a query gives none. */
const DEFAULT_LIMIT = 10_000

const CALENDAR_GRANULARITIES: readonly string[] = ['day', 'week', 'month', 'quarter', 'year']
const GRANULARITIES: readonly string[] = ['second', 'minute', 'hour', ...CALENDAR_GRANULARITIES]
export const CACHE_MODES: readonly unknown[] = [
  'stale-if-slow',
  'stale-while-revalidate',
  'must-revalidate',
  'no-cache',
]
const KEYS = new Set([
  ...['measures', 'dimensions', 'segments', 'timeDimensions', 'filters', 'order', 'limit', 'offset'],
  ...['timezone', 'total', 'responseFormat', 'ungrouped', 'cache', 'cacheMode', 'renewQuery'],
])

export interface QueryScope {
  readonly catalogue: Catalogue
  readonly reader: Reader
  /** Milliseconds; called only for phrases such as "last month", whose answers grow old by themselves. */
  readonly now: () => number
}

export interface ReadQuery {
  readonly query: CanonicalQuery
  /** Every member that the query names anywhere. */
  readonly members: ReadonlySet<Member>
  /** Kept answers are not good enough. */
  readonly fresh: boolean
}

/** The gate: nothing reaches the compiler that does not pass here. Unknown keys, members, operators and values are
 * refused with Cube's 400, members without permission with 403. */
export function readQuery(value: unknown, scope: QueryScope): ReadQuery {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badFormat('"query" must be an object')
  const given = new Map<string, unknown>(Object.entries(value))
  for (const key of given.keys()) if (!KEYS.has(key)) throw badFormat(`"${printable(key)}" is not allowed`)
  const members = new Set<Member>()
  const find = (name: unknown, kind: MemberKind): Member => {
    const member = scope.catalogue.find(name, [kind], scope.reader)
    members.add(member)
    return member
  }
  const list = (key: string, most = MAX_MEMBERS): readonly unknown[] => {
    const items = given.get(key) ?? []
    if (!Array.isArray(items)) throw badFormat(`"${key}" must be an array`)
    if (items.length > most) throw badFormat(`"${key}" must contain less than or equal to ${most} items`)
    return items
  }
  const names = (key: string, kind: MemberKind) => [
    ...new Set(list(key).map((name, index) => find(checkName(name, `${key}[${index}]`), kind).name)),
  ]

  for (const key of ['ungrouped', 'renewQuery', 'total'])
    if (given.has(key) && typeof given.get(key) !== 'boolean') throw badFormat(`"${key}" must be a boolean`)
  checkOneOf(given, 'responseFormat', [undefined, 'default', 'compact', 'columnar'])
  for (const key of ['cache', 'cacheMode']) checkOneOf(given, key, [undefined, ...CACHE_MODES], 'cacheMode')

  const zone = readTimeZone(given.get('timezone'))
  const measures = names('measures', 'measure')
  const segments = names('segments', 'segment')
  // "view.time.month" among the dimensions is Cube's short form of a time dimension with a granularity.
  const plain: string[] = []
  const shortForms: CanonicalTimeDimension[] = []
  for (const [index, given] of list('dimensions').entries()) {
    const name = checkName(given, `dimensions[${index}]`, NAME_OR_BUCKET)
    const [, dimension, granularity] = /^([^.]+\.[^.]+)\.([^.]+)$/.exec(name) ?? []
    if (dimension !== undefined)
      shortForms.push({
        dimension,
        granularity: readGranularity(granularity, find(dimension, 'dimension')),
        dateRange: null,
      })
    else if (!plain.includes(find(name, 'dimension').name)) plain.push(name)
  }
  const timeDimensions = [
    ...list('timeDimensions', MAX_TIME_DIMENSIONS).map((each, index) =>
      readTimeDimension(each, `timeDimensions[${index}]`, zone, scope, find),
    ),
    ...shortForms,
  ]
  checkBuckets(timeDimensions)
  if (measures.length === 0 && plain.length === 0 && timeDimensions.every(each => each.granularity === null))
    throw wrong(
      'Query should contain either measures, dimensions or timeDimensions with granularities in order to be valid',
    )
  const filters = readFilters(given.get('filters'), { ...scope, zone, use: member => members.add(member) })
  const views = new Set([...members].map(member => member.view))
  if (views.size > 1) throw wrong(`Can't find join path to join '${[...views].join("', '")}'`)
  const ordered = new Set([...measures, ...plain, ...timeDimensions.flatMap(bucketNames)])
  const query: CanonicalQuery = {
    measures,
    dimensions: plain,
    segments,
    timeDimensions,
    filters,
    order: readOrder(given.get('order'), ordered),
    limit: readInteger(given, 'limit', MAX_LIMIT) ?? DEFAULT_LIMIT,
    offset: readInteger(given, 'offset', MAX_OFFSET),
    timezone: zone,
    total: given.get('total') === true,
    ungrouped: given.get('ungrouped') === true,
    responseFormat: (given.get('responseFormat') ?? 'default') as ResponseFormat,
  }
  if (query.ungrouped) checkUngrouped(members, scope.reader)
  checkWindows(query, members)
  return { query, members, fresh: given.get('cache') === 'no-cache' }
}

/** Single lines are for those who answer for them, and for the county. */
function checkUngrouped(members: ReadonlySet<Member>, { groups }: Reader): void {
  if (!groups.includes('institution') && !groups.includes('county'))
    throw forbidden('You have no access to ungrouped queries')
  for (const { name, overRows } of members)
    if (overRows) throw wrong(`'${name}' is computed over many rows and has no value in an ungrouped query`)
}

/** A window moves over the buckets of the range, of which a range that ends before it begins has none. */
function checkWindows({ timeDimensions }: CanonicalQuery, members: ReadonlySet<Member>): void {
  if (![...members].some(member => member.overRows)) return
  for (const { dimension, dateRange } of timeDimensions)
    if (dateRange && dateRange[0] > dateRange[1])
      throw wrong(`The date range of '${dimension}' ends before it begins`)
}

function checkOneOf(
  given: ReadonlyMap<string, unknown>,
  key: string,
  allowed: readonly unknown[],
  label = key,
): void {
  if (allowed.includes(given.get(key))) return
  throw badFormat(`"${label}" must be one of [${allowed.filter(value => value !== undefined).join(', ')}]`)
}

const NAME = /^[a-zA-Z0-9_]+\.[a-zA-Z0-9_]+$/
const NAME_OR_BUCKET = /^[a-zA-Z0-9_]+\.[a-zA-Z0-9_]+(\.[a-zA-Z0-9_]+)?$/

/** What is no name of a member at all is refused in the words of Cube's schema. */
function checkName(name: unknown, path: string, pattern = NAME): string {
  if (typeof name !== 'string') throw badFormat(`"${path}" must be one of [string, object]`)
  if (!pattern.test(name))
    throw badFormat(
      `"${path}" with value "${printable(name)}" fails to match the required pattern: ${pattern}`,
    )
  return name
}

function readGranularity(value: unknown, member: Member): string {
  const allowed = [
    ...(member.calendar ? CALENDAR_GRANULARITIES : GRANULARITIES),
    ...member.granularities.map(each => each.name),
  ]
  if (member.type !== 'time') throw wrong(`'${member.name}' is not a time dimension and has no granularity`)
  if (typeof value !== 'string' || !allowed.includes(value))
    throw badFormat(
      `granularity "${printable(value)}" of '${member.name}' must be one of [${allowed.join(', ')}]`,
    )
  return value
}

function readTimeDimension(
  value: unknown,
  path: string,
  zone: string,
  { now }: QueryScope,
  find: (name: unknown, kind: MemberKind) => Member,
): CanonicalTimeDimension {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badFormat(`"${path}" must be an object`)
  const given = new Map<string, unknown>(Object.entries(value))
  for (const key of given.keys())
    if (!['dimension', 'granularity', 'dateRange'].includes(key))
      throw badFormat(`"${path}.${printable(key)}" is not allowed`)
  if (given.get('dimension') === undefined) throw badFormat(`"${path}.dimension" is required`)
  const member = find(given.get('dimension'), 'dimension')
  if (member.type !== 'time') throw wrong(`'${member.name}' is not a time dimension`)
  // Cube's query builder sends null for "no granularity".
  const asked = given.get('granularity') ?? null
  if (asked !== null && typeof asked !== 'string') throw badFormat(`"${path}.granularity" must be a string`)
  const granularity = asked === null ? null : readGranularity(asked, member)
  const range = given.get('dateRange') ?? null
  checkRange(range, `${path}.dateRange`)
  const dateRange = range === null ? null : readDateRange(range, zone, now)
  if (
    granularity !== null &&
    dateRange !== null &&
    stepsOf(granularity, dateRange, member.granularities) > MAX_STEPS
  )
    throw wrong(
      `The date range of '${member.name}' spans more than ${MAX_STEPS} ${granularity}s; use a coarser granularity`,
    )
  return { dimension: member.name, granularity, dateRange }
}

function checkRange(range: unknown, path: string): void {
  if (range === null || typeof range === 'string') return
  if (!Array.isArray(range)) throw badFormat(`"${path}" must be one of [array, string]`)
  if (range.length === 0) throw badFormat(`"${path}" must contain at least 1 items`)
  if (range.length > 2) throw badFormat(`"${path}" must contain less than or equal to 2 items`)
}

function checkBuckets(timeDimensions: readonly CanonicalTimeDimension[]): void {
  const seen = new Set<string>()
  for (const { dimension, granularity } of timeDimensions) {
    if (granularity === null) continue
    const bucket = `${dimension}.${granularity}`
    if (seen.has(bucket)) throw wrong(`'${bucket}' is asked for twice`)
    seen.add(bucket)
  }
}

const bucketNames = ({ dimension, granularity }: CanonicalTimeDimension): string[] =>
  granularity === null ? [] : [dimension, `${dimension}.${granularity}`]

function readOrder(
  value: unknown,
  ordered: ReadonlySet<string>,
): (readonly [string, 'asc' | 'desc'])[] | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'object') throw badFormat('"order" must be one of [object, array]')
  const pairs: unknown[] = Array.isArray(value) ? value : Object.entries(value)
  const order = pairs.map((pair, index) => {
    const [name, direction]: unknown[] = Array.isArray(pair) ? pair : []
    if (!Array.isArray(pair)) throw badFormat(`"order[${index}]" must be an array`)
    if (pair.length < 2) throw badFormat(`"order[${index}]" must contain at least 2 items`)
    if (pair.length > 2) throw badFormat(`"order[${index}]" must contain at most 2 items`)
    const path = Array.isArray(value) ? `order[${index}][1]` : `order.${printable(name)}`
    if (direction !== 'asc' && direction !== 'desc') throw badFormat(`"${path}" must be one of [asc, desc]`)
    // Cube ignores an order by something not selected; said plainly here, since the rows would not be in that order.
    if (typeof name !== 'string' || !ordered.has(name))
      throw wrong(`Order member '${printable(name)}' must be one of the members of the query`)
    return [name, direction] as const
  })
  return order.length > 0 ? order : null
}

function readInteger(given: ReadonlyMap<string, unknown>, key: string, most: number): number | null {
  const value = given.get(key)
  if (value === undefined) return null
  if (typeof value !== 'number') throw badFormat(`"${key}" must be a number`)
  if (!Number.isInteger(value)) throw badFormat(`"${key}" must be an integer`)
  if (value < 0) throw badFormat(`"${key}" must be greater than or equal to 0`)
  if (value > most)
    throw wrong(
      key === 'limit'
        ? `The query limit has been exceeded. At most ${most} rows`
        : `"${key}" must be at most ${most}`,
    )
  return value
}
