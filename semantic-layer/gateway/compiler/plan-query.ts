import type { MetaConfig } from '../catalogue.ts'
import { groupsKey } from '../catalogue.ts'
import type { CompiledModel } from './compile-model.ts'
import {
  type Compilers,
  type CubeFilterNode,
  type EvaluatedCube,
  type NormalizedQuery,
  normalizeQuery,
  prepareAnnotation,
} from './cube-parts.ts'
import type { MembersAndJoins } from './guarded-compiler.ts'
import { splitPolicies } from './joined-guards.ts'
import type { PlanReply, PlanRequest } from './protocol.ts'
import { COUNTING, rollUp, statementOf } from './roll-up.ts'

/** Plans one query that has passed the gate: row policies first, then what pins and picks reports, then the SQL. */
export async function planQuery(model: CompiledModel, request: PlanRequest): Promise<PlanReply> {
  const { compiler, compilers, description } = model
  const securityContext = { groups: request.reader.groups, cuis: request.reader.cuis }
  try {
    const normalized = normalizeQuery(structuredClone(request.query), false)
    const given = normalized.filters.length
    const guarded = structuredClone(normalized)
    // Cube writes a hash into the context that it is given, so each step gets its own.
    const { query, denied } = await compiler.applyRowLevelSecurity(
      guarded,
      { ...normalized, contextSymbols: { securityContext } },
      { securityContext: { ...securityContext } },
    )
    if (denied || query.filters.slice(given).some(isEmpty)) return { kind: 'denied' }
    const members = await compiler.membersAndJoins({ ...query, contextSymbols: { securityContext } })
    const { outer, joined: guards } = splitPolicies(query.filters.slice(given), members.joined)
    const adapted = {
      ...query,
      filters: [...query.filters.slice(0, given), ...outer],
      segments: [...(query.segments ?? []), ...lastReportSegments(members, compilers, request)],
      rowLimit: query.limit,
      order: orderOf(query),
      contextSymbols: {
        securityContext,
        reading: { pushed: pins(members.names, compilers, request), guards },
      },
    }
    const planned = await compiler.build(adapted, generator => ({
      statement: statementOf(generator),
      aliases: { ...generator.aliasNameToMember },
      order: (generator.order ?? []).map(({ id, desc }) => ({ id, desc })),
      timeDimensionAlias: generator.timeDimensions[0]?.unescapedAliasName() ?? null,
      timeDimensionField: generator.timeDimensions[0]?.dimension ?? null,
      transformed: request.explain ? plain(generator.preAggregations.canUseTransformedQuery() ?? null) : null,
    }))
    const rolled = await rollUp(model, adapted, members, request)
    const counting = { ...adapted, ...COUNTING }
    const total = request.query.total === true ? await compiler.build(counting, statementOf) : null
    const meta = description.byGroups.get(groupsKey(request.reader.groups)) ?? []
    const annotation = plain(prepareAnnotation(wrapped(meta), normalized))
    return { kind: 'planned', plan: { ...planned, total, rolled, annotation } }
  } catch (error) {
    if (error instanceof Error && error.constructor.name === 'UserError')
      return { kind: 'wrong', message: error.message }
    throw error
  }
}

const wrapped = (meta: readonly MetaConfig[]): { config: MetaConfig }[] => meta.map(config => ({ config }))

/** A row policy whose values came out empty would read as "no condition": it denies. */
function isEmpty(filter: CubeFilterNode): boolean {
  const parts = filter.or ?? filter.and
  if (parts) return parts.length === 0 || parts.some(isEmpty)
  const { values, operator } = filter
  if (operator === 'set' || operator === 'notSet') return false
  return (
    !Array.isArray(values) ||
    values.length === 0 ||
    values.some(value => typeof value !== 'string' || value === '')
  )
}

/** Every cube that can be pinned is; those that know last reports are told which. These members are in no view. */
function pins(names: readonly string[], compilers: Compilers, { pin, last }: PlanRequest): CubeFilterNode[] {
  return cubesOf(names, compilers).flatMap(({ name, dimensions }) => [
    ...(Object.hasOwn(dimensions, 'pin')
      ? [{ member: `${name}.pin`, operator: 'equals', values: [pin] }]
      : []),
    ...(last && last.bucket !== null && Object.hasOwn(dimensions, 'bucket')
      ? [{ member: `${name}.bucket`, operator: 'equals', values: [...last.bucket] }]
      : []),
  ])
}

/** Only where the query starts from: among joined rows a condition would throw out what has no report. */
function lastReportSegments(
  { root }: MembersAndJoins,
  { cubeEvaluator }: Compilers,
  { last }: PlanRequest,
): string[] {
  if (!last?.only || root === null) return []
  return Object.hasOwn(cubeEvaluator.cubeFromPath(root).segments, 'last_reports')
    ? [`${root}.last_reports`]
    : []
}

const cubesOf = (names: readonly string[], { cubeEvaluator }: Compilers): EvaluatedCube[] =>
  [...new Set(names.map(member => member.split('.', 1)[0] ?? ''))]
    .map(name => cubeEvaluator.cubeFromPath(name))
    .filter(cube => !cube.isView)

function orderOf({ order }: NormalizedQuery): { id: string; desc: boolean }[] | undefined {
  if (!Array.isArray(order)) return undefined
  return order.map(([id, direction]: [string, string]) => ({ id, desc: direction === 'desc' }))
}

const plain = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T))
