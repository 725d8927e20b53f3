import { formatLarge, formatLei, formatPerPerson } from '../format/money.ts'
import { formatCount } from '../format/number.ts'
import { periodInWords } from '../format/period.ts'
import type { BudgetData } from '../page-types.ts'
import { Tiles } from '../parts/tile.tsx'
import { useApp } from '../shell/app-context.ts'

/** Totals of the whole report, whatever part of it the page shows below. */
export function BudgetTiles({ data: { entity, budget, totals } }: { data: BudgetData }) {
  const { language, t } = useApp()
  if (!budget || !totals) return null
  const { population } = entity
  const period = entity.periods.find(one => one.publication === budget.report.publication)
  const ownDiffers = period !== undefined && period.ownExpenditure !== totals.expenditure
  return (
    <Tiles
      tiles={[
        {
          label: t.budget.revenue,
          value: formatLarge(totals.revenue, language),
          note: formatLei(totals.revenue, language),
        },
        {
          label: t.budget.expenditure,
          value: formatLarge(totals.expenditure, language),
          note: formatLei(totals.expenditure, language),
        },
        population
          ? {
              label: t.budget.perPerson,
              value: formatPerPerson(totals.expenditure, population.value, language),
              note: t.budget.perPersonBasis(
                formatCount(population.value, language),
                population.year,
                t.budget.bases[population.basis] ?? population.basis,
              ),
            }
          : { label: t.budget.perPerson, value: null, note: t.budget.perPersonNone },
        ownDiffers
          ? {
              label: t.budget.ownTile(periodInWords(period.at, period.monthsCovered, language)),
              value: formatLarge(period.ownExpenditure, language),
              note: t.budget.ownTileSub(formatLarge(period.ownRevenue, language)),
            }
          : { label: t.budget.executionRate, value: null, note: t.budget.executionRateNone },
      ]}
    />
  )
}
