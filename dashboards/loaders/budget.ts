import type { Names } from '../../domain/index.ts'
import type { Budget, Entity, SheetWindow, Trace } from '../api-types.ts'
import type { BudgetData, OpenTrace } from '../page-types.ts'
import { apiQuery, type BudgetState, INITIAL, readState } from '../public/budget-state.ts'
import { CELLS_PER_PAGE } from '../public/trace-panel.tsx'
import { type Api, PageProblem, read, readOptional } from './api.ts'

function withPage(path: string, skip: number): string {
  const url = new URL(path, 'http://site')
  url.searchParams.set('offset', String(skip))
  url.searchParams.set('limit', String(CELLS_PER_PAGE))
  return url.pathname + url.search
}

async function openTrace(api: Api, state: BudgetState, budget: Budget): Promise<OpenTrace | null> {
  if (state.trace === null) return null
  const row = budget.rows.find(one => one.code === state.trace)
  if (!row && state.trace !== 'total') return null
  const names: Names | null = row ? row.names : (budget.path.at(-1)?.names ?? null)
  const trace = await read<Trace>(api, withPage(row ? row.trace : budget.totalTrace, state.skip))
  const line = trace.rows.find(one => one.line === state.line) ?? trace.rows[0] ?? null
  const excerpt = line ? await readOptional<SheetWindow>(api, line.excerpt) : null
  return { code: state.trace, names, trace, line, excerpt }
}

/** Totals of the whole report, as they are at the publication that the page is pinned to. */
async function wholeTotals(
  api: Api,
  entity: Entity,
  budget: Budget,
  path: string,
): Promise<BudgetData['totals']> {
  const period = entity.periods.find(one => one.publication === budget.report.publication)
  if (period) return { revenue: period.revenue, expenditure: period.expenditure }
  const of = async (kind: BudgetState['kind']): Promise<string> => {
    const query = apiQuery({
      ...INITIAL,
      kind,
      at: budget.at,
      reportType: budget.report.reportType,
      asOf: String(budget.asOf),
    })
    return (await read<Budget>(api, `${path}?${query}`)).total
  }
  const [revenue, expenditure] = await Promise.all([of('revenue'), of('expenditure')])
  return { revenue, expenditure }
}

export async function loadBudget(cui: string, query: URLSearchParams, api: Api): Promise<BudgetData> {
  const state = readState(query)
  const entity = await read<Entity>(api, `/api/public/entities/${cui}`)
  if (entity.periods.length === 0 && state.asOf === null) {
    return { entity, state, budget: null, totals: null, trace: null }
  }
  const path = `/api/public/budget/${cui}`
  const budget = await read<Budget>(api, `${path}?${apiQuery(state)}`).catch((error: unknown) => {
    // A date or an as-of without a report: the page says so and shows what there is.
    if (error instanceof PageProblem && error.code === 'report_missing') return null
    throw error
  })
  if (!budget) return { entity, state, budget: null, totals: null, trace: null }
  const [totals, trace] = await Promise.all([
    wholeTotals(api, entity, budget, path),
    openTrace(api, state, budget),
  ])
  return { entity, state, budget, totals, trace }
}
