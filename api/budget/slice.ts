import type { z } from '@hono/zod-openapi'
import type { CubeQuery } from '../../semantic-layer/index.ts'
import type { DIMENSIONS, Slice } from '../contract/public.ts'

export type SliceQuery = z.infer<typeof Slice>
export type Dimension = (typeof DIMENSIONS)[number]

/** A slice whose open questions are answered: which report, which date, which publication. */
export interface PinnedSlice {
  readonly cui: string
  readonly at: string
  readonly reportType: string
  readonly asOf: number
  readonly kind: 'revenue' | 'expenditure'
  readonly mode: 'cumulative' | 'own'
  readonly functional: string | undefined
  readonly economic: string | undefined
  readonly source: string | undefined
  readonly section: 'F' | 'D' | 'none' | undefined
}

const FUNCTIONAL_MEMBERS = ['chapter', 'subchapter', 'paragraph'] as const
const ECONOMIC_MEMBERS = ['economic_title', 'economic_article', 'economic_line'] as const

/** Member of a view that holds codes of this length (2, 4 or 6 digits). */
const memberOfLength = <T extends string>(members: readonly T[], code: string): T => {
  const member = members[code.length / 2 - 1]
  if (!member) throw new Error(`no level for code ${code}`)
  return member
}

export const viewOf = (mode: 'cumulative' | 'own'): string =>
  mode === 'own' ? 'budget_execution_own' : 'budget_execution'

/** The part of a Cube query that every question about the slice shares: the figure, its rows and its cells. */
export function sliceQuery(slice: PinnedSlice): Pick<CubeQuery, 'filters' | 'timeDimensions' | 'timezone'> {
  const view = viewOf(slice.mode)
  const equals = (member: string, value: string) => ({
    member: `${view}.${member}`,
    operator: 'equals' as const,
    values: [value],
  })
  return {
    timezone: 'UTC',
    timeDimensions: [{ dimension: `${view}.period_end`, dateRange: [slice.at, slice.at] }],
    filters: [
      equals('entity_cui', slice.cui),
      equals('report_type', slice.reportType),
      equals('kind', slice.kind),
      ...(slice.functional
        ? [equals(memberOfLength(FUNCTIONAL_MEMBERS, slice.functional), slice.functional)]
        : []),
      ...(slice.economic ? [equals(memberOfLength(ECONOMIC_MEMBERS, slice.economic), slice.economic)] : []),
      ...(slice.source ? [equals('source', slice.source)] : []),
      ...(slice.section === 'none' ? [{ member: `${view}.section`, operator: 'notSet' as const }] : []),
      ...(slice.section === 'F' || slice.section === 'D' ? [equals('section', slice.section)] : []),
    ],
  }
}

/** One classification level: the code's member, the members of its names, and the slice parameter that selects a row of it. */
export interface Level {
  readonly dimension: Dimension
  readonly code: string
  readonly name: string
}

const FUNCTIONAL: readonly Level[] = FUNCTIONAL_MEMBERS.map(member => ({
  dimension: 'functional',
  code: member,
  name: `${member}_name`,
}))
const ECONOMIC: readonly Level[] = ECONOMIC_MEMBERS.map(member => ({
  dimension: 'economic',
  code: member,
  name: `${member}_name`,
}))

/** The levels that a row of an answer is made of: one, or both classifications for lines. */
export function levelsOf(by: Dimension, level: number, kind: 'revenue' | 'expenditure'): Level[] {
  const at = (levels: readonly Level[], index: number) => levels[Math.min(index, 3) - 1] as Level
  switch (by) {
    case 'functional':
      // Revenue has no economic code: its lines are its paragraphs.
      return level === 4 && kind === 'expenditure'
        ? [at(FUNCTIONAL, 3), at(ECONOMIC, 3)]
        : [at(FUNCTIONAL, level)]
    case 'economic':
      return level === 4 ? [at(ECONOMIC, 3), at(FUNCTIONAL, 3)] : [at(ECONOMIC, level)]
    case 'section':
      return [{ dimension: 'section', code: 'section', name: 'section_name' }]
    case 'source':
      return [{ dimension: 'source', code: 'source', name: 'source_name' }]
  }
}

export const sliceOfCode = (dimension: Dimension, code: string | null): Partial<PinnedSlice> =>
  dimension === 'section'
    ? { section: code === null ? 'none' : (code as 'F' | 'D') }
    : { [dimension]: code ?? undefined }

/** Path of the cells behind a slice, pinned so that it shows the same for ever. */
export function tracePath(slice: PinnedSlice, page?: { offset: number; limit: number }): string {
  const parameters = new URLSearchParams({
    at: slice.at,
    kind: slice.kind,
    mode: slice.mode,
    reportType: slice.reportType,
  })
  for (const name of ['functional', 'economic', 'source', 'section'] as const) {
    const value = slice[name]
    if (value) parameters.set(name, value)
  }
  parameters.set('asOf', String(slice.asOf))
  if (page) {
    parameters.set('offset', String(page.offset))
    parameters.set('limit', String(page.limit))
  }
  return `/api/public/trace/${slice.cui}?${parameters}`
}
