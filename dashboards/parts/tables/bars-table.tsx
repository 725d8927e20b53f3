import type { ReactNode } from 'react'
import { type BarGeometry, barsOf } from './bars.ts'

export interface BarsRow {
  readonly id: string
  readonly name: ReactNode
  /** Opens what is below the row; null where the row is the last level. */
  readonly href: string | null
  /** Decimal string, for the bar's length; `text` is what is read. */
  readonly amount: string
  readonly text: string
  readonly traceHref: string
  readonly traceLabel: string
  readonly share: string
  readonly selected: boolean
}

interface Props {
  caption: string
  columns: { name: string; amount: string; share: string; shareLong: string }
  rows: readonly BarsRow[]
  total: { label: string; text: string; traceHref: string; traceLabel: string; selected: boolean } | null
}

/** A bar chart that is a table: sorted rows, bars on one scale, and every amount a link to its cells. */
export function BarsTable({ caption, columns, rows, total }: Props) {
  const bars = barsOf(rows.map(row => row.amount))
  return (
    <table className="bars">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <td className="bar-cell" aria-hidden="true" />
          <th scope="col" className="number">
            {columns.amount}
          </th>
          <th scope="col" className="number">
            <abbr title={columns.shareLong}>{columns.share}</abbr>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const bar = bars[index]
          return (
            <tr key={row.id} className={row.selected ? 'selected' : undefined}>
              <th scope="row">
                {bar ? <Bar bar={bar} className="bar-under" /> : null}
                {row.href === null ? (
                  row.name
                ) : (
                  <a href={row.href} data-nav="" className="row-link">
                    {row.name}
                  </a>
                )}
              </th>
              <td className="bar-cell" aria-hidden="true">
                {bar ? <Bar bar={bar} className="" /> : null}
              </td>
              <td className="number">
                <a href={row.traceHref} data-nav="" className="figure" aria-label={row.traceLabel}>
                  {row.text}
                </a>
              </td>
              <td className="number">{row.share}</td>
            </tr>
          )
        })}
      </tbody>
      {total ? (
        <tfoot>
          <tr className={total.selected ? 'selected' : undefined}>
            <th scope="row">{total.label}</th>
            <td className="bar-cell" aria-hidden="true" />
            <td className="number">
              <a href={total.traceHref} data-nav="" className="figure" aria-label={total.traceLabel}>
                {total.text}
              </a>
            </td>
            <td className="number">100</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

/** Drawn in its own column, and a second time under the row for narrow screens; the style sheet shows one of them. */
function Bar({ bar, className }: { bar: BarGeometry; className: string }) {
  return (
    <i
      aria-hidden="true"
      className={`bar ${bar.negative ? 'bar-negative' : ''} ${className}`}
      style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
    />
  )
}
