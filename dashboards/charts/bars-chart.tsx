import { useEffect, useState } from 'react'
import { Bar, BarChart, Cell, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { type ChartRow, shorten } from './chart-row.ts'

const LETTER = 7

interface TickProps {
  y?: number | string
  payload?: { value?: unknown }
}

/** Names start at the left edge, one line each, so that they can be read down like a list. */
function NameTick({
  y = 0,
  payload,
  names,
  width,
}: TickProps & { names: ReadonlyMap<string, string>; width: number }) {
  const id = String(payload?.value ?? '')
  return (
    <text x={0} y={Number(y)} dy="0.35em" fontSize={14} fill="var(--ink)">
      {shorten(names.get(id) ?? id, Math.floor(width / LETTER))}
    </text>
  )
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => window.matchMedia('(max-width: 700px)').matches)
  useEffect(() => {
    const query = window.matchMedia('(max-width: 700px)')
    const update = () => setNarrow(query.matches)
    query.addEventListener('change', update)
    return () => query.removeEventListener('change', update)
  }, [])
  return narrow
}

/** Horizontal bars from zero with the amount beside each: no legend and no axis to look up. */
export function BarsChart({ rows, label }: { rows: readonly ChartRow[]; label: string }) {
  const names = new Map(rows.map(row => [row.id, row.name]))
  const width = useNarrow() ? 124 : 240
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...rows]}
        layout="vertical"
        margin={{ top: 0, right: 96, bottom: 0, left: 0 }}
        barCategoryGap={8}
        accessibilityLayer={false}
        role="img"
        aria-label={label}
      >
        <XAxis type="number" hide domain={[(low: number) => Math.min(0, low), 'dataMax']} />
        <YAxis
          type="category"
          dataKey="id"
          width={width}
          interval={0}
          tickLine={false}
          axisLine={false}
          tick={<NameTick names={names} width={width} />}
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
