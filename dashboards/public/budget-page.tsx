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
        <EmptyState title={entity.periods.length > 0 ? t.budget.noneHere : t.entities.noReport}>
          {entity.periods.length > 0 ? <Periods data={data} /> : <p>{t.budget.noneText}</p>}
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

/** What has been published, where the address asks for something else. */
function Periods({ data: { entity } }: { data: BudgetData }) {
  const { language, t } = useApp()
  const href = useHref()
  return (
    <>
      <p>{t.budget.noneHereHelp}</p>
      <ul>
        {entity.periods.map(({ at, publication }) => (
          <li key={publication}>
            <a href={href('budget', { cui: entity.cui ?? '' }, new URLSearchParams({ at }))} data-nav="">
              {formatDate(at, language)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

export const budgetPage: PageModule<BudgetData> = {
  Page: BudgetPage,
  head: (data, { language, t }) => {
    const { entity, totals, budget } = data
    const name = entity.names[language]
    return {
      // Shared alone, the title of a part has to say whose it is.
      title:
        budget && budget.path.length > 0
          ? `${headline(data, language, t)} · ${name}`
          : headline(data, language, t),
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
