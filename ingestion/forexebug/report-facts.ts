import {
  type Cui,
  type ExecutionReportType,
  type Issue,
  type IssuePlace,
  makeIssue,
  parseCui,
} from '../../domain/index.ts'
import { type FileNameFacts, parseReportType } from './file-name.ts'
import { placeOf } from './line-cells.ts'
import type { SheetStatement } from './read-sheet.ts'
import { isMonthEnd, parseLeadingDate } from './report-date.ts'

/** What the report says about itself; null what it does not say, or says wrongly. */
export interface ReportFacts {
  readonly type: ExecutionReportType | null
  readonly periodEnd: string | null
  readonly sector: string | null
  readonly cui: Cui | null
  readonly entityName: string
}

/** The Treasury's system of reports began in 2014. */
const FIRST_YEAR = 2014

interface Judged<Value> {
  readonly value: Value | null
  readonly issues: readonly Issue[]
}
const found = <Value>(value: Value, ...issues: Issue[]): Judged<Value> => ({ value, issues })
const absent = (issue: Issue): Judged<never> => ({ value: null, issues: [issue] })

/** Takes the facts of a sheet, compared with those of the file's name. The sheet counts; the name fills in type and sector. */
export function judgeFacts(
  reading: SheetStatement,
  named: FileNameFacts,
): { facts: ReportFacts; issues: Issue[] } {
  const type = judgeType(reading, named)
  const date = judgeDate(reading, named)
  const sector = judgeSector(reading, named)
  const cui = judgeEntity(reading, named)
  return {
    facts: {
      type: type.value,
      periodEnd: date.value,
      sector: sector.value,
      cui: cui.value,
      entityName: reading.facts.get('name')?.text ?? '',
    },
    issues: [type, date, sector, cui].flatMap(judged => judged.issues),
  }
}

const inSheet = (reading: SheetStatement): IssuePlace => ({ sheet: reading.sheet, cell: null, value: null })

function judgeType(reading: SheetStatement, named: FileNameFacts): Judged<ExecutionReportType> {
  const fact = reading.facts.get('type')
  if (!fact)
    return named.type ? found(named.type) : absent(makeIssue('report_type_missing', inSheet(reading), {}))
  const place = { ...placeOf(fact.cell), value: fact.text }
  const type = parseReportType(fact.text)
  if (!type) return absent(makeIssue('report_type_unknown', place, { type: fact.text.toUpperCase() }))
  if (named.type === null || named.type === type) return found(type)
  return found(type, makeIssue('type_differs_from_file_name', place, { type, fileType: named.type }))
}

function judgeDate(reading: SheetStatement, named: FileNameFacts): Judged<string> {
  const fact = reading.facts.get('date')
  if (!fact) return absent(makeIssue('date_missing', inSheet(reading), {}))
  if (fact.text === '') return absent(makeIssue('date_missing', placeOf(fact.cell), {}))
  const date = parseLeadingDate(fact.text)
  const place = { ...placeOf(fact.cell), value: fact.text }
  if (!date) return absent(makeIssue('date_wrong', place, { reason: 'not_a_date' }))
  if (Number(date.slice(0, 4)) < FIRST_YEAR)
    return absent(makeIssue('date_wrong', place, { reason: 'too_old' }))
  if (!isMonthEnd(date))
    return { value: date, issues: [makeIssue('date_wrong', place, { reason: 'not_month_end' })] }
  if (named.periodEnd === null || named.periodEnd === date) return found(date)
  return found(date, makeIssue('date_differs_from_file_name', place, { date, fileDate: named.periodEnd }))
}

function judgeSector(reading: SheetStatement, named: FileNameFacts): Judged<string> {
  const fact = reading.facts.get('sector')
  if (!fact || fact.text === '') {
    if (named.sector) return found(named.sector)
    return absent(makeIssue('sector_missing', fact ? placeOf(fact.cell) : inSheet(reading), {}))
  }
  // A number cell loses the zero in front.
  const sector = fact.text.padStart(2, '0')
  if (named.sector === null || named.sector === sector) return found(sector)
  const place = { ...placeOf(fact.cell), value: fact.text }
  return found(
    sector,
    makeIssue('sector_differs_from_file_name', place, { sector, fileSector: named.sector }),
  )
}

function judgeEntity(reading: SheetStatement, named: FileNameFacts): Judged<Cui> {
  const fact = reading.facts.get('entity')
  if (!fact || fact.text === '')
    return absent(makeIssue('entity_missing', fact ? placeOf(fact.cell) : inSheet(reading), {}))
  const place = { ...placeOf(fact.cell), value: fact.text }
  const cui = parseCui(fact.text)
  if (!cui) return absent(makeIssue('entity_check_digit', place, { cui: fact.text }))
  if (named.entity === null || named.entity === cui) return found(cui)
  return found(cui, makeIssue('entity_differs_from_file_name', place, { cui, fileCui: named.entity }))
}
