/** What can go wrong in the warehouse, told apart by `code`. Amounts are decimal strings. */
export type WarehouseFailure =
  | { readonly code: 'url_unsupported'; readonly scheme: string; readonly supported: readonly string[] }
  | { readonly code: 'warehouse_locked'; readonly file: string; readonly pid: number | null }
  | { readonly code: 'warehouse_unreadable'; readonly file: string; readonly reason: string }
  | { readonly code: 'warehouse_closed' }
  | { readonly code: 'query_failed'; readonly reason: string }
  | { readonly code: 'query_not_reading'; readonly statement: string }
  | { readonly code: 'value_unfit'; readonly table: string; readonly column: string; readonly value: string }
  | { readonly code: 'migration_changed'; readonly migration: string }
  | { readonly code: 'migration_unknown'; readonly migration: string }
  | {
      readonly code: 'reference_data_malformed'
      readonly file: string
      readonly line: number
      readonly reason: string
    }
  | {
      readonly code: 'totals_differ'
      readonly kind: 'revenue' | 'expenditure'
      readonly lines: string
      readonly total: string
      readonly difference: string
    }
  | {
      readonly code: 'publication_mismatch'
      readonly field: string
      readonly publication: string
      readonly report: string
    }
  | { readonly code: 'publication_out_of_order'; readonly publication: number; readonly current: number }
  | { readonly code: 'publication_invalid'; readonly field: string; readonly value: string }

/** Thrown by everything in warehouse/: `failure` is the discriminated reason, the message a sentence for the log. */
export class WarehouseError extends Error {
  readonly failure: WarehouseFailure

  constructor(failure: WarehouseFailure, cause?: unknown) {
    super(describe(failure), cause === undefined ? {} : { cause })
    this.name = 'WarehouseError'
    this.failure = failure
  }

  get code(): WarehouseFailure['code'] {
    return this.failure.code
  }
}

function describe(failure: WarehouseFailure): string {
  switch (failure.code) {
    case 'url_unsupported':
      return `WAREHOUSE_URL begins with "${failure.scheme}"; supported now: ${failure.supported.join(', ')}`
    case 'warehouse_locked':
      return `${failure.file} is in use by ${failure.pid === null ? 'another process' : `process ${failure.pid}`}; only one process can own the warehouse: stop that one, or choose another DATA_DIR or WAREHOUSE_URL`
    case 'warehouse_unreadable':
      return `${failure.file} cannot be opened as a DuckDB warehouse: ${failure.reason}`
    case 'warehouse_closed':
      return 'the warehouse is closed'
    case 'query_failed':
      return failure.reason
    case 'query_not_reading':
      return `query() only reads; "${failure.statement}" belongs in transaction()`
    case 'value_unfit':
      return `"${failure.value}" does not fit column ${failure.column} of ${failure.table}`
    case 'migration_changed':
      return `migration ${failure.migration} was applied with other content; add a new migration instead of changing it`
    case 'migration_unknown':
      return `the warehouse has migration ${failure.migration}, which this version does not know; start the newer version`
    case 'reference_data_malformed':
      return `${failure.file}, line ${failure.line}: ${failure.reason}`
    case 'totals_differ':
      return `${failure.kind}: the lines add up to ${failure.lines}, the total given is ${failure.total}, a difference of ${failure.difference}; nothing was published`
    case 'publication_mismatch':
      return `the publication says ${failure.field} ${failure.publication}, its report says ${failure.report}; nothing was published`
    case 'publication_out_of_order':
      return `publication ${failure.publication} comes after ${failure.current}: numbers must ascend in order of acceptance`
    case 'publication_invalid':
      return `"${failure.value}" is no valid ${failure.field} of a publication`
  }
}
