import { type MetaConfig, type MetaMember, shown } from '../catalogue.ts'
import { stepOf } from '../query/granularity.ts'
import { GROUPS } from '../security-context.ts'
import { checkRollups } from './check-rollups.ts'
import { type Compilers, type EvaluatedCube, membersOf } from './cube-parts.ts'
import type { ModelFile } from './read-model.ts'

/** What must hold of a model before it serves anyone; each finding says where and what to do. */
export function checkModel(
  files: readonly ModelFile[],
  compilers: Compilers,
  meta: readonly MetaConfig[],
): string[] {
  const { cubeEvaluator } = compilers
  const cubes = cubeEvaluator.cubeNames().map(name => cubeEvaluator.cubeFromPath(name))
  return [
    ...files.flatMap(checkText),
    ...cubes.flatMap(checkPolicies),
    ...cubes.flatMap(cube => checkPushDown(cube, files)),
    ...checkRollups(files, compilers),
    ...meta.flatMap(checkWords),
  ]
}

/** SECURITY_CONTEXT in a cube's sql is evaluated without a user when a rollup is built, and the rollup then serves
 * everyone; filters absent from it are open. Policies don't leak, so they are the only way. */
function checkText({ fileName, content }: ModelFile): string[] {
  return /SECURITY_CONTEXT/.test(content.replace(/^\s*#.*$/gm, ''))
    ? [`${fileName}: uses SECURITY_CONTEXT; write an access_policy instead`]
    : []
}

/** A cube without a policy is open to everyone, and so is one that is not hidden behind a view. */
function checkPolicies(cube: EvaluatedCube): string[] {
  const findings: string[] = []
  const policies = (cube.accessPolicy ?? []) as readonly {
    group?: string | string[]
    groups?: string | string[]
  }[]
  if (policies.length === 0)
    findings.push(`${cube.name}: has no access_policy; add one for each group that may read it`)
  for (const { group, groups } of policies) {
    const named = [group ?? groups ?? '*'].flat()
    const unknown = named.find(name => !(GROUPS as readonly string[]).includes(name))
    if (unknown !== undefined)
      findings.push(
        `${cube.name}: its access_policy names the group ${unknown}; known are ${GROUPS.join(', ')}`,
      )
  }
  return [...findings, ...checkReach(cube)]
}

/** Cube gives sub-queries no row policies, and the stages of a measure no date range. */
function checkReach(cube: EvaluatedCube): string[] {
  return [
    ...Object.entries(cube.dimensions).flatMap(([name, { subQuery }]) =>
      subQuery ? [`${cube.name}.${name}: is a sub_query, which row policies do not reach; join instead`] : [],
    ),
    ...Object.entries(cube.measures).flatMap(([name, { multiStage }]) =>
      multiStage
        ? [`${cube.name}.${name}: is multi_stage, whose stages lose filters; calculate instead`]
        : [],
    ),
  ]
}

/** `pushed_down` is what the gateway relies on; the FILTER_GROUP of the cube's sql is what Cube does. They must agree. */
function checkPushDown(cube: EvaluatedCube, files: readonly ModelFile[]): string[] {
  if (cube.isView) return []
  const pushed = new Set(
    files.flatMap(file =>
      [...file.content.matchAll(/FILTER_PARAMS\.(\w+)\.(\w+)\.filter\(["']/g)].flatMap(([, name, member]) =>
        name === cube.name && member !== undefined ? [member] : [],
      ),
    ),
  )
  if (pushed.size === 0) return []
  const guarding = (cube.accessPolicy ?? []).flatMap(policy => membersOf(policy.rowLevel?.filters ?? []))
  const missing = [...new Set(guarding)].filter(member => !pushed.has(member))
  return [
    // What a reader may not see must not decide which report is the last one.
    ...missing.map(
      member =>
        `${cube.name}.${member}: a row policy filters by it, but it is not in the FILTER_GROUP of the cube's sql`,
    ),
    ...Object.entries(cube.dimensions).flatMap(([name, { meta }]) => {
      if (pushed.has(name)) return []
      if (meta?.report_level === true)
        return [`${cube.name}.${name}: is report_level but not in the FILTER_GROUP of the cube's sql`]
      return meta?.pushed_down === true
        ? [`${cube.name}.${name}: says pushed_down but is not in the FILTER_GROUP of the cube's sql`]
        : []
    }),
  ]
}

function checkWords(cube: MetaConfig): string[] {
  if (!shown(cube)) return []
  const findings = cube.type === 'view' ? [] : [`${cube.name}: is public; only views are, set public: false`]
  for (const member of [...cube.measures, ...cube.dimensions, ...cube.segments]) {
    if (!shown(member)) continue
    for (const text of ['title', 'description'])
      for (const language of ['ro', 'hu', 'en'])
        if (!textOf(member, text, language)) findings.push(`${member.name}: has no meta.${text}.${language}`)
  }
  for (const dimension of cube.dimensions) findings.push(...checkGranularities(dimension))
  for (const measure of cube.measures)
    for (const key of ['unit', 'additivity', 'grain', 'flow'])
      if (typeof measure.meta?.[key] !== 'string') findings.push(`${measure.name}: has no meta.${key}`)
  return findings
}

/** Last reports are picked by bucket, so each bucket of a calendar day must be one; and Cube leaves out the origin of an
 * interval of one unit, but not an offset. */
function checkGranularities({ name, meta, granularities = [] }: MetaMember): string[] {
  if (meta?.calendar !== true) return []
  return granularities.flatMap(({ name: own, interval = '', origin = null, offset = null }) => {
    if (stepOf(own, [{ name: own, interval, origin, offset }]) === null)
      return [
        `${name}: its granularity ${own} must be whole days or months from an origin, or an offset of months`,
      ]
    return origin !== null && interval.startsWith('1 ')
      ? [`${name}: its granularity ${own} has an origin, which Cube ignores for ${interval}; give an offset`]
      : []
  })
}

function textOf({ meta }: MetaMember, text: string, language: string): boolean {
  const names = meta?.[text]
  if (typeof names !== 'object' || names === null) return false
  const value = new Map<string, unknown>(Object.entries(names)).get(language)
  return typeof value === 'string' && value !== ''
}
