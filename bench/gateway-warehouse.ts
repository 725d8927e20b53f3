import { openWarehouse, type Warehouse } from '../warehouse/index.ts'

export interface BenchWarehouse {
  readonly warehouse: Warehouse
  readonly publications: number
  readonly facts: number
}

const COUNTY = 'HR'
const ENTITIES = 70
const MONTHS = 24
const LINES = 600

/** About a million facts: 70 institutions, 24 monthly reports each, 600 lines a report. The same at every run. */
export async function fillWarehouse(file: string): Promise<BenchWarehouse> {
  const warehouse = await openWarehouse({ url: `duckdb:${file}`, memoryLimit: '2GB' })
  await warehouse.migrate()
  await warehouse.loadReferenceData()
  const publications = ENTITIES * MONTHS
  await warehouse.putEntities(
    Array.from({ length: ENTITIES }, (_, index) => ({
      cui: cuiOf(index),
      county: COUNTY,
      names: { ro: `Instituția ${index}`, hu: `${index}. intézmény`, en: `Institution ${index}` },
      kind: 'town_hall',
      siruta: null,
      parentCui: null,
      demo: true,
    })),
  )
  await warehouse.engine.transaction(async transaction => {
    // Publications are numbered month by month, as reports come in.
    await transaction.query(
      `insert into publications
       select n + 1, 'event-' || n, 'submission-' || n, '${COUNTY}', (4000000 + n % ${ENTITIES})::varchar, 'FXB-EXB-900',
         'public', last_day(date '2024-01-01' + to_months((n // ${ENTITIES})::integer)), 1,
         timestamp '2024-02-10' + to_months((n // ${ENTITIES})::integer), null, ${LINES}, 0, 0,
         'report-' || n || '.xlsx', md5(n::varchar), true, false
       from range(${publications}) t(n)`,
    )
    await transaction.query(
      `insert into publication_pairs
       select publication,
         case when month(period_end) = 1 then null else publication - ${ENTITIES} end,
         'public', date_trunc('month', period_end)::date, 1, publication, null
       from publications`,
    )
    await transaction.query(
      `insert into facts.execution
       with functional as (
         select kind, code, row_number() over (partition by kind order by code) - 1 as place from dim.functional where level = 3
       ), economic as (
         select code, row_number() over (order by code) - 1 as place from dim.economic where level = 3
       ), codes as (
         select (select count(*) from functional where kind = 'revenue') as revenue,
           (select count(*) from functional where kind = 'expenditure') as expenditure, (select count(*) from economic) as economic
       ), seeded as (
         select p.publication, p.cui, p.period_end, l.n, hash(p.cui, l.n) as seed,
           case when l.n < ${LINES / 3} then 'revenue' else 'expenditure' end as kind
         from publications p, range(${LINES}) l(n)
       ), line as (
         select seeded.*, (seed // 7 % economic)::bigint as economic_place,
           (seed % case when kind = 'revenue' then revenue else expenditure end)::bigint as functional_place
         from seeded, codes
       )
       select l.publication * 1000000 + l.n + 1, l.publication, '${COUNTY}', l.cui, l.period_end, '02', l.kind, f.code,
         case when l.kind = 'revenue' then null else e.code end,
         ['A', 'A', 'A', 'E', 'F'][(l.seed % 5 + 1)::integer], ['F', 'D'][(l.seed % 2 + 1)::integer],
         'name', 'name', 'source',
         ((l.seed % 900000)::decimal(18,2) / 100 * month(l.period_end))::decimal(18,2),
         'Sheet1', 'H' || (l.n + 10), l.n + 10, '0'
       from line l
       join functional f on f.kind = l.kind and f.place = l.functional_place
       join economic e on e.place = l.economic_place
       order by l.publication, l.n`,
    )
  })
  const { rows } = await warehouse.engine.query('select count(*) from facts.execution')
  return { warehouse, publications, facts: Number(rows[0]?.[0]) }
}

export const cuiOf = (index: number): string => String(4000000 + index)
