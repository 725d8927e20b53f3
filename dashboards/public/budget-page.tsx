import { formatDate } from '../format/date.ts'
import { formatLarge } from '../format/money.ts'
import type { BudgetData, PageModule } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { BudgetBreakdown } from './budget-breakdown.tsx'
import { BudgetHeader } from './budget-header.tsx'
import { useEntityCrumbs } from './budget-switches.tsx'
import { BudgetTiles } from './budget-tiles.tsx'
import { BudgetTime } from './budget-time.tsx'
import { headline } from './budget-words.ts'
import { TracePanel } from './trace-panel.tsx'

function BudgetPage({ data }: { data: BudgetData }) {
  const { language, t } = useApp()
  const href = useHref()
  const { entity, budget } = data
  return (
    <>
      <Breadcrumb label={t.site.breadcrumbs} steps={useEntityCrumbs()} here={entity.names[language]} />
      <BudgetHeader data={data} />
      {budget ? (
        <>
          <BudgetTiles data={data} />
          <div className={data.trace ? 'columns columns-even' : 'columns'}>
            <BudgetBreakdown data={data} budget={budget} />
            <TracePanel data={data} budget={budget} />
          </div>
          <BudgetTime data={data} />
        </>
      ) : (
        <EmptyState title={t.entities.noReport}>
          <p>{t.budget.noneText}</p>
          <p>
            <a href={href('entities')} data-nav="">
              {t.home.all}
            </a>
          </p>
        </EmptyState>
      )}
    </>
  )
}

export const budgetPage: PageModule<BudgetData> = {
  Page: BudgetPage,
  head: (data, { language, t }) => {
    const { entity, totals, budget } = data
    const name = entity.names[language]
    return {
      title: headline(data, language, t),
      description:
        budget && totals
          ? t.budget.description(
              name,
              formatLarge(totals.revenue, language),
              formatLarge(totals.expenditure, language),
              formatDate(budget.at, language),
            )
          : t.budget.noneText,
    }
  },
}
