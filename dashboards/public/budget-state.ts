/** The whole state of a budget page is its query: the API's own parameters, and what is open on the page. */
export const BY = ['functional', 'economic', 'source', 'section'] as const
export type By = (typeof BY)[number]
export const VIEWS = ['table', 'bars', 'treemap'] as const
export type View = (typeof VIEWS)[number]

export interface BudgetState {
  readonly at: string | null
  readonly reportType: string | null
  readonly kind: 'expenditure' | 'revenue'
  readonly mode: 'cumulative' | 'own'
  readonly by: By
  readonly level: number
  readonly functional: string | null
  readonly economic: string | null
  readonly source: string | null
  readonly section: string | null
  readonly asOf: string | null
  readonly view: View
  /** Code of the row whose cells are open, or "total". */
  readonly trace: string | null
  /** Path of a later page of the cells: the number of cells to skip. */
  readonly skip: number
  /** The cell that is shown inside its sheet. */
  readonly line: string | null
}

export const INITIAL: BudgetState = {
  at: null,
  reportType: null,
  kind: 'expenditure',
  mode: 'cumulative',
  by: 'functional',
  level: 1,
  functional: null,
  economic: null,
  source: null,
  section: null,
  asOf: null,
  view: 'table',
  trace: null,
  skip: 0,
  line: null,
}

const CODE = /^\d{2}(\d{2}){0,2}$/

const oneOf = <T extends string>(values: readonly T[], text: string | null, otherwise: T): T =>
  values.find(value => value === text) ?? otherwise

/** Reads the query; what is malformed falls back to the default, so that an old or mistyped link still opens. */
export function readState(query: URLSearchParams): BudgetState {
  const matching = (name: string, pattern: RegExp): string | null => {
    const value = query.get(name)
    return value !== null && pattern.test(value) ? value : null
  }
  const kind = oneOf(['expenditure', 'revenue'] as const, query.get('kind'), INITIAL.kind)
  const by = oneOf(BY, query.get('by'), INITIAL.by)
  return {
    at: matching('at', /^\d{4}-\d{2}-\d{2}$/),
    reportType: matching('reportType', /^[A-Z0-9-]{1,40}$/),
    kind,
    mode: oneOf(['cumulative', 'own'] as const, query.get('mode'), INITIAL.mode),
    by: kind === 'revenue' && by === 'economic' ? 'functional' : by,
    level: Number(matching('level', /^[1-4]$/) ?? INITIAL.level),
    functional: matching('functional', CODE),
    economic: kind === 'revenue' ? null : matching('economic', CODE),
    source: matching('source', /^[A-Z]$/),
    section: matching('section', /^(F|D|none)$/),
    asOf: matching('asOf', /^(\d{1,15}|\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?)$/),
    view: oneOf(VIEWS, query.get('view'), INITIAL.view),
    trace: matching('trace', /^[\w.:-]{1,60}$/),
    skip: Number(matching('skip', /^\d{1,7}$/) ?? 0),
    line: matching('line', /^[\w-]{1,40}$/),
  }
}

/** Writes the state as a query, in a fixed order and without what is the default. */
export function writeState(state: BudgetState): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of Object.keys(INITIAL) as (keyof BudgetState)[]) {
    const value = state[name]
    if (value !== null && value !== INITIAL[name]) query.set(name, String(value))
  }
  return query
}

/** Changes what is shown and closes the open cells, which belong to the figures that were there before. */
export const changed = (state: BudgetState, change: Partial<BudgetState>): BudgetState => ({
  ...state,
  trace: null,
  skip: 0,
  line: null,
  ...change,
})

/** The query of the API for the same figures. */
export function apiQuery(state: BudgetState): URLSearchParams {
  const query = new URLSearchParams()
  const names = [
    'at',
    'reportType',
    'kind',
    'mode',
    'by',
    'level',
    'functional',
    'economic',
    'source',
    'section',
    'asOf',
  ] as const
  for (const name of names) {
    const value = state[name]
    if (value !== null) query.set(name, String(value))
  }
  return query
}
