import type { Member } from '../catalogue.ts'
import { wrong } from '../gateway-error.ts'
import { type CanonicalFilter, isLeaf, leavesOf } from './canonical-query.ts'
import type { ReadQuery } from './read-query.ts'

/** How a query with semi-additive measures picks the reports that count. */
export interface LastReports {
  /** The last report of each bucket of this granularity counts; null: the last of the whole range. */
  readonly bucket: string | null
  /** Every measure counts last reports only, so the others' lines need not be read at all. */
  readonly only: boolean
}

/** From fine to coarse; each is a whole number of the one before, so the finest decides. */
const NESTED: readonly string[] = ['day', 'month', 'quarter', 'year']

/** A cumulative amount over a range is each institution's last report, never the sum of its reports. The model's sql
 * picks it; here it is decided per what, and refused where the range itself can't be told. Null without such measures. */
export function lastReportsOf({ query, members }: ReadQuery): LastReports | null {
  const last = [...members].filter(member => member.additivity === 'last')
  if (last.length === 0) return null
  const byName = new Map([...members].map(member => [member.name, member]))
  for (const filter of query.filters) checkPushable(filter, byName, last)
  const measures = [...members].filter(member => member.kind === 'measure')
  return { bucket: bucketOf(query, byName), only: measures.every(measure => measure.additivity === 'last') }
}

function bucketOf(query: ReadQuery['query'], members: ReadonlyMap<string, Member>): string | null {
  const granularities = new Set<string>()
  for (const { dimension, granularity } of query.timeDimensions)
    if (granularity !== null && members.get(dimension)?.calendar) granularities.add(granularity)
  if (query.dimensions.some(name => members.get(name)?.calendar)) granularities.add('day')
  if (granularities.has('week') && granularities.size > 1 && !granularities.has('day'))
    throw wrong('Weeks do not fit into months, quarters or years: cumulative amounts need one granularity')
  return NESTED.find(each => granularities.has(each)) ?? [...granularities][0] ?? null
}

/** Which report is the last depends on the reports asked for: a condition on reports must reach the model's sql whole. */
function checkPushable(
  filter: CanonicalFilter,
  members: ReadonlyMap<string, Member>,
  last: readonly Member[],
): void {
  if (isLeaf(filter)) return
  const named = [...leavesOf([filter])].map(leaf => members.get(leaf.member))
  const reportLevel = named.find(member => member?.reportLevel)
  const other = named.find(member => !member?.pushedDown)
  if (!reportLevel || !other) return
  throw wrong(
    `'${last[0]?.name}' counts the last report of each institution within the reports asked for, so a condition on ` +
      `'${reportLevel.name}' can't be joined by "or" with one on '${other.name}'. ` +
      'Put it in the date range or in a filter of its own, or ask in two queries',
  )
}
