import { ChartFrame } from '../charts/chart-frame.tsx'
import { formatDate } from '../format/date.ts'
import { formatAmount } from '../format/money.ts'
import type { BudgetData } from '../page-types.ts'
import { useApp, useHref } from '../shell/app-context.ts'
import { changed, writeState } from './budget-state.ts'

/** Every published report of the institution: the period's own amount and the amount since 1 January. */
export function BudgetTime({ data: { entity, state, budget } }: { data: BudgetData }) {
  const { language, t } = useApp()
  const href = useHref()
  if (!budget || entity.periods.length === 0) return null
  const periods = entity.periods.filter(period => period.reportType === budget.report.reportType)
  const dates = periods.map(period => period.at).reverse()
  const { kind } = state
  const heading = periods.length > 1 ? t.time.heading : t.time.headingOne
  const table = (
    <div className="scroll">
      <table>
        <caption className="visually-hidden">{heading}</caption>
        <thead>
          <tr>
            <th scope="col">{t.time.period}</th>
            <th scope="col">{t.time.covered}</th>
            <th scope="col" className="number">
              {t.time.own}
            </th>
            <th scope="col" className="number">
              {t.time.cumulative}
            </th>
          </tr>
        </thead>
        <tbody>
          {periods.map(period => (
            <tr key={period.publication} className={period.at === budget.at ? 'selected' : undefined}>
              <th scope="row">
                <a
                  href={href(
                    'budget',
                    { cui: entity.cui ?? '' },
                    writeState(changed(state, { at: period.at })),
                  )}
                  data-nav=""
                >
                  {formatDate(period.at, language)}
                </a>
              </th>
              <td>{t.time.months(period.monthsCovered)}</td>
              <td className="number">
                {formatAmount(kind === 'expenditure' ? period.ownExpenditure : period.ownRevenue, language)}
              </td>
              <td className="number">
                {formatAmount(kind === 'expenditure' ? period.expenditure : period.revenue, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  return (
    <section className="time" aria-labelledby="time">
      <h2 id="time">{heading}</h2>
      {periods.length > 1 ? (
        <ChartFrame
          key={`${entity.cui} ${kind} ${dates.join()}`}
          unit={`${t.budget[kind]} · ${t.time.unit}`}
          height={300}
          table={table}
          load={async () => {
            const { TimeChart } = await import('../charts/time-chart.tsx')
            return () => (
              <TimeChart
                cui={entity.cui ?? ''}
                kind={kind}
                reportType={budget.report.reportType}
                dates={dates}
                label={heading}
              />
            )
          }}
        />
      ) : (
        table
      )}
      <p className="source">{t.time.note}</p>
    </section>
  )
}
