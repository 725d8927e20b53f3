import type { SheetWindow } from '../../api-types.ts'

export interface CellMark {
  readonly kind: 'hit' | 'error' | 'warning' | 'information'
  /** What is read out with the cell's value. */
  readonly text: string
  /** Where the mark leads: its explanation. */
  readonly href: string | null
}

interface Props {
  window: SheetWindow
  caption: string
  rowLabel: string
  marks: ReadonlyMap<string, CellMark>
}

/** Rows of a spreadsheet as they stand in the file, with addresses and marked cells. */
export function SheetGrid({ window, caption, rowLabel, marks }: Props) {
  const kept = keptColumn(marks)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable from the keyboard
    <section className="sheet" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{rowLabel}</span>
            </th>
            {window.columns.map(column => (
              <th scope="col" key={column} className={column === kept ? 'kept' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {window.rows.map((row, index) => {
            const previous = window.rows[index - 1]
            const gap = previous !== undefined && row.row > previous.row + 1
            const cells = new Map(row.cells.map(cell => [cell.cell, cell]))
            return (
              <tr key={row.row} className={gap ? 'after-gap' : undefined}>
                <th scope="row">{row.row}</th>
                {window.columns.map(column => {
                  const address = `${column}${row.row}`
                  return (
                    <SheetCell
                      key={address}
                      address={address}
                      cell={cells.get(address) ?? null}
                      mark={marks.get(address) ?? null}
                      kept={column === kept}
                    />
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** The column with most marks stays in view while the others scroll under it. */
function keptColumn(marks: Props['marks']): string | null {
  const counts = new Map<string, number>()
  for (const address of marks.keys()) {
    const column = address.replace(/\d+$/, '')
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

interface CellProps {
  address: string
  cell: SheetWindow['rows'][number]['cells'][number] | null
  mark: CellMark | null
  kept: boolean
}

function SheetCell({ address, cell, mark, kept }: CellProps) {
  const value = cell?.value ?? ''
  const number = cell?.type === 'number' || /^-?\d+([.,]\d+)?$/.test(value)
  const classes = [number ? 'number' : '', kept ? 'kept' : '', mark ? `mark mark-${mark.kind}` : '']
  const className = classes.filter(name => name !== '').join(' ')
  return (
    <td
      className={className === '' ? undefined : className}
      id={mark ? `c-${address}` : undefined}
      tabIndex={mark ? -1 : undefined}
      title={value.length > 14 ? value : undefined}
    >
      {mark?.href == null ? value : <a href={mark.href}>{value === '' ? '(…)' : value}</a>}
      {mark ? <span className="visually-hidden">: {mark.text}</span> : null}
    </td>
  )
}
