import type { MetaConfig } from '../catalogue.ts'
import type { CompiledModel } from './compile-model.ts'
import {
  type CubeDefinitions,
  transformCube,
  transformDimension,
  transformJoins,
  transformMeasure,
  transformPreAggregations,
  transformSegment,
} from './cube-parts.ts'
import type { ExtendedMeta } from './protocol.ts'

/** Cube's extended `/meta` as its development mode gives it: with the cubes behind the views, what members are made of,
 * joins and rollups. Policies are not in it. */
export function extendedMeta({ compilers, description }: CompiledModel): ExtendedMeta {
  const definitions = compilers.metaTransformer.cubeEvaluator.cubeDefinitions
  return plain(description.everything.map(cube => extended(cube, definitions)))
}

function extended(cube: MetaConfig, definitions: CubeDefinitions): Readonly<Record<string, unknown>> {
  const definition = definitions[cube.name]
  return {
    ...transformCube(cube, definitions),
    measures: cube.measures.map(measure => transformMeasure(measure, definitions)),
    dimensions: cube.dimensions.map(dimension => transformDimension(dimension, definitions)),
    segments: cube.segments.map(segment => transformSegment(segment, definitions)),
    joins: transformJoins(definition?.joins),
    preAggregations: transformPreAggregations(definition?.preAggregations),
  }
}

/** Without functions: it crosses a thread boundary. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
