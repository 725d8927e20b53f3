import { ResponsiveContainer, Treemap } from 'recharts'
import { type ChartRow, shorten } from './chart-row.ts'

interface NodeProps {
  x?: number
  y?: number
  width?: number
  height?: number
  name?: string
  text?: string
  fill?: string
}

const LETTER = 7.6

/** A rectangle that names itself where there is room; the others are read in the table. */
function Node({ x = 0, y = 0, width = 0, height = 0, name = '', text = '', fill }: NodeProps) {
  const letters = Math.floor((width - 16) / LETTER)
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill={fill} stroke="var(--paper)" strokeWidth={2} />
      {letters >= 6 && height >= 26 ? (
        <text x={x + 8} y={y + 20} fontSize={14} fontWeight={600} className="treemap-text">
          {shorten(name, letters)}
        </text>
      ) : null}
      {letters >= text.length && height >= 46 ? (
        <text x={x + 8} y={y + 39} fontSize={14} className="treemap-text">
          {text}
        </text>
      ) : null}
    </g>
  )
}

export function TreemapChart({ rows, label }: { rows: readonly ChartRow[]; label: string }) {
  return (
    <div role="img" aria-label={label} className="treemap">
      <ResponsiveContainer width="100%" height="100%">
        <Treemap
          data={rows.filter(row => row.value > 0).map(row => ({ ...row }))}
          dataKey="value"
          nameKey="name"
          aspectRatio={1.4}
          isAnimationActive={false}
          content={<Node />}
        />
      </ResponsiveContainer>
    </div>
  )
}
