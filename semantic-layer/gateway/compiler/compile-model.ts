import { groupsKey, type MetaConfig, type MetaMember, shown } from '../catalogue.ts'
import { GROUPS, type Group } from '../security-context.ts'
import { checkModel } from './check-model.ts'
import type { Compilers } from './cube-parts.ts'
import { describeRollups, ROLLUP_SCHEMA } from './describe-rollups.ts'
import { ExactDuckDB } from './exact-duckdb.ts'
import { GuardedCompiler } from './guarded-compiler.ts'
import type { ModelDescription } from './protocol.ts'
import { readModelFiles } from './read-model.ts'
import { transpileHere } from './transpile-here.ts'
import { recallTranspiled } from './transpiled-files.ts'

export interface CompiledModel {
  readonly compiler: GuardedCompiler
  readonly compilers: Compilers
  readonly description: ModelDescription
}

/**
 * Compiles the model once for all roles, and refuses one that `checkModel` finds fault with. Takes about a second; without what
 * an earlier start kept in `transpiledFile`, two more.
 */
export async function compileModel(modelFolder: string, transpiledFile: string): Promise<CompiledModel> {
  const files = readModelFiles(modelFolder)
  const repository = { localPath: () => modelFolder, dataSchemaFiles: async () => [...files] }
  transpileHere()
  const compiler = new GuardedCompiler(repository, async () => 'duckdb', {
    dialectClass: () => ExactDuckDB,
    standalone: true,
    // Views don't name the keys of the cubes behind them, so Cube's check would refuse every ungrouped query.
    allowUngroupedWithoutPrimaryKey: true,
    preAggregationsSchema: ROLLUP_SCHEMA,
    contextToGroups: async ({ securityContext }) => securityContext.groups,
  })
  const keepTranspiled = recallTranspiled(compiler.compiledYamlCache, transpiledFile)
  const compilers = await compiler.getCompilers()
  keepTranspiled()
  const everything = plain(compilers.metaTransformer.cubes.map(cube => cube.config))
  const findings = checkModel(files, compilers, everything)
  if (findings.length > 0)
    throw new Error(`the semantic model is not fit to serve:\n- ${findings.join('\n- ')}`)
  const byGroups = new Map<string, readonly MetaConfig[]>()
  for (const groups of combinations(GROUPS))
    byGroups.set(groupsKey(groups), await visibleTo(compiler, everything, groups))
  const rollups = await describeRollups(compiler, compilers)
  return { compiler, compilers, description: { everything, byGroups, rollups } }
}

async function visibleTo(
  compiler: GuardedCompiler,
  everything: readonly MetaConfig[],
  groups: readonly Group[],
): Promise<MetaConfig[]> {
  const meta = await compiler.metaConfig({ securityContext: { groups, cuis: [] } })
  const cubes = plain(meta.map(cube => cube.config)).filter(shown)
  const members = cubes
    .flatMap(cube => [...cube.measures, ...cube.dimensions, ...cube.segments])
    .filter(shown)
  const visible = new Set(members.map(member => member.name))
  // Cube takes hierarchies for members, which a list of members does not name; and it lets drill members stand.
  const hierarchies = new Map(everything.map(cube => [cube.name, cube.hierarchies ?? []]))
  return cubes
    .map(cube => ({
      ...cube,
      measures: cube.measures.filter(shown).map(measure => drillable(measure, visible)),
      dimensions: cube.dimensions.filter(shown),
      segments: cube.segments.filter(shown),
      hierarchies: (hierarchies.get(cube.name) ?? [])
        .filter(shown)
        .filter(({ levels }) => levels.every(level => visible.has(level))),
    }))
    .filter(cube => cube.measures.length + cube.dimensions.length + cube.segments.length > 0)
}

/** A measure that drills down to what its reader may see. */
function drillable(measure: MetaMember, visible: ReadonlySet<string>): MetaMember {
  const seen = (names: readonly string[]) => names.filter(name => visible.has(name))
  const { drillMembers, drillMembersGrouped: grouped } = measure
  return {
    ...measure,
    ...(drillMembers ? { drillMembers: seen(drillMembers) } : {}),
    ...(grouped
      ? { drillMembersGrouped: { measures: seen(grouped.measures), dimensions: seen(grouped.dimensions) } }
      : {}),
  }
}

/** Every set of groups that a reader may have, none included. */
function combinations(groups: readonly Group[]): Group[][] {
  const sets: Group[][] = [[]]
  for (const group of groups) sets.push(...sets.map(set => [...set, group]))
  return sets
}

/** Without functions and prototypes: it crosses a thread boundary. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
