import type { Names } from '../language.ts'
import type { OrganisationKind } from '../organisation-kind.ts'
import type { Deadline } from './deadline.ts'
import type { ValueType } from './expression/syntax.ts'
import type { PeriodCode, Periodicity } from './period.ts'
import type { ValidationRule } from './validation-rule.ts'

export const FIELD_ROLES = ['dimension', 'measure', 'note'] as const
/** A dimension says what a row is about; the measures are its values; a note explains and is never counted. */
export type FieldRole = (typeof FIELD_ROLES)[number]

export const ADDITIVITIES = ['additive', 'semi_additive', 'non_additive'] as const
/** Whether values add up; over everything, over everything but time (stocks, cumulative amounts), or not at all (rates). */
export type Additivity = (typeof ADDITIVITIES)[number]

export const FIELD_UNITS = [
  'lei',
  'thousand_lei',
  'persons',
  'posts',
  'pieces',
  'days',
  'percent',
  'square_metres',
  'none',
] as const
export type FieldUnit = (typeof FIELD_UNITS)[number]

/** Lists of the county that every type may name; lists of its own stand in the definition. */
export const COUNTY_LISTS = ['functional', 'economic', 'source', 'section', 'uat', 'organisation'] as const

export interface ReportField {
  /** As the warehouse, rules and files name it: a-z, 0-9 and _. */
  readonly name: string
  readonly titles: Names
  readonly help: Names
  /** Other headers under which institutions send it. */
  readonly synonyms: readonly string[]
  readonly type: ValueType
  readonly role: FieldRole
  readonly required: boolean
  /** Whether it tells something of a person: it never leaves the transactional store. */
  readonly personal: boolean
  /** Digits after the decimal mark, of a number. */
  readonly decimals: number
  readonly unit: FieldUnit
  readonly additivity: Additivity
  /** As decimal strings; null: no limit. */
  readonly minimum: string | null
  readonly maximum: string | null
  /** Longest text. */
  readonly maxLength: number | null
  /** The list whose codes a dimension takes; null: any. */
  readonly codeList: string | null
  /** Children of the list have to add up to their parent, where both are given. */
  readonly sumToParent: boolean
  /** Whether a measure is broken down by this dimension within a row's subject (by sex, by age). */
  readonly disaggregates: boolean
}

export interface CodeEntry {
  readonly code: string
  readonly names: Names
  readonly parent: string | null
  /** A part that its parent names beside others ("din care"): it is not added again. */
  readonly ofWhich: boolean
}

export interface CodeList {
  readonly name: string
  readonly entries: readonly CodeEntry[]
}

/** Who has to report: whoever one of these fits. All empty: nobody. */
export interface Reporters {
  readonly kinds: readonly OrganisationKind[]
  /** All below this organisation in the hierarchy, by id. */
  readonly below: string | null
  /** All in the territory with this SIRUTA code. */
  readonly territory: string | null
  readonly organisations: readonly string[]
}

/** A sum that the file itself states, and what it has to equal. */
export interface StatedTotal {
  readonly measure: string
  /** How the row is known in a file: the text of its first cell. */
  readonly label: string
}

/** A version of a report type, all of it: once published it never changes. */
export interface ReportDefinition {
  readonly names: Names
  readonly help: Names
  /** The law, decision or protocol that asks for the report. */
  readonly legalBasis: string
  readonly periodicity: Periodicity
  readonly reporters: Reporters
  readonly due: Deadline
  /** After this day only who has an exception may still change it. */
  readonly lock: Deadline
  readonly fields: readonly ReportField[]
  readonly codeLists: readonly CodeList[]
  readonly rules: readonly ValidationRule[]
  readonly totals: readonly StatedTotal[]
  /** 0: confirmed by who sends it; 1: approved by the institution; 2: accepted by the county after that. */
  readonly approvalLevels: 0 | 1 | 2
  readonly visibility: 'internal' | 'public'
  /** Counts of persons below this are not shown; null: the report counts no persons. */
  readonly smallCells: number | null
  /** The first period that this version applies to. */
  readonly appliesFrom: PeriodCode
  /** Where a field was in the version before, under another name; a field that is not named keeps its own. */
  readonly renamed: Readonly<Record<string, string>>
}
