import type { Fixed } from './expression/number.ts'

/** Fewer values say nothing of what is usual. */
const LEAST_HISTORY = 5
/** Iglewicz and Hoaglin: a modified z-score beyond this is an outlier. */
const LIMIT = 3.5
/** What makes the median deviation, and the mean one where that is 0, comparable with a standard deviation. */
const MEDIAN_FACTOR = 0.6745
const MEAN_FACTOR = 0.7979

export interface Outlier {
  /** How far the value lies from the median of its history, in deviations; with its sign. */
  readonly score: number
  readonly median: Fixed
  readonly least: Fixed
  readonly greatest: Fixed
}

/** Whether a value is far from its own history, and how far; null: it is not, or there is too little to tell. */
export function findOutlier(value: Fixed, history: readonly Fixed[]): Outlier | null {
  if (history.length < LEAST_HISTORY) return null
  const sorted = sort(history)
  const [least, greatest] = [sorted[0] ?? 0n, sorted.at(-1) ?? 0n]
  if (value >= least && value <= greatest) return null
  const median = medianOf(sorted)
  const score = scoreOf(value - median, deviationsFrom(median, history))
  return Math.abs(score) > LIMIT ? { score, median, least, greatest } : null
}

const sort = (values: readonly Fixed[]): Fixed[] => [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

function medianOf(sorted: readonly Fixed[]): Fixed {
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0n
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0n) + upper) / 2n
}

const deviationsFrom = (median: Fixed, values: readonly Fixed[]): Fixed[] =>
  values.map(value => (value < median ? median - value : value - median))

function scoreOf(distance: Fixed, deviations: readonly Fixed[]): number {
  const median = medianOf(sort(deviations))
  if (median > 0n) return MEDIAN_FACTOR * ratio(distance, median)
  const sum = deviations.reduce((all, one) => all + one, 0n)
  // All of its history is one value: any other is far.
  if (sum === 0n) return distance > 0n ? Infinity : -Infinity
  return MEAN_FACTOR * ratio(distance * BigInt(deviations.length), sum)
}

/** To six decimals, which is plenty for a hint. */
const ratio = (value: Fixed, by: Fixed): number => Number((value * 1_000_000n) / by) / 1_000_000
