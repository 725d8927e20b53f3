import type { Budget, BudgetRow } from '../api-types.ts'
import { barsHeight } from '../charts/bars-height.ts'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { hueOf } from '../charts/colours.ts'
import { formatDate, formatDay } from '../format/date.ts'
import { formatAmount, formatLarge, geometryOf } from '../format/money.ts'
import { formatScaled, MISSING } from '../format/number.ts'
import type { BudgetData } from '../page-types.ts'
import { EmptyState } from '../parts/states.tsx'
import { BarsTable } from '../parts/tables/bars-table.tsx'
import { type App, useApp, useHref } from '../shell/app-context.ts'
import { type BudgetState, changed, writeState } from './budget-state.ts'
import { BudgetSwitches } from './budget-switches.tsx'
import { finding, nameOf, periodOf, sortedRows } from './budget-words.ts'
import { Downloads } from './downloads.tsx'
import { below } from './drill.ts'

type Address = (state: BudgetState, anchor: string) => string

const shareText = (share: number | null, language: App['language']): string =>
  share === null ? MISSING : formatScaled(BigInt(Math.round(share * 1000)), 1, language)

function Table({ data, budget, address }: { data: BudgetData; budget: Budget; address: Address }) {
  const { language, t } = useApp()
  const { state } = data
  const trace = (code: string) => address(changed(state, { trace: code }), 'trace')
  const column = budget.level === 4 ? t.budget.lines : t.budget.column[budget.by][budget.kind]
  return (
    <BarsTable
      caption={`${finding(budget, language, t)}. ${formatDate(budget.at, language)}`}
      columns={{
        name: column,
        amount: t.budget.amount,
        share: t.budget.share,
        shareLong: t.budget.shareOf,
      }}
      rows={sortedRows(budget.rows).map(row => {
        const name = nameOf(row.names, row.code, language, t)
        const next = below(state, row)
        return {
          id: row.code,
          name: (
            <>
              {name} <span className="code">{row.display}</span>
            </>
          ),
          href: next ? address(next, 'breakdown') : null,
          amount: row.amount,
          text: formatAmount(row.amount, language),
          traceHref: trace(row.code),
          traceLabel: t.budget.whereFrom(name, formatAmount(row.amount, language)),
          share: shareText(row.share, language),
          selected: state.trace === row.code,
        }
      })}
      total={{
        label: t.budget.total,
        text: formatAmount(budget.total, language),
        traceHref: trace('total'),
        traceLabel: t.budget.whereFrom(t.budget.total, formatAmount(budget.total, language)),
        selected: state.trace === 'total',
      }}
    />
  )
}

const chartRows = (rows: readonly BudgetRow[], budget: Budget, { language, t }: App) =>
  rows.map(row => ({
    id: row.code,
    name: nameOf(row.names, row.code, language, t),
    value: geometryOf(row.amount),
    text: formatLarge(row.amount, language),
    fill: hueOf(budget.by, row.code),
  }))

function Chart({ data, budget, address }: { data: BudgetData; budget: Budget; address: Address }) {
  const app = useApp()
  const { t, language } = app
  const rows = chartRows(sortedRows(budget.rows), budget, app)
  const label = finding(budget, language, t)
  const { view } = data.state
  const negatives = rows.some(row => row.value <= 0)
  return (
    <ChartFrame
      key={`${view} ${rows.map(row => `${row.id}=${row.text}`).join(' ')}`}
      unit={unitLine(budget, app)}
      height={view === 'bars' ? barsHeight(rows.length) : 420}
      load={async () => {
        if (view === 'bars') {
          const { BarsChart } = await import('../charts/bars-chart.tsx')
          return () => <BarsChart rows={rows} label={label} />
        }
        const { TreemapChart } = await import('../charts/treemap-chart.tsx')
        return () => <TreemapChart rows={rows} label={label} />
      }}
      table={<Table data={data} budget={budget} address={address} />}
      foot={view === 'treemap' && negatives ? <p className="source">{t.chart.negativesLeftOut}</p> : null}
    />
  )
}

function unitLine(budget: Budget, { language, t }: App): string {
  const unit =
    budget.mode === 'cumulative' ? t.budget.unitCumulative : t.budget.unitOwn(periodOf(budget, language))
  return `${unit} · ${formatDate(budget.at, language)}`
}

export function BudgetBreakdown({ data, budget }: { data: BudgetData; budget: Budget }) {
  const app = useApp()
  const { language, t } = app
  const href = useHref()
  const { entity, state } = data
  const address: Address = (next, anchor) =>
    `${href('budget', { cui: entity.cui ?? '' }, writeState(next))}#${anchor}`
  return (
    <section aria-labelledby="breakdown">
      <BudgetSwitches state={state} budget={budget} address={address} />
      <div className="row between">
        <h2 id="breakdown" tabIndex={-1}>
          {finding(budget, language, t)}
        </h2>
      </div>
      {budget.rows.length === 0 ? (
        <EmptyState title={t.budget.empty}>
          <p>{t.budget.emptyHelp}</p>
        </EmptyState>
      ) : state.view === 'table' ? (
        <Table data={data} budget={budget} address={address} />
      ) : (
        <Chart data={data} budget={budget} address={address} />
      )}
      <p className="source">
        {state.view === 'table' ? `${unitLine(budget, app).replace(/\.?$/, '.')} ` : null}
        {t.budget.sourceLine(
          budget.report.reportType,
          budget.report.version,
          formatDay(budget.report.publishedAt, language),
        )}
        {budget.rows.some(row => row.amount.startsWith('-')) ? ` ${t.budget.negativeNote}` : null}
      </p>
      <Downloads cui={entity.cui ?? ''} state={state} at={budget.at} asOf={budget.asOf} />
    </section>
  )
}
