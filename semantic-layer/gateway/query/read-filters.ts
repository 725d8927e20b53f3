import type { Catalogue, Member, MemberKind } from '../catalogue.ts'
import { printable } from '../catalogue.ts'
import { badFormat, wrong } from '../gateway-error.ts'
import type { Reader } from '../security-context.ts'
import { type CanonicalFilter, leavesOf } from './canonical-query.ts'
import { readDateRange, readInstant, startText } from './dates.ts'

const MAX_DEPTH = 5
const MAX_FILTERS = 100
const MAX_VALUES = 1000
const MAX_TEXT = 1000

const OPERATORS: Record<'string' | 'number' | 'boolean' | 'time' | 'measure', readonly string[]> = {
  string: [
    ...['equals', 'notEquals', 'in', 'notIn', 'set', 'notSet'],
    ...['contains', 'notContains', 'startsWith', 'notStartsWith', 'endsWith', 'notEndsWith'],
  ],
  number: ['equals', 'notEquals', 'in', 'notIn', 'gt', 'gte', 'lt', 'lte', 'set', 'notSet'],
  boolean: ['equals', 'notEquals', 'set', 'notSet'],
  time: [
    ...['equals', 'notEquals', 'set', 'notSet', 'inDateRange', 'notInDateRange', 'onTheDate'],
    ...['beforeDate', 'beforeOrOnDate', 'afterDate', 'afterOrOnDate'],
  ],
  measure: ['equals', 'notEquals', 'gt', 'gte', 'lt', 'lte', 'set', 'notSet', 'measureFilter'],
}
const EVERY_OPERATOR = new Set(Object.values(OPERATORS).flat())
const NULLABLE = new Set(['equals', 'notEquals'])
const WITHOUT_VALUES = new Set(['set', 'notSet', 'measureFilter'])
const INTEGER = /^-?\d{1,18}$/
const DECIMAL = /^-?\d{1,18}(\.\d{1,6})?$/

export interface FilterScope {
  readonly catalogue: Catalogue
  readonly reader: Reader
  readonly zone: string
  readonly now: () => number
  /** Called with every member that a filter names. */
  readonly use: (member: Member) => void
}

/** Reads Cube's filters: nested `and`/`or` of `{member, operator, values}`. Top-level `and`s are dissolved. */
export function readFilters(value: unknown, scope: FilterScope): CanonicalFilter[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badFormat('"filters" must be an array')
  const budget = { left: MAX_FILTERS }
  const read = value.map((each, index) => readFilter(each, `filters[${index}]`, 1, budget, scope))
  const filters = read.flatMap(function dissolve(filter): CanonicalFilter[] {
    return 'and' in filter ? filter.and.flatMap(dissolve) : [filter]
  })
  for (const filter of filters) checkGroup(filter, scope)
  return filters
}

function readFilter(
  value: unknown,
  path: string,
  depth: number,
  budget: { left: number },
  scope: FilterScope,
): CanonicalFilter {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badFormat(`"${path}" must be an object`)
  if (depth > MAX_DEPTH) throw badFormat(`"${path}" is nested more than ${MAX_DEPTH} deep`)
  budget.left -= 1
  if (budget.left < 0) throw badFormat(`"filters" must contain at most ${MAX_FILTERS} conditions`)
  const entries = new Map<string, unknown>(Object.entries(value))
  for (const operator of ['or', 'and'] as const) {
    if (!entries.has(operator)) continue
    const parts = entries.get(operator)
    if (entries.size > 1) throw badFormat(`"${path}" must hold "${operator}" alone`)
    if (!Array.isArray(parts) || parts.length === 0)
      throw badFormat(`"${path}.${operator}" must be an array of filters`)
    const read = parts.map((each, index) =>
      readFilter(each, `${path}.${operator}[${index}]`, depth + 1, budget, scope),
    )
    return operator === 'or' ? { or: read } : { and: read }
  }
  return readLeaf(entries, path, scope)
}

function readLeaf(entries: ReadonlyMap<string, unknown>, path: string, scope: FilterScope): CanonicalFilter {
  for (const key of entries.keys())
    if (!['member', 'dimension', 'operator', 'values'].includes(key))
      throw badFormat(`"${path}.${printable(key)}" is not allowed`)
  if (entries.has('member') === entries.has('dimension'))
    throw badFormat(`"${path}" must contain exactly one of [dimension, member]`)
  const kinds: MemberKind[] = ['measure', 'dimension']
  const member = scope.catalogue.find(entries.get('member') ?? entries.get('dimension'), kinds, scope.reader)
  const operator = entries.get('operator')
  if (typeof operator !== 'string' || !EVERY_OPERATOR.has(operator))
    throw badFormat(`"${path}.operator" must be one of [${[...EVERY_OPERATOR].join(', ')}]`)
  const permitted = OPERATORS[member.kind === 'measure' ? 'measure' : member.type]
  if (!permitted.includes(operator))
    throw badFormat(
      `"${path}.operator" ${operator} does not apply to '${member.name}'; use one of [${permitted.join(', ')}]`,
    )
  scope.use(member)
  if (WITHOUT_VALUES.has(operator)) return { member: member.name, operator, values: null }
  return {
    member: member.name,
    operator,
    values: readValues(entries.get('values'), member, operator, path, scope),
  }
}

function readValues(
  given: unknown,
  member: Member,
  operator: string,
  path: string,
  scope: FilterScope,
): (string | null)[] {
  if (given === undefined || (Array.isArray(given) && given.length === 0))
    throw wrong(
      `Values required for filter: ${JSON.stringify({ member: member.name, operator, values: given })}`,
    )
  if (!Array.isArray(given)) throw badFormat(`"${path}.values" must be an array`)
  if (given.length > MAX_VALUES) throw badFormat(`"${path}.values" must contain at most ${MAX_VALUES} values`)
  if (member.type === 'time' && member.kind === 'dimension') return readDates(given, operator, path, scope)
  const values = given.map((value, index) => readValue(value, member, operator, `${path}.values[${index}]`))
  const distinct = [...new Set(values)]
  const single = ['gt', 'gte', 'lt', 'lte'].includes(operator)
  if (single && distinct.length > 1)
    throw badFormat(`"${path}.values" must contain one value for ${operator}`)
  return distinct
}

function readValue(value: unknown, member: Member, operator: string, path: string): string | null {
  if (value === null && NULLABLE.has(operator)) return null
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw badFormat(`"${path}" must be one of [string, number, boolean]`)
  const text = String(value)
  if (text.length > MAX_TEXT) throw badFormat(`"${path}" length must be at most ${MAX_TEXT} characters`)
  // Postgres and DuckDB end a text at a zero byte; lone surrogates are not text at all.
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) throw badFormat(`"${path}" must be valid text`)
  const fits =
    member.kind === 'measure'
      ? DECIMAL.test(text)
      : member.type === 'number'
        ? INTEGER.test(text)
        : member.type === 'boolean'
          ? text === 'true' || text === 'false'
          : true
  if (!fits) {
    const wanted =
      member.kind === 'measure'
        ? 'a decimal number'
        : member.type === 'number'
          ? 'an integer'
          : 'true or false'
    throw badFormat(`"${path}" must be ${wanted} for '${member.name}', got "${printable(text)}"`)
  }
  return text
}

function readDates(
  given: readonly unknown[],
  operator: string,
  path: string,
  scope: FilterScope,
): (string | null)[] {
  const { zone, now } = scope
  if (operator === 'equals' || operator === 'notEquals')
    return [...new Set(given.map(value => (value === null ? null : startText(readInstant(value, zone)))))]
  if (operator === 'inDateRange' || operator === 'notInDateRange')
    return [...readDateRange(given.length === 1 ? given[0] : given, zone, now)]
  if (given.length !== 1) throw badFormat(`"${path}.values" must contain one date for ${operator}`)
  const range = readDateRange(given[0], zone, now)
  if (operator === 'onTheDate') return [...range]
  return [operator === 'beforeDate' || operator === 'afterOrOnDate' ? range[0] : range[1]]
}

function checkGroup(filter: CanonicalFilter, { catalogue, reader }: FilterScope): void {
  const kinds = new Set<MemberKind>()
  for (const leaf of leavesOf([filter])) {
    kinds.add(catalogue.find(leaf.member, ['measure', 'dimension'], reader).kind)
    if (leaf.operator === 'measureFilter' && !('member' in filter))
      throw wrong('measureFilter must stand alone, not within or')
  }
  if (kinds.size > 1)
    throw wrong(
      `You cannot use dimension and measure in same condition: ${JSON.stringify(filter).slice(0, 2000)}`,
    )
}
