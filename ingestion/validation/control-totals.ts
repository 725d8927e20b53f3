import { formatBani, type Issue, makeIssue } from '../../domain/index.ts'
import type { SheetStatement } from '../forexebug/read-sheet.ts'
import type { LineFindings } from './line-findings.ts'

/**
 * The file's own totals must be the sums of its lines, to the ban: a file that does not add up is not published. A total
 * may be absent, with a warning, only where there is nothing to add up.
 */
export function controlTotals(reading: SheetStatement, { sums, counts }: LineFindings): Issue[] {
  return (['revenue', 'expenditure'] as const).flatMap(kind => {
    const control = reading.controlTotals[kind]
    if (control === 'unreadable') return []
    if (control === null) {
      const hasLines = reading.unreadable[kind] > 0 || counts[kind] > 0
      return makeIssue(
        'control_total_missing',
        { sheet: reading.sheet, cell: null, value: null },
        { kind },
        hasLines ? 'error' : 'warning',
      )
    }
    if (sums[kind] === control.amount) return []
    const unreadable = reading.unreadable[kind]
    return makeIssue(
      'control_total_differs',
      { sheet: control.sheet, cell: control.cell, value: formatBani(control.amount) },
      {
        kind,
        sum: formatBani(sums[kind]),
        control: formatBani(control.amount),
        difference: formatBani(sums[kind] - control.amount),
        unreadable: unreadable > 0 ? String(unreadable) : '',
      },
    )
  })
}
