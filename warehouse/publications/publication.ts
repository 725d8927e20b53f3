/** A publication of one report: what makes its facts valid. */
export interface Publication {
  /** Number given by the transactional store, ascending in order of acceptance. */
  readonly publication: number
  readonly eventId: string
  readonly submissionId: string
  readonly county: string
  readonly cui: string
  readonly reportType: string
  readonly visibility: 'public' | 'internal'
  /** ISO date of the state. */
  readonly periodEnd: string
  /** 1 for the first report of this entity, type and date; one more with each correction. */
  readonly version: number
  /** ISO instant. */
  readonly publishedAt: string
  readonly lines: number
  /** Sum of the revenue lines, a decimal string. */
  readonly revenue: string
  readonly expenditure: string
  readonly fileName: string
  readonly sha256: string
  /** Generated data of a fictional institution. */
  readonly demo: boolean
  /** Published totals, rebuilt split. */
  readonly sample: boolean
}

/** Instant as the warehouse keeps it: UTC, milliseconds, no zone. Null when it is none. */
export function utcTimestamp(instant: string | Date): string | null {
  const time = new Date(instant)
  return Number.isNaN(time.getTime()) ? null : time.toISOString().slice(0, -1)
}
