import { Bar, BarChart, Cell, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { type ChartRow, shorten } from './chart-row.ts'

/** Horizontal bars from zero with the amount beside each: no legend and no axis to look up. */
export function BarsChart({ rows, label }: { rows: readonly ChartRow[]; label: string }) {
  const names = new Map(rows.map(row => [row.id, row.name]))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...rows]}
        layout="vertical"
        margin={{ top: 0, right: 108, bottom: 0, left: 0 }}
        barCategoryGap={8}
        accessibilityLayer={false}
        role="img"
        aria-label={label}
      >
        <XAxis type="number" hide domain={[(low: number) => Math.min(0, low), 'dataMax']} />
        <YAxis
          type="category"
          dataKey="id"
          width={150}
          interval={0}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--ink)', fontSize: 14 }}
          tickFormatter={(id: string) => shorten(names.get(id) ?? id, 22)}
        />
        <ReferenceLine x={0} stroke="var(--line-strong)" />
        <Bar dataKey="value" isAnimationActive={false} radius={2}>
          {rows.map(row => (
            <Cell key={row.id} fill={row.fill} />
          ))}
          <LabelList dataKey="text" position="right" fill="var(--ink)" fontSize={14} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}
