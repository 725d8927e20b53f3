import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { BUDGET_SUFFIXES, codeLevel } from '../../domain/index.ts'
import type { Engine, Parameter, Transaction } from '../engine/engine.ts'
import { warehouseFolder } from '../warehouse-folder.ts'
import { deriveTrees } from './derive-trees.ts'
import { listTerritories } from './list-territories.ts'
import { readTable } from './read-table.ts'

/** Raise when the loader writes other rows from the same files. */
const LOADER = 1

const names = ['ro', 'hu', 'en'] as const

/** Fills the dimensions from the files in `reference-data/`, in one transaction. Does nothing (1 ms) when neither the
 * files nor the loader changed since the last load. */
export async function loadReferenceData(
  engine: Engine,
  folder = warehouseFolder('reference-data'),
): Promise<'loaded' | 'unchanged'> {
  const sha256 = fingerprint(folder)
  const { rows } = await engine.query(`select sha256 from dim.loaded where name = 'reference-data'`)
  if (rows[0]?.[0] === sha256) return 'unchanged'
  const file = (name: string) => path.join(folder, name)
  const functional = readTable(file('functional-local.csv'), ['kind', 'code6', 'local', 'level', ...names])
  const economic = readTable(file('economic.csv'), ['code', 'level', ...names])
  const sources = readTable(file('funding-sources.csv'), ['code', ...names])
  const sectors = readTable(file('sectors.csv'), ['code', ...names])
  const sections = readTable(file('sections.csv'), ['code', ...names])
  const reportTypes = readTable(file('report-types.csv'), ['code', ...names])
  const territories = listTerritories(folder)
  const population = readTable(file('population.csv'), ['siruta', 'county', 'year', 'basis', 'population'])
  const sixDigits = (dotted: string) => dotted.replaceAll('.', '').padEnd(6, '0')

  await engine.transaction(async transaction => {
    const named = ['name_ro', 'name_hu', 'name_en']
    const fill = (table: string, columns: string[], rows: Parameter[][]) =>
      replaceRows(transaction, table, columns, rows)
    // A code that was only known from files and is now in the dictionary takes the dictionary's name.
    await fill(
      'dim.functional_code',
      ['kind', 'code', 'level', ...named, 'known'],
      functional.map(row => [row.kind, row.code6, codeLevel(row.code6), row.ro, row.hu, row.en, true]),
    )
    await fill(
      'dim.economic_code',
      ['code', 'level', ...named, 'known'],
      economic.map(row => [
        sixDigits(row.code),
        codeLevel(sixDigits(row.code)),
        row.ro,
        row.hu,
        row.en,
        true,
      ]),
    )
    for (const [table, list] of [
      ['dim.source', sources],
      ['dim.sector', sectors],
    ] as const)
      await fill(
        table,
        ['code', ...named, 'known'],
        list.map(row => [row.code, row.ro, row.hu, row.en, true]),
      )
    for (const [table, list] of [
      ['dim.section', sections],
      ['dim.report_type', reportTypes],
    ] as const)
      await fill(
        table,
        ['code', ...named],
        list.map(row => [row.code, row.ro, row.hu, row.en]),
      )
    await fill(
      'dim.territory',
      ['siruta', 'county', 'name_ro', 'name_hu', 'kind'],
      territories.map(row => [row.siruta, row.county, row.nameRo, row.nameHu, row.kind]),
    )
    await fill(
      'dim.population',
      ['siruta', 'county', 'year', 'basis', 'population'],
      population.map(row => [row.siruta, row.county, row.year, row.basis, row.population]),
    )
    await fill(
      'dim.budget_suffix',
      ['sector', 'source', 'suffix'],
      BUDGET_SUFFIXES.map(row => [row.sector, row.source, row.suffix]),
    )
    await transaction.execute(`delete from dim.date; ${DATES}`)
    await deriveTrees(transaction)
    await transaction.query(`delete from dim.loaded where name = 'reference-data'`)
    await transaction.query(`insert into dim.loaded values ('reference-data', ?, cast(now() as timestamp))`, [
      sha256,
    ])
  })
  return 'loaded'
}

/** The dictionary's rows anew; rows that only files know stay, unless the dictionary has them now. */
async function replaceRows(
  transaction: Transaction,
  table: string,
  columns: string[],
  rows: Parameter[][],
): Promise<void> {
  if (!columns.includes('known')) {
    await transaction.execute(`delete from ${table}`)
    return transaction.append(table, columns, rows)
  }
  const keys = columns.filter(column => column === 'kind' || column === 'code')
  const listed = new Set(rows.map(row => keys.map(key => row[columns.indexOf(key)]).join('|')))
  const unknown = await transaction.query(`select ${columns.join(', ')} from ${table} where not known`)
  const kept = unknown.rows
    .filter(row => !listed.has(keys.map(key => row[columns.indexOf(key)]).join('|')))
    .map(row => row.map((value, index) => (columns[index] === 'known' ? false : value)))
  await transaction.execute(`delete from ${table}`)
  await transaction.append(table, columns, [...rows, ...kept])
}

const DATES = `
  insert into dim.date
  select
    cast(day as date),
    cast(extract(year from day) as integer),
    cast(extract(quarter from day) as integer),
    cast(extract(month from day) as integer),
    cast(date_trunc('month', day) as date),
    cast(date_trunc('month', day) + interval '1 month' - interval '1 day' as date),
    cast(date_trunc('quarter', day) as date),
    cast(date_trunc('quarter', day) + interval '3 months' - interval '1 day' as date)
  from generate_series(timestamp '2010-01-01', timestamp '2050-12-31', interval '1 day') as days(day)`

function fingerprint(folder: string): string {
  const hash = createHash('sha256').update(JSON.stringify([LOADER, BUDGET_SUFFIXES]))
  for (const name of fs.readdirSync(folder).sort())
    if (name.endsWith('.csv')) hash.update(name).update(fs.readFileSync(path.join(folder, name)))
  return hash.digest('hex')
}
