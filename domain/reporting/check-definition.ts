import { isDay } from '../calendar/day.ts'
import { LANGUAGES, type Names } from '../language.ts'
import type { Scope } from './expression/check.ts'
import { parseFixed } from './expression/number.ts'
import { isReservedWord } from './expression/parse.ts'
import type { ValueType } from './expression/syntax.ts'
import { parsePeriod } from './period.ts'
import { COUNTY_LISTS, type CodeList, type ReportDefinition, type ReportField } from './report-definition.ts'
import { prepareRule, type RuleMistake } from './validation-rule.ts'

export const DEFINITION_FAULTS = [
  'name_missing',
  'legal_basis_missing',
  'no_reporters',
  'lock_before_due',
  'no_measure',
  'no_dimension',
  'field_name_invalid',
  'field_name_twice',
  'title_twice',
  'title_missing',
  'measure_not_number',
  'decimals_invalid',
  'limit_not_number',
  'limits_crossed',
  'list_unknown',
  'list_twice',
  'list_on_measure',
  'sum_without_parents',
  'code_twice',
  'code_parent_unknown',
  'code_parent_circle',
  'rule_code_invalid',
  'rule_code_twice',
  'rule_message_missing',
  'rule_expression',
  'total_not_measure',
  'persons_without_threshold',
  'threshold_invalid',
  'personal_dimension',
  'period_invalid',
  'renamed_unknown',
] as const
export type DefinitionFault = (typeof DEFINITION_FAULTS)[number]

/** What keeps a definition from being published, and which part of it: "fields/2/name". */
export interface DefinitionMistake {
  readonly path: string
  readonly code: DefinitionFault
  readonly given: string
  /** Of a rule whose expression is wrong. */
  readonly rule: RuleMistake | null
}

const IDENTIFIER = /^[a-z][a-z0-9_]{0,62}$/

type Note = (path: string, code: DefinitionFault, given?: string, rule?: RuleMistake) => void

/** What rules of a definition may name. `others`: fields of the other types. */
export const scopeOf = (
  fields: readonly ReportField[],
  others: ReadonlyMap<string, ReadonlyMap<string, ValueType>>,
): Scope => ({ fields: new Map(fields.map(({ name, type }) => [name, type])), reports: others, hasRow: true })

/** Everything that is wrong with a definition at once; empty: it can be published. */
export function checkDefinition(
  definition: ReportDefinition,
  others: ReadonlyMap<string, ReadonlyMap<string, ValueType>>,
): DefinitionMistake[] {
  const mistakes: DefinitionMistake[] = []
  const note: Note = (path, code, given = '', rule) => {
    mistakes.push({ path, code, given, rule: rule ?? null })
  }
  checkWhole(definition, note)
  checkFields(definition, note)
  checkLists(definition.codeLists, note)
  checkRules(definition, others, note)
  return mistakes
}

const isNamed = (names: Names): boolean => LANGUAGES.every(language => names[language].trim() !== '')

function checkWhole(definition: ReportDefinition, note: Note): void {
  const { reporters, due, lock, appliesFrom, periodicity, smallCells, fields } = definition
  if (!isNamed(definition.names)) note('names', 'name_missing')
  if (definition.legalBasis.trim() === '') note('legalBasis', 'legal_basis_missing')
  const { kinds, below, territory, organisations } = reporters
  if (kinds.length === 0 && below === null && territory === null && organisations.length === 0)
    note('reporters', 'no_reporters')
  if (due.unit === lock.unit && lock.count < due.count) note('lock', 'lock_before_due', String(lock.count))
  if (periodicity === 'event' ? !isDay(appliesFrom) : parsePeriod(periodicity, appliesFrom) === null)
    note('appliesFrom', 'period_invalid', appliesFrom)
  const countsPersons = fields.some(({ role, unit }) => role === 'measure' && unit === 'persons')
  if (countsPersons && smallCells === null) note('smallCells', 'persons_without_threshold')
  if (smallCells !== null && (!Number.isInteger(smallCells) || smallCells < 2))
    note('smallCells', 'threshold_invalid', String(smallCells))
}

function checkFields({ fields, codeLists, totals, renamed }: ReportDefinition, note: Note): void {
  if (!fields.some(({ role }) => role === 'measure')) note('fields', 'no_measure')
  if (!fields.some(({ role }) => role === 'dimension')) note('fields', 'no_dimension')
  const names = new Set<string>()
  const titles = new Set<string>()
  fields.forEach((field, index) => {
    const path = `fields/${index}`
    if (!IDENTIFIER.test(field.name) || isReservedWord(field.name))
      note(`${path}/name`, 'field_name_invalid', field.name)
    if (names.has(field.name)) note(`${path}/name`, 'field_name_twice', field.name)
    names.add(field.name)
    if (!isNamed(field.titles)) note(`${path}/titles`, 'title_missing', field.name)
    const title = field.titles.ro.trim().toLowerCase()
    if (title !== '' && titles.has(title)) note(`${path}/titles`, 'title_twice', field.titles.ro)
    titles.add(title)
    checkField(field, path, codeLists, note)
  })
  totals.forEach(({ measure }, index) => {
    if (fields.find(({ name }) => name === measure)?.role !== 'measure')
      note(`totals/${index}`, 'total_not_measure', measure)
  })
  for (const name of Object.keys(renamed)) if (!names.has(name)) note('renamed', 'renamed_unknown', name)
}

function checkField(field: ReportField, path: string, codeLists: readonly CodeList[], note: Note): void {
  const { role, type, decimals, codeList, personal, sumToParent } = field
  if (role === 'measure' && type !== 'number') note(`${path}/type`, 'measure_not_number', field.name)
  if (role === 'measure' && codeList !== null) note(`${path}/codeList`, 'list_on_measure', codeList)
  // A dimension is shown wherever its measures are.
  if (role === 'dimension' && personal) note(`${path}/personal`, 'personal_dimension', field.name)
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6)
    note(`${path}/decimals`, 'decimals_invalid', String(decimals))
  const limits = [field.minimum, field.maximum].map(text => (text === null ? null : parseFixed(text)))
  ;[field.minimum, field.maximum].forEach((text, index) => {
    if (text !== null && limits[index] === null)
      note(`${path}/${index === 0 ? 'minimum' : 'maximum'}`, 'limit_not_number', text)
  })
  const [least, most] = limits
  if (typeof least === 'bigint' && typeof most === 'bigint' && least > most)
    note(`${path}/maximum`, 'limits_crossed', field.maximum ?? '')
  const own = codeLists.find(({ name }) => name === codeList)
  if (codeList !== null && !own && !(COUNTY_LISTS as readonly string[]).includes(codeList))
    note(`${path}/codeList`, 'list_unknown', codeList)
  if (
    sumToParent &&
    (role !== 'dimension' || codeList === null || (own && !own.entries.some(({ parent }) => parent !== null)))
  )
    note(`${path}/sumToParent`, 'sum_without_parents', field.name)
}

function checkLists(lists: readonly CodeList[], note: Note): void {
  const names = new Set<string>(COUNTY_LISTS)
  lists.forEach(({ name, entries }, index) => {
    if (names.has(name)) note(`codeLists/${index}/name`, 'list_twice', name)
    names.add(name)
    const parents = new Map<string, string | null>()
    entries.forEach(({ code, parent }, at) => {
      if (parents.has(code)) note(`codeLists/${index}/entries/${at}/code`, 'code_twice', code)
      parents.set(code, parent)
    })
    entries.forEach(({ code, parent }, at) => {
      const path = `codeLists/${index}/entries/${at}/parent`
      if (parent !== null && !parents.has(parent)) note(path, 'code_parent_unknown', parent)
      else if (isInCircle(code, parents)) note(path, 'code_parent_circle', code)
    })
  })
}

function isInCircle(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  let above = parents.get(code) ?? null
  for (let steps = 0; above !== null && steps <= parents.size; steps++) {
    if (above === code) return true
    above = parents.get(above) ?? null
  }
  return false
}

function checkRules(
  { rules, fields }: ReportDefinition,
  others: ReadonlyMap<string, ReadonlyMap<string, ValueType>>,
  note: Note,
): void {
  const scope = scopeOf(fields, others)
  const codes = new Set<string>()
  rules.forEach((rule, index) => {
    const path = `rules/${index}`
    if (!IDENTIFIER.test(rule.code)) note(`${path}/code`, 'rule_code_invalid', rule.code)
    if (codes.has(rule.code)) note(`${path}/code`, 'rule_code_twice', rule.code)
    codes.add(rule.code)
    if (!isNamed(rule.message)) note(`${path}/message`, 'rule_message_missing', rule.code)
    const prepared = prepareRule(rule, scope)
    if (!prepared.ok)
      for (const mistake of prepared.mistakes)
        note(`${path}/${mistake.part}`, 'rule_expression', mistake.given, mistake)
  })
}
