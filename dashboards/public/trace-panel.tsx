import type { Budget, TraceRow } from '../api-types.ts'
import { formatAmount, formatLei } from '../format/money.ts'
import type { BudgetData, OpenTrace } from '../page-types.ts'
import { SheetGrid } from '../parts/tables/sheet-grid.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { type BudgetState, changed, writeState } from './budget-state.ts'
import { nameOf } from './budget-words.ts'

export const CELLS_PER_PAGE = 12

/** Where a figure comes from: its cells, the chosen one inside its sheet, and the file. */
export function TracePanel({ data, budget }: { data: BudgetData; budget: Budget }) {
  const { t } = useApp()
  const { trace } = data
  return (
    <aside className="trace" aria-labelledby="trace">
      <h2 id="trace" tabIndex={-1}>
        {t.trace.heading}
      </h2>
      {trace ? (
        <Cells data={data} open={trace} />
      ) : (
        <>
          <p>{t.trace.hint}</p>
          <FileFacts
            facts={{
              submission: budget.report.submission,
              fileName: budget.report.fileName,
              sha256: budget.report.sha256,
              version: budget.report.version,
            }}
          />
        </>
      )}
    </aside>
  )
}

function Cells({ data, open }: { data: BudgetData; open: OpenTrace }) {
  const { t, language } = useApp()
  const href = useHref()
  const { entity, state } = data
  const { trace, line, excerpt } = open
  const address = (next: BudgetState, anchor = 'trace') =>
    `${href('budget', { cui: entity.cui ?? '' }, writeState(next))}#${anchor}`
  const name = open.names ? nameOf(open.names, open.code, language, t) : t.budget.total
  const words = trace.mode === 'own' ? t.trace.sumOwn(trace.count) : t.trace.sum(trace.count)
  const last = Math.min(state.skip + trace.rows.length, trace.count)
  return (
    <>
      <p>
        {name}, <b className="figures">{formatLei(trace.total, language)}</b> {words}.{' '}
        <a href={address(changed(state, {}), 'breakdown')} data-nav="">
          {t.trace.close}
        </a>
      </p>
      {line ? <ChosenCell line={line} excerpt={excerpt} /> : <p>{t.trace.none}</p>}
      {trace.rows.length > 0 ? (
        <>
          <h3>{t.trace.cells}</h3>
          <table className="cells">
            <thead>
              <tr>
                <th scope="col">{t.trace.cell}</th>
                <th scope="col">{t.trace.line}</th>
                <th scope="col" className="number">
                  {t.trace.amount}
                </th>
              </tr>
            </thead>
            <tbody>
              {trace.rows.map(row => (
                <CellRow
                  key={`${row.line} ${row.sign}`}
                  row={row}
                  selected={row === line || (row.line === line?.line && row.sign === line.sign)}
                  href={address({ ...state, line: row.line })}
                />
              ))}
            </tbody>
          </table>
          <p className="row source">
            {t.trace.range(state.skip + 1, last, trace.count)}
            {state.skip > 0 ? (
              <a href={address({ ...state, skip: 0, line: null })} data-nav="">
                {t.trace.first}
              </a>
            ) : null}
            {last < trace.count ? (
              <a href={address({ ...state, skip: state.skip + CELLS_PER_PAGE, line: null })} data-nav="">
                {t.trace.more}
              </a>
            ) : null}
          </p>
        </>
      ) : null}
    </>
  )
}

function CellRow({ row, selected, href }: { row: TraceRow; selected: boolean; href: string }) {
  const { t, language } = useApp()
  const functional = nameOf(row.functional.names, row.functional.code, language, t)
  const economic = row.economic ? nameOf(row.economic.names, row.economic.code, language, t) : null
  return (
    <tr className={selected ? 'selected' : undefined}>
      <th scope="row">
        <a
          href={href}
          data-nav=""
          aria-label={t.trace.showCell(row.cell)}
          aria-current={selected ? 'true' : undefined}
        >
          {row.cell}
        </a>
      </th>
      <td>
        {economic ?? functional}
        <span className="code">
          {row.functional.display}
          {row.economic ? ` · ${row.economic.display}` : ''}
        </span>
        {row.sign === -1 ? <span className="code">{` ${t.trace.subtracted}`}</span> : null}
      </td>
      <td className="number">{formatAmount(row.amount, language)}</td>
    </tr>
  )
}

function ChosenCell({ line, excerpt }: { line: TraceRow; excerpt: OpenTrace['excerpt'] }) {
  const { t } = useApp()
  return (
    <>
      <h3>{t.trace.inSheet(line.cell, line.sheet)}</h3>
      {excerpt ? (
        <SheetGrid
          window={excerpt}
          caption={t.trace.inSheet(line.cell, line.sheet)}
          rowLabel={t.trace.row}
          marks={new Map([[line.cell, { kind: 'hit', text: t.trace.chosenCell, href: null }]])}
        />
      ) : (
        <p>{t.trace.noExcerpt}</p>
      )}
      <FileFacts facts={line} raw={line.rawValue} />
    </>
  )
}

interface Facts {
  submission: string
  fileName: string
  sha256: string
  version: number
}

function FileFacts({ facts, raw }: { facts: Facts; raw?: string }) {
  const { t } = useApp()
  return (
    <dl className="facts">
      <dt>{t.trace.file}</dt>
      <dd>
        <a
          href={`/api/public/submissions/${facts.submission}/file`}
          download
          aria-label={`${t.trace.downloadFile}: ${facts.fileName}`}
        >
          {facts.fileName}
        </a>
      </dd>
      {raw === undefined ? null : (
        <>
          <dt>{t.trace.rawValue}</dt>
          <dd className="figures">{raw}</dd>
        </>
      )}
      <dt>{t.trace.versionLabel}</dt>
      <dd>{facts.version}</dd>
      <dt>{t.trace.sha}</dt>
      <dd>
        <code className="hash">{facts.sha256}</code>
      </dd>
    </dl>
  )
}
