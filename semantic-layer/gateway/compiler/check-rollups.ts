import {
  type Compilers,
  type EvaluatedCube,
  type EvaluatedMeasure,
  membersOf,
  type PreAggregationReferences,
} from './cube-parts.ts'
import { type DeclaredRollup, declaredRollups } from './describe-rollups.ts'
import type { ModelFile } from './read-model.ts'

/** What adds up from the rows of a rollup as it does from facts. */
const ADDITIVE = new Map<string, string>([
  ['sum', 'additive'],
  ['count', 'additive'],
  ['min', 'min'],
  ['max', 'max'],
])

/** A rollup is refused where its rows could not answer exactly as facts do, for every reader, range and state. Cube itself
 * takes most of these and answers wrongly, or with what a reader may not see. */
export function checkRollups(files: readonly ModelFile[], compilers: Compilers): string[] {
  return declaredRollups(compilers).flatMap(declared => {
    const cube = compilers.cubeEvaluator.cubeFromPath(declared.cube)
    const { preAggregation, name } = declared
    const findings =
      preAggregation.type === 'rollup'
        ? [
            ...checkState(cube, files),
            ...checkReferences(
              cube,
              declared,
              compilers.cubeEvaluator.evaluatePreAggregationReferences(declared.cube, preAggregation),
            ),
          ]
        : [`is of type ${preAggregation.type}; only rollup is built here`]
    return findings.map(finding => `${declared.cube}.${name}: ${finding}`)
  })
}

/** The rows that it is built from must be the rows of what is valid now, and nothing else must decide about them. */
function checkState(cube: EvaluatedCube, files: readonly ModelFile[]): string[] {
  const findings: string[] = []
  if (!Object.hasOwn(cube.dimensions, 'pin'))
    findings.push(
      'its cube has no dimension pin; rollups are built by publication, so only what is pinned to one has them',
    )
  if (cube.meta?.semi_additive !== undefined)
    findings.push(
      "its cube is semi-additive: which report is the last depends on each query's range, granularity and reader, so no stored sum holds for all",
    )
  const uses = files.flatMap(({ content }) => [
    ...content.matchAll(/FILTER_PARAMS\.(\w+)\.(\w+)\.filter\(\s*(["']?)/g),
  ])
  const own = uses.filter(([, name]) => name === cube.name)
  for (const member of new Set(own.flatMap(([, , member = '', quote]) => (quote === '' ? [member] : []))))
    if (member !== 'pin')
      findings.push(`the sql of its cube depends on ${member} by FILTER_PARAMS, which a rollup does not know`)
  if (own.some(([, , , quote]) => quote !== '') && cube.meta?.push_down !== 'prunes')
    findings.push(
      "the FILTER_GROUP of its cube's sql may change what the remaining rows mean; if it only spares rows that the same conditions outside drop, say meta.push_down: prunes",
    )
  return findings
}

function checkReferences(
  cube: EvaluatedCube,
  { preAggregation }: DeclaredRollup,
  { dimensions, measures, timeDimensions, allowNonStrictDateRangeMatch }: PreAggregationReferences,
): string[] {
  const findings: string[] = []
  const [time] = timeDimensions
  for (const member of [...dimensions, ...measures, ...timeDimensions.map(each => each.dimension)])
    if (member.split('.').length !== 2 || !member.startsWith(`${cube.name}.`))
      findings.push(
        `has ${member} of another cube, which can change without a publication; carry the code that it is joined by`,
      )
  for (const member of measures) {
    const measure = cube.measures[fieldOf(member)]
    const reason = measure && notCarried(measure)
    if (reason) findings.push(`can't carry ${member}: ${reason}`)
  }
  if (measures.length === 0) findings.push('has no measures')
  const guarding = (cube.accessPolicy ?? []).flatMap(policy => membersOf(policy.rowLevel?.filters ?? []))
  for (const member of new Set(guarding))
    if (!dimensions.includes(`${cube.name}.${member}`))
      findings.push(`has no dimension ${member}, by which a row policy filters`)
  const { meta } = (time && cube.dimensions[fieldOf(time.dimension)]) ?? {}
  if (timeDimensions.length !== 1 || meta?.calendar !== true || meta.report_level !== true)
    findings.push("needs one time_dimension, the calendar day of the report's period")
  if (time?.granularity !== 'day')
    findings.push(
      'needs granularity: day; a plan serves every range of days, and a bucket that is longer fits only some',
    )
  if (preAggregation.partitionGranularity !== 'year')
    findings.push('needs partition_granularity: year, as a publication changes the rows of its year')
  if (allowNonStrictDateRangeMatch !== false)
    findings.push(
      'needs allow_non_strict_date_range_match: false, or ranges within a bucket are answered with the whole bucket',
    )
  return findings
}

function notCarried({ type, meta, rollingWindow, multiStage }: EvaluatedMeasure): string | null {
  if (type.startsWith('count_distinct') || type.startsWith('countDistinct'))
    return 'distinct values of parts do not add up'
  if (rollingWindow) return 'its window reaches beyond the partitions of a range'
  if (multiStage || type === 'number') return 'it is calculated; carry the measures that it is made of'
  const additivity = ADDITIVE.get(type)
  if (additivity === undefined) return `a ${type} of parts is not that of the whole`
  if (meta?.additivity !== undefined && meta.additivity !== additivity)
    return `its meta.additivity is ${String(meta.additivity)}, a ${type} needs ${additivity}`
  return null
}

const fieldOf = (member: string): string => member.split('.').at(-1) ?? ''
