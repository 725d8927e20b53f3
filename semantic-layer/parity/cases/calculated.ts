import { casesOf, type ParityCase } from '../parity-case.ts'
import { bucket, EXPENDITURE, HALF_YEAR, last, own, REVENUE, ratio } from '../plain-sql.ts'

const cumulative = casesOf('budget_execution')
const added = casesOf('budget_execution_own')

const sum = (where: string) => `sum(amount) filter (where ${where})`
const BALANCE = `case when ${REVENUE} is null and ${EXPENDITURE} is null then null else coalesce(${REVENUE}, 0) - coalesce(${EXPENDITURE}, 0) end`
const CHAPTER = 'functional[1:2]'
const OWN = `kind = 'revenue' and (${CHAPTER} in ('01','02','03','04','05','06','07','08','09','10','12','13','14','15','16','17','18','30','31','32','33','34','35','36','39'))`
const NET_REVENUE = `kind = 'revenue' and functional not in ('370300', '370400') and ${CHAPTER} not in ('40', '41', '47')`
const STAFF = "kind = 'expenditure' and economic[1:2] = '10'"
const NET_EXPENDITURE = "kind = 'expenditure' and coalesce(economic[1:2], '') <> '85'"
const DEVELOPMENT = "kind = 'expenditure' and section = 'D'"

const FORMULAS: Record<string, string> = {
  balance: BALANCE,
  development_expenditure: sum(DEVELOPMENT),
  own_revenue: sum(OWN),
  net_revenue: sum(NET_REVENUE),
  staff_expenditure: sum(STAFF),
  net_expenditure: sum(NET_EXPENDITURE),
  development_share: ratio(`coalesce(${sum(DEVELOPMENT)}, 0)`, EXPENDITURE),
  own_financing: ratio(`coalesce(${sum(OWN)}, 0)`, sum(NET_REVENUE)),
  rigidity: ratio(`coalesce(${sum(STAFF)}, 0)`, sum(NET_EXPENDITURE)),
}

export const calculated: ParityCase[] = [
  ...Object.entries(FORMULAS).flatMap(([measure, formula]) => [
    cumulative.expect(
      `${measure} by institution and half-year`,
      { measures: [measure], dimensions: ['entity_cui'], time: { by: 'half_year' } },
      `select cui, ${HALF_YEAR}, ${formula} from ${last({ bucket: HALF_YEAR })} group by 1, 2`,
    ),
    cumulative.expect(
      `${measure} by chapter, where a side may be missing`,
      { measures: [measure], dimensions: ['chapter'] },
      `select ${CHAPTER}, ${formula} from ${last()} group by 1`,
    ),
  ]),
  cumulative.expect(
    'all together',
    { measures: Object.keys(FORMULAS) },
    `select ${Object.values(FORMULAS).join(', ')} from ${last()}`,
  ),
  cumulative.expect(
    'nothing to divide by',
    { measures: ['development_share', 'balance'], filters: [['kind', 'equals', 'revenue']] },
    `select null, ${REVENUE} from ${last()}`,
  ),
  cumulative.expect(
    'a denominator that comes to nothing',
    {
      measures: ['own_financing', 'net_revenue'],
      filters: [['functional_code', 'equals', '370300', '370400']],
    },
    `select null, null`,
  ),
  cumulative.expect(
    'conditions on a ratio and a balance',
    {
      measures: ['development_share', 'balance'],
      dimensions: ['entity_cui'],
      filters: [
        ['development_share', 'gt', '0.1'],
        ['balance', 'gt', '0'],
      ],
    },
    `select * from (select cui, ${FORMULAS.development_share} as s, ${BALANCE} as b from ${last()} group by 1) where s > 0.1 and b > 0`,
  ),
  cumulative.expect(
    'in the order of a ratio',
    { measures: ['rigidity'], dimensions: ['entity_cui'], order: [['rigidity', 'desc']] },
    `select cui, ${FORMULAS.rigidity} as r from ${last()} group by 1 order by r desc`,
  ),
  cumulative.expect(
    'a balance without the transfers between sections',
    { measures: ['balance'], segments: ['without_section_transfers'], dimensions: ['section'] },
    `select section, ${BALANCE} from ${last()} where not (kind = 'revenue' and functional in ('370300', '370400')) group by 1`,
  ),
  added.expect(
    "the periods' own balance",
    { measures: ['balance'], time: { by: 'month' } },
    `select ${bucket('month')}, ${BALANCE} from ${own()} group by 1`,
  ),
  added.expect(
    "the periods' own balance by institution, for the county",
    {
      measures: ['balance', 'months_covered'],
      dimensions: ['entity_cui'],
      time: { by: 'year' },
      who: 'county',
    },
    `select x.*, m from (select cui, ${bucket('year')} as y, ${BALANCE} from ${own({ who: 'county' })} group by 1, 2) x
      join (select p.cui, date_trunc('year', p.period_end) as y, max(c.months_covered) as m from publication_pairs c
        join publications p on p.publication = c.publication where c.valid_until is null group by 1, 2) using (cui, y)`,
  ),
]
