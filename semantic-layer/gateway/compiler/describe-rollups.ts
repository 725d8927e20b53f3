import type { RollupDefinition } from '../../../warehouse/index.ts'
import type { Compilers, PreAggregation } from './cube-parts.ts'
import type { GuardedCompiler } from './guarded-compiler.ts'

/** Schema of the names that Cube's SQL gives to rollups: "rollups.<cube>_<name>". */
export const ROLLUP_SCHEMA = 'rollups'

export interface DeclaredRollup {
  readonly cube: string
  readonly name: string
  readonly preAggregation: PreAggregation
}

export const declaredRollups = ({ cubeEvaluator }: Compilers): DeclaredRollup[] =>
  cubeEvaluator.cubeNames().flatMap(cube =>
    Object.entries(cubeEvaluator.preAggregationsForCube(cube)).map(([name, preAggregation]) => ({
      cube,
      name,
      preAggregation,
    })),
  )

/** What Cube puts where the range of a partition belongs. */
const RANGE = new Map<unknown, 'from' | 'to'>([
  ['__FROM_PARTITION_RANGE', 'from'],
  ['__TO_PARTITION_RANGE', 'to'],
])

/** The model's rollups with the SQL that fills them. It is made without a reader and a pin: all rows of what is valid. */
export async function describeRollups(
  compiler: GuardedCompiler,
  compilers: Compilers,
): Promise<RollupDefinition[]> {
  const definitions: RollupDefinition[] = []
  for (const { cube, name, preAggregation } of declaredRollups(compilers)) {
    const id = `${cube}.${name}`
    const query = {
      ...compilers.cubeEvaluator.evaluatePreAggregationReferences(cube, preAggregation),
      filters: [],
      timezone: 'UTC',
      preAggregationId: id,
      withRollups: true,
    }
    const described = await compiler.build(query, generator =>
      generator.preAggregations.preAggregationsDescription(),
    )
    const [description] = described
    if (described.length !== 1 || description?.preAggregationId !== id)
      throw new Error(`Cube describes rollup ${id} as ${described.map(each => each.preAggregationId)}`)
    const [sql, params] = description.sql
    definitions.push({
      id,
      name: description.tableName.slice(`${ROLLUP_SCHEMA}.`.length),
      sql,
      params: params.map(param => {
        const end = RANGE.get(param)
        if (!end) throw new Error(`rollup ${id} has the parameter ${String(param)}`)
        return end
      }),
    })
  }
  return definitions
}
