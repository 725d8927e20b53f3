import {
  type BudgetKind,
  type BudgetSection,
  type PreviousLine,
  parseBani,
  type StagedReport,
} from '../../domain/index.ts'
import type { Engine } from '../engine/engine.ts'
import { validReportBefore } from './read-publications.ts'
import { stagedLines } from './staged-lines.ts'

/** A line of the report before that is smaller now, or gone. */
export interface FallenLine {
  readonly before: PreviousLine
  readonly now: { readonly amount: bigint; readonly cell: string; readonly rawValue: string } | null
}

export interface StagedComparison {
  readonly periodEnd: string
  readonly sheet: string
  readonly fallen: readonly FallenLine[]
}

/** More would not be shown. */
const MOST = 20_001

/**
 * The lines of the valid report before, of the same year, that fall or disappear in the staged ones, in the database: both
 * may be too many to be held.
 */
export async function compareStaged(engine: Engine, report: StagedReport): Promise<StagedComparison | null> {
  const previous = await validReportBefore(engine, report.cui, report.type, report.periodEnd, true)
  if (!previous) return null
  const fallen: FallenLine[] = []
  const found = engine.stream(
    `select p.kind, p.functional, p.economic, p.source, p.section, cast(p.amount as varchar),
       cast(s.amount as varchar), s.cell, s.raw_value
     from facts.execution p
     left join (${stagedLines(report.lines)}) s
       on s.kind = p.kind and s.functional = p.functional and s.source = p.source
       and coalesce(s.economic, '') = coalesce(p.economic, '') and coalesce(s.section, '') = coalesce(p.section, '')
     where p.publication = cast(? as bigint) and (s.kind is null and p.amount <> 0 or s.amount < p.amount)
       and not (p.kind = 'revenue' and starts_with(p.functional, '3703'))
       and not (p.kind = 'expenditure' and starts_with(coalesce(p.economic, ''), '8501'))
     order by s.kind is null desc, s.row_number, p.line_id limit ${MOST}`,
    [previous.publication],
  )
  for await (const rows of found)
    for (const [kind, functional, economic, source, section, amount, current, cell, rawValue] of rows) {
      const before = parseBani(amount ?? '')
      const now = current === null || current === undefined ? null : parseBani(current)
      if (before === null) throw new Error(`publication ${previous.publication} has the amount ${amount}`)
      fallen.push({
        before: {
          kind: kind as BudgetKind,
          functional: functional ?? '',
          economic: economic ?? null,
          source: source ?? '',
          section: (section ?? null) as BudgetSection | null,
          amount: before,
        },
        now: now === null ? null : { amount: now, cell: cell ?? '', rawValue: rawValue ?? '' },
      })
    }
  return { periodEnd: previous.periodEnd, sheet: report.lines.sheet, fallen }
}
