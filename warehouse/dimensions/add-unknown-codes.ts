import type { Transaction } from '../engine/engine.ts'
import { deriveTrees } from './derive-trees.ts'

const level = (code: string): string =>
  `case when substr(${code}, 3, 4) = '0000' then 1 when substr(${code}, 5, 2) = '00' then 2 else 3 end`

/** Gives each code of a publication's lines that no dictionary has a row in its dimension, under the name written in the
 * file (or its digits): a fact always finds its row, and a code has one name however many files spell it. The first
 * publication that brings a code names it. */
export async function addUnknownCodes(transaction: Transaction, publication: number): Promise<void> {
  const added = async (sql: string) => Number((await transaction.query(sql, [publication])).rows[0]?.[0] ?? 0)
  const text = (name: string, code: string) => `coalesce(nullif(trim(min(${name})), ''), ${code})`
  const functional = await added(`
    insert into dim.functional_code
    select f.kind, f.functional, ${level('f.functional')},
      ${text('f.functional_name', 'f.functional')}, ${text('f.functional_name', 'f.functional')},
      ${text('f.functional_name', 'f.functional')}, false
    from facts.execution f
    where f.publication = ? and not exists (
      select 1 from dim.functional_code d where d.kind = f.kind and d.code = f.functional)
    group by f.kind, f.functional`)
  const economic = await added(`
    insert into dim.economic_code
    select f.economic, ${level('f.economic')},
      ${text('f.economic_name', 'f.economic')}, ${text('f.economic_name', 'f.economic')},
      ${text('f.economic_name', 'f.economic')}, false
    from facts.execution f
    where f.publication = ? and f.economic is not null and not exists (
      select 1 from dim.economic_code d where d.code = f.economic)
    group by f.economic`)
  await added(`
    insert into dim.source
    select f.source, ${text('f.source_name', 'f.source')}, ${text('f.source_name', 'f.source')},
      ${text('f.source_name', 'f.source')}, false
    from facts.execution f
    where f.publication = ? and not exists (select 1 from dim.source d where d.code = f.source)
    group by f.source`)
  await added(`
    insert into dim.sector
    select distinct f.sector, f.sector, f.sector, f.sector, false
    from facts.execution f
    where f.publication = ? and not exists (select 1 from dim.sector d where d.code = f.sector)`)
  if (functional + economic > 0) await deriveTrees(transaction)
}
