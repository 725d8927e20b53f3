import type { Member } from '../catalogue.ts'
import { wrong } from '../gateway-error.ts'
import { type CanonicalFilter, isLeaf, leavesOf } from './canonical-query.ts'
import { bucketText, nests, type Step, stepOf } from './granularity.ts'
import type { ReadQuery } from './read-query.ts'

/** How a query with semi-additive measures picks the reports that count. */
export interface LastReports {
  /** The last report of each bucket counts, given as interval and first day; null: the last of the whole range. */
  readonly bucket: readonly [string, string] | null
  /** Every measure counts last reports only, so the others' lines need not be read at all. */
  readonly only: boolean
}

/** A cumulative amount over a range is each institution's last report, never the sum of its reports. The model's sql
 * picks it; here it is decided per what, and refused where the range itself can't be told. Null without such measures. */
export function lastReportsOf({ query, members }: ReadQuery): LastReports | null {
  const last = [...members].filter(member => member.lastReports)
  if (last.length === 0) return null
  const byName = new Map([...members].map(member => [member.name, member]))
  for (const filter of query.filters) checkPushable(filter, byName, last)
  const measures = [...members].filter(member => member.kind === 'measure')
  return { bucket: bucketOf(query, byName), only: measures.every(measure => measure.lastReports) }
}

/** The finest granularity decides, when its buckets lie whole within those of every other. */
function bucketOf(
  query: ReadQuery['query'],
  members: ReadonlyMap<string, Member>,
): readonly [string, string] | null {
  const steps = new Map<string, Step>()
  const add = (name: string, member: Member) => {
    const step = stepOf(name, member.granularities)
    if (!step) throw wrong(`Cumulative amounts can't be counted by '${name}': it is not whole days or months`)
    steps.set(name, step)
  }
  for (const { dimension, granularity } of query.timeDimensions) {
    const member = members.get(dimension)
    if (granularity !== null && member?.calendar) add(granularity, member)
  }
  // Lines that a figure is drilled down to are those of its own last reports, whatever dates are shown beside them.
  const drilled = query.filters.some(filter => isLeaf(filter) && filter.operator === 'measureFilter')
  for (const name of drilled ? [] : query.dimensions) {
    const member = members.get(name)
    if (member?.calendar) add('day', member)
  }
  if (steps.size === 0) return null
  const finest = [...steps.values()].find(step => [...steps.values()].every(other => nests(step, other)))
  if (finest) return bucketText(finest)
  throw wrong(
    `The granularities ${[...steps.keys()].join(', ')} do not fit into one another: cumulative amounts need one of them`,
  )
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
