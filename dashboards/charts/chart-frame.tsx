import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useApp } from '../shell/app-context.ts'

interface Props {
  /** The answer, then its unit and date. */
  unit: string
  /** The same figures as a table. */
  table: ReactNode
  tableOpen?: boolean
  foot?: ReactNode
  /** Height that the chart will take, kept free while it is being loaded. */
  height: number
  /** Draws the chart; called when the frame comes into view. */
  load(): Promise<() => ReactNode>
}

/** A chart that is fetched when it comes into view, with its table one key below it. */
export function ChartFrame({ unit, table, tableOpen = false, foot, height, load }: Props) {
  const { t } = useApp()
  const frame = useRef<HTMLElement>(null)
  const [draw, setDraw] = useState<(() => ReactNode) | null>(null)
  const [failed, setFailed] = useState(false)
  const loader = useRef(load)
  loader.current = load

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new IntersectionObserver(
      entries => {
        if (!entries.some(entry => entry.isIntersecting)) return
        observer.disconnect()
        loader.current().then(
          chart => setDraw(() => chart),
          () => setFailed(true),
        )
      },
      { rootMargin: '200px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return (
    <figure className="chart" ref={frame}>
      <figcaption className="chart-unit">{unit}</figcaption>
      {failed ? (
        <p className="note note-signal">{t.chart.failed}</p>
      ) : (
        <div className="chart-area" style={{ height: `${height}px` }}>
          {draw ? draw() : <p className="chart-wait">{t.chart.loading}</p>}
        </div>
      )}
      <details className="twin" open={tableOpen || failed}>
        <summary>{t.chart.tableTwin}</summary>
        {table}
      </details>
      {foot}
    </figure>
  )
}
