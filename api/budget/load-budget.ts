import { displayEconomicCode, displayFunctionalCode, type Names, parseBani } from '../../domain/index.ts'
import type { SecurityContext } from '../../semantic-layer/index.ts'
import type { System } from '../instance/system.ts'
import { entitySummary } from './entities.ts'
import type { Pinned } from './pin-slice.ts'
import {
  type Dimension,
  type Level,
  levelsOf,
  type PinnedSlice,
  sliceOfCode,
  sliceQuery,
  tracePath,
  viewOf,
} from './slice.ts'

type Row = Record<string, string | null>

const NO_CODE: Names = { ro: 'Nespecificat', hu: 'Nincs megadva', en: 'Not specified' }

/** Revenue or expenditure of a slice by one classification, each row with the path of its cells. */
export async function loadBudget(
  system: System,
  pinned: Pinned,
  question: { by: Dimension; level: number },
  context: SecurityContext,
) {
  const { slice, period, organisation, periods } = pinned
  const levels = levelsOf(question.by, question.level, slice.kind)
  const view = viewOf(slice.mode)
  const [rows, total, deeper, path] = await Promise.all([
    loadRows(system, slice, levels, context),
    loadTotal(system, slice, context),
    countLines(system, slice, question, context),
    loadPath(system, slice, context),
  ])
  const wanted = rows
    .map(row => {
      const codes = levels.map(level => row[`${view}.${level.code}`] ?? null)
      const amount = row[`${view}.amount`] ?? '0.00'
      const own: PinnedSlice = Object.assign(
        { ...slice },
        ...levels.map((level, index) => sliceOfCode(level.dimension, codes[index] ?? null)),
      )
      return {
        code: codes.map(code => code ?? 'none').join('/'),
        display: levels
          .map((level, index) =>
            displayCode(level, codes[index] ?? null, row[`${view}.sector`] ?? '02', slice),
          )
          .join(' / '),
        names: joinNames(levels.map(level => namesOf(row, view, level))),
        amount,
        share: share(amount, total),
        trace: tracePath(own),
        children: (deeper.get(codes[0] ?? '') ?? 0) > 1,
      }
    })
    .sort((left, right) => compareAmounts(right.amount, left.amount) || (left.code < right.code ? -1 : 1))
  return {
    entity: entitySummary(organisation, periods),
    at: slice.at,
    asOf: slice.asOf,
    kind: slice.kind,
    mode: slice.mode,
    by: question.by,
    level: question.level,
    unit: 'RON' as const,
    total,
    totalTrace: tracePath(slice),
    rows: wanted,
    path,
    report: {
      reportType: period.reportType,
      version: period.version,
      publication: period.publication,
      publishedAt: period.publishedAt,
      submission: period.submissionId,
      fileName: period.fileName,
      sha256: period.sha256,
      monthsCovered: period.monthsCovered,
      current: slice.asOf === system.publication(),
    },
  }
}

async function loadRows(
  system: System,
  slice: PinnedSlice,
  levels: readonly Level[],
  context: SecurityContext,
): Promise<Row[]> {
  const view = viewOf(slice.mode)
  const dimensions = levels.flatMap(({ code, name }) => [code, `${name}_ro`, `${name}_hu`, `${name}_en`])
  const { data } = await system.gateway.load(
    {
      ...sliceQuery(slice),
      measures: [`${view}.amount`],
      dimensions: [...dimensions, 'sector'].map(member => `${view}.${member}`),
      limit: 50_000,
    },
    context,
    { asOf: slice.asOf },
  )
  return data
}

/** At its own grain, never re-summed from the rows shown. */
async function loadTotal(system: System, slice: PinnedSlice, context: SecurityContext): Promise<string> {
  const view = viewOf(slice.mode)
  const { data } = await system.gateway.load(
    { ...sliceQuery(slice), measures: [`${view}.amount`] },
    context,
    {
      asOf: slice.asOf,
    },
  )
  return data[0]?.[`${view}.amount`] ?? '0.00'
}

/** How many lines stand below each code: more than one makes it worth opening. */
async function countLines(
  system: System,
  slice: PinnedSlice,
  question: { by: Dimension; level: number },
  context: SecurityContext,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const [level] = levelsOf(question.by, question.level, slice.kind)
  const lines = levelsOf(question.by, 4, slice.kind)
  if (!level || question.level >= 4 || (question.by !== 'functional' && question.by !== 'economic'))
    return counts
  const view = viewOf(slice.mode)
  const members = [...new Set([level.code, ...lines.map(({ code }) => code)])].map(
    member => `${view}.${member}`,
  )
  const { data } = await system.gateway.load(
    { ...sliceQuery(slice), measures: [`${view}.amount`], dimensions: members, limit: 50_000 },
    context,
    { asOf: slice.asOf },
  )
  for (const row of data) {
    const code = row[`${view}.${level.code}`] ?? ''
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}

/** The breadcrumb: every level above the slice's own codes, with names. */
async function loadPath(system: System, slice: PinnedSlice, context: SecurityContext) {
  const steps: { dimension: Dimension; code: string; level: Level }[] = []
  for (const dimension of ['functional', 'economic'] as const) {
    const code = slice[dimension]
    if (!code) continue
    for (let length = 2; length <= code.length; length += 2) {
      const [level] = levelsOf(dimension, length / 2, slice.kind)
      if (level) steps.push({ dimension, code: code.slice(0, length), level })
    }
  }
  for (const dimension of ['source', 'section'] as const) {
    const code = slice[dimension]
    const [level] = levelsOf(dimension, 1, slice.kind)
    if (code && level) steps.push({ dimension, code, level })
  }
  if (steps.length === 0) return []
  const view = viewOf(slice.mode)
  const [row] = await loadRows(
    system,
    slice,
    steps.map(step => step.level),
    context,
  )
  return steps.map(({ dimension, code, level }) => ({
    dimension,
    code,
    display: displayCode(level, code === 'none' ? null : code, row?.[`${view}.sector`] ?? '02', slice),
    names: row ? namesOf(row, view, level) : { ro: code, hu: code, en: code },
  }))
}

function namesOf(row: Row, view: string, level: Level): Names {
  const code = row[`${view}.${level.code}`] ?? null
  if (code === null) return NO_CODE
  const name = (language: string) => row[`${view}.${level.name}_${language}`] ?? code
  return { ro: name('ro'), hu: name('hu'), en: name('en') }
}

const joinNames = (parts: readonly Names[]): Names => {
  const join = (language: keyof Names) => parts.map(part => part[language]).join(' · ')
  return { ro: join('ro'), hu: join('hu'), en: join('en') }
}

function displayCode(level: Level, code: string | null, sector: string, slice: PinnedSlice): string {
  if (code === null) return '—'
  if (level.dimension === 'functional')
    return displayFunctionalCode(code, slice.source ? { sector, source: slice.source } : null)
  if (level.dimension === 'economic') return displayEconomicCode(code)
  return code
}

export function compareAmounts(left: string, right: string): number {
  const difference = (parseBani(left) ?? 0n) - (parseBani(right) ?? 0n)
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

/** Part of the total to six decimals; null when there is nothing to be part of. */
function share(amount: string, total: string): number | null {
  const whole = parseBani(total)
  const part = parseBani(amount)
  if (!whole || part === null) return null
  return Number((part * 1_000_000n) / whole) / 1_000_000
}
