import type { SecurityContext } from './types.ts'

/** The groups that the model's policies know. Anything else in a context grants nothing. */
export const GROUPS = ['public', 'institution', 'county'] as const
export type Group = (typeof GROUPS)[number]

/** A context as policies see it: known groups only, in one order, without doubles. */
export interface Reader {
  readonly groups: readonly Group[]
  readonly cuis: readonly string[]
  /** Equal for contexts that see the same. */
  readonly key: string
}

const MAX_CUIS = 1000

export function readerOf(context: SecurityContext): Reader {
  const cuis = [...new Set(context.cuis.filter(cui => typeof cui === 'string' && cui !== ''))].sort()
  if (cuis.length > MAX_CUIS) throw new RangeError(`more than ${MAX_CUIS} institutions in a security context`)
  const given = new Set<string>(context.groups)
  // An institution's staff without an institution sees what everyone sees: a policy over an empty list would fail.
  if (given.has('institution') && cuis.length === 0) given.add('public').delete('institution')
  const groups = GROUPS.filter(group => given.has(group))
  const own = groups.includes('institution') ? cuis : []
  return { groups, cuis: own, key: [groups.join('+'), ...own].join(',') }
}

/** Text equal for contexts that get the same answers; part of a request's raw key. */
export const contextKey = (context: SecurityContext): string => readerOf(context).key
