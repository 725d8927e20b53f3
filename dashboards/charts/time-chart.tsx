import cube from '@cubejs-client/core'
import { CubeProvider, useCubeQuery } from '@cubejs-client/react'
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Legend,
  Line,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import { formatMonth } from '../format/date.ts'
import { formatMillions, geometryOf } from '../format/money.ts'
import { useApp } from '../shell/app-context.ts'

type Kind = 'expenditure' | 'revenue'

// No token: the session cookie says who asks, as on every other route.
const api = cube('', { apiUrl: '/cubejs-api/v1', credentials: 'same-origin' })

interface Props {
  cui: string
  kind: Kind
  reportType: string
  /** Dates of the published reports, oldest first. */
  dates: readonly string[]
  label: string
}

const queryOf = (view: string, { cui, kind, reportType, dates }: Props) => ({
  measures: [`${view}.${kind}`],
  timeDimensions: [
    {
      dimension: `${view}.period_end`,
      granularity: 'day' as const,
      dateRange: [dates[0] ?? '', dates.at(-1) ?? ''] as [string, string],
    },
  ],
  filters: [
    { member: `${view}.entity_cui`, operator: 'equals' as const, values: [cui] },
    { member: `${view}.report_type`, operator: 'equals' as const, values: [reportType] },
  ],
})

type Row = Readonly<Record<string, unknown>>

/** Amounts by date, as the strings that the semantic layer sent. */
function amountsByDate(rows: readonly Row[], view: string, kind: Kind): Map<string, string> {
  return new Map(
    rows.flatMap(row => {
      const date = row[`${view}.period_end.day`] ?? row[`${view}.period_end`]
      const amount = row[`${view}.${kind}`]
      return typeof date === 'string' && amount !== null && amount !== undefined
        ? [[date.slice(0, 10), String(amount)] as const]
        : []
    }),
  )
}

function Chart(props: Props) {
  const { kind, dates, label } = props
  const { language, t } = useApp()
  const cumulative = useCubeQuery<Row>(queryOf('budget_execution', props))
  const own = useCubeQuery<Row>(queryOf('budget_execution_own', props))
  if (cumulative.error || own.error) return <p className="note note-signal">{t.chart.failed}</p>
  if (!cumulative.resultSet || !own.resultSet) return <p className="chart-wait">{t.chart.loading}</p>
  const total = amountsByDate(cumulative.resultSet.rawData(), 'budget_execution', kind)
  const period = amountsByDate(own.resultSet.rawData(), 'budget_execution_own', kind)
  const data = dates.map(date => {
    const [sum, part] = [total.get(date) ?? null, period.get(date) ?? null]
    return {
      date: formatMonth(date, language),
      year: date.slice(0, 4),
      cumulative: sum === null ? null : geometryOf(sum) / 1e6,
      own: part === null ? null : geometryOf(part) / 1e6,
      cumulativeText: sum === null ? '' : formatMillions(sum, language),
      ownText: part === null ? '' : formatMillions(part, language),
    }
  })
  const labelled = data.length <= 12
  // The sum starts again each January: a line must not fall from December to it.
  const years = [...new Set(data.map(row => row.year))]
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={data}
        margin={{ top: 24, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        role="img"
        aria-label={label}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="date" tickLine={false} stroke="var(--muted)" fontSize={14} minTickGap={16} />
        <YAxis width={48} tickLine={false} axisLine={false} stroke="var(--muted)" fontSize={14} />
        <Legend
          verticalAlign="top"
          align="left"
          height={32}
          itemSorter={null}
          formatter={(text: string) => <span className="legend">{text}</span>}
        />
        <Bar dataKey="own" name={t.time.own} fill="var(--bar)" maxBarSize={72} isAnimationActive={false}>
          {labelled ? <LabelList dataKey="ownText" position="insideBottom" className="bar-label" /> : null}
        </Bar>
        {years.map((year, index) => (
          <Line
            key={year}
            dataKey={(row: (typeof data)[number]) => (row.year === year ? row.cumulative : null)}
            name={t.time.cumulative}
            legendType={index === 0 ? 'line' : 'none'}
            stroke="var(--accent)"
            strokeWidth={2}
            dot={{ r: 4, fill: 'var(--accent)' }}
            isAnimationActive={false}
          >
            {labelled ? (
              <LabelList
                dataKey="cumulativeText"
                position="top"
                offset={10}
                fill="var(--ink)"
                fontSize={14}
              />
            ) : null}
          </Line>
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  )
}

/** Own and cumulative amounts by date, asked of the semantic layer with Cube's own client. */
export function TimeChart(props: Props) {
  return (
    <CubeProvider cubeApi={api}>
      <Chart {...props} />
    </CubeProvider>
  )
}
