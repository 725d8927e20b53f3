import { deriveTrees } from '../dimensions/derive-trees.ts'
import type { Engine } from '../engine/engine.ts'

/** Empties everything that publishing wrote, and the entities; the dictionaries stay. Readers see all of it or nothing. */
export const resetPublications = (engine: Engine): Promise<void> =>
  engine.transaction(async transaction => {
    await transaction.execute(`
      delete from publications;
      delete from rollup_partitions;
      delete from publication_pairs;
      delete from facts.execution;
      delete from dim.entity;
      delete from dim.functional_code where not known;
      delete from dim.economic_code where not known;
      delete from dim.source where not known;
      delete from dim.sector where not known`)
    await deriveTrees(transaction)
  })
