import type { Warehouse } from '../../warehouse/index.ts'

export interface Visit {
  readonly id: number
  readonly place: string | null
  readonly sender: string | null
  readonly grade: string
  readonly owner: string
  readonly amount: number
}

export interface Place {
  readonly id: string
  readonly region: string | null
  readonly kind: string
  readonly owner: string
  readonly name: string
}

export interface Region {
  readonly id: string
  readonly listed: string
  readonly name: string
}

export interface Note {
  readonly id: number
  readonly place: string
  readonly shown: string
}

/** Rows of the tests' policy model; some visits and places point at nothing. */
export interface PolicyRows {
  readonly visits: readonly Visit[]
  readonly places: readonly Place[]
  readonly regions: readonly Region[]
  readonly notes: readonly Note[]
}

const TABLES = `
  create schema policy;
  create table policy.visits (id bigint, place varchar, sender varchar, grade varchar, owner varchar, amount decimal(18,2));
  create table policy.places (id varchar, region varchar, kind varchar, owner varchar, name varchar);
  create table policy.regions (id varchar, listed varchar, name varchar);
  create table policy.notes (id bigint, place varchar, shown varchar);
`

export async function putPolicyRows({ engine }: Warehouse, rows: PolicyRows): Promise<void> {
  await engine.transaction(async transaction => {
    await transaction.execute(TABLES)
    const { visits, places, regions, notes } = rows
    await transaction.append(
      'policy.visits',
      ['id', 'place', 'sender', 'grade', 'owner', 'amount'],
      visits.map(each => [each.id, each.place, each.sender, each.grade, each.owner, String(each.amount)]),
    )
    await transaction.append(
      'policy.places',
      ['id', 'region', 'kind', 'owner', 'name'],
      places.map(each => [each.id, each.region, each.kind, each.owner, each.name]),
    )
    await transaction.append(
      'policy.regions',
      ['id', 'listed', 'name'],
      regions.map(each => [each.id, each.listed, each.name]),
    )
    await transaction.append(
      'policy.notes',
      ['id', 'place', 'shown'],
      notes.map(each => [each.id, each.place, each.shown]),
    )
  })
}
