import path from 'node:path'
import { warehouseFolder } from '../warehouse-folder.ts'
import { readTable } from './read-table.ts'

export interface Territory {
  readonly siruta: string
  readonly county: string
  readonly kind: 'municipality' | 'town' | 'commune'
  readonly nameRo: string
  readonly nameHu: string
}

/** The towns and communes of the reference data, with their names in Romanian and Hungarian. */
export function listTerritories(folder = warehouseFolder('reference-data')): Territory[] {
  const rows = readTable(path.join(folder, 'territories.csv'), ['siruta', 'county', 'kind', 'ro', 'hu'])
  return rows.map(({ siruta, county, kind, ro, hu }) => ({
    siruta,
    county,
    kind: kind === 'municipality' || kind === 'town' ? kind : 'commune',
    nameRo: ro,
    nameHu: hu,
  }))
}
