import { formatBani } from '../../domain/index.ts'
import {
  ALL_SUBMISSIONS,
  type Database,
  failPublication,
  findReportType,
  findSubmission,
  listOrganisations,
  markEventDone,
  nextEvent,
  ORGANISATIONS_CHANGED,
  type OutboxEvent,
  REPORT_ACCEPTED,
  recordEventFailure,
  replayEvents,
  type Submission,
  settlePublication,
} from '../../services/index.ts'
import { type Publication, type Warehouse, WarehouseError } from '../../warehouse/index.ts'

import type { AnyReport } from '../read-result.ts'

export interface RelayOptions {
  readonly db: Database
  readonly warehouse: Warehouse
  /** Reads the accepted file again (or remembers it): the file is the truth, what was stored about it is checked against it. */
  readonly readAccepted: (submission: Submission) => Promise<AnyReport>
  readonly now: () => Date
  /** Told after each publication that the warehouse has, e.g. to pin later queries to it. */
  readonly onPublished: (publication: number) => void
  /** Told after institutions changed, e.g. to forget answers with their old names. */
  readonly onEntitiesChanged: () => void
  readonly log: (line: string) => void
}

export interface Relay {
  /** Says that an event may be waiting. */
  wake(): void
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>
  /** Does other work on the warehouse while no event is relayed. */
  pausedFor<T>(work: () => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** A report whose file no longer gives what was accepted: no retry helps. */
class Unpublishable extends Error {}

/** The warehouse's answers to a report that is wrong in itself. */
const REFUSALS = new Set<WarehouseError['code']>([
  'totals_differ',
  'publication_mismatch',
  'publication_invalid',
  'publication_out_of_order',
])

const RETRY_MS = [200, 1000, 5000, 30_000]

/** Carries outbox events to the warehouse, one after the other, exactly once by event id. */
export function startRelay(options: RelayOptions): Relay {
  let stopped = false
  let running: Promise<void> | null = null
  let again = false
  let paused = false
  let timer: NodeJS.Timeout | undefined

  async function drain(): Promise<void> {
    while (!stopped && !paused) {
      again = false
      const event = await nextEvent(options.db)
      if (!event) {
        if (again) continue
        return
      }
      try {
        await relayEvent(options, event)
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error)
        options.log(`relay: event ${event.id} (${event.kind}) will be tried again: ${text}`)
        await recordEventFailure(options.db, event.id, text)
        timer = setTimeout(wake, RETRY_MS[Math.min(event.attempts, RETRY_MS.length - 1)])
        timer.unref()
        return
      }
    }
  }

  function wake(): void {
    again = true
    if (stopped || paused || running) return
    running = drain()
      .catch(error => {
        options.log(`relay: ${error instanceof Error ? error.message : String(error)}`)
        timer = setTimeout(wake, 1000)
        timer.unref()
      })
      .finally(() => {
        running = null
      })
  }

  return {
    wake,
    idle: async () => {
      while (running) await running
    },
    pausedFor: async work => {
      paused = true
      try {
        await running
        return await work()
      } finally {
        paused = false
        wake()
      }
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

async function relayEvent(options: RelayOptions, event: OutboxEvent): Promise<void> {
  switch (event.kind) {
    case ORGANISATIONS_CHANGED:
      await options.warehouse.putEntities(await entitiesOf(options.db))
      options.onEntitiesChanged()
      await markEventDone(options.db, event.id, options.now())
      return
    case REPORT_ACCEPTED: {
      const id = String(event.payload.submission)
      try {
        await publish(options, event, id)
      } catch (error) {
        if (!(error instanceof Unpublishable)) throw error
        options.log(`relay: submission ${id} can't be published: ${error.message}`)
        await failPublication(options.db, event.id, id, error.message, options.now())
        return
      }
      await settlePublication(options.db, event.id, id, options.now())
      return
    }
    default:
      options.log(`relay: event ${event.id} has the unknown kind ${event.kind}`)
      await markEventDone(options.db, event.id, options.now())
  }
}

async function publish(options: RelayOptions, event: OutboxEvent, id: string): Promise<void> {
  const submission = await findSubmission(options.db, id, ALL_SUBMISSIONS)
  if (!submission) throw new Unpublishable('the submission is missing')
  const report = await options.readAccepted(submission)
  const publication = publicationOf(submission, report, event)
  try {
    await options.warehouse.publishExecution(publication, report)
  } catch (error) {
    if (error instanceof WarehouseError && REFUSALS.has(error.code)) throw new Unpublishable(error.message)
    throw error
  }
  options.onPublished(publication.publication)
}

function publicationOf(submission: Submission, report: AnyReport, event: OutboxEvent): Publication {
  const { organisation, totals, publication, version, confirmedAt } = submission
  const reportType = submission.reportType ? findReportType(submission.reportType) : null
  if (
    !organisation?.cui ||
    !totals ||
    publication === null ||
    version === null ||
    !confirmedAt ||
    !reportType
  )
    throw new Unpublishable(
      'the submission was accepted without an entity, totals, version or publication number',
    )
  const revenue = formatBani(report.totals.revenue)
  const expenditure = formatBani(report.totals.expenditure)
  if (
    revenue !== totals.revenue ||
    expenditure !== totals.expenditure ||
    report.lines.length !== submission.lines
  )
    throw new Unpublishable(
      `the file gives revenue ${revenue}, expenditure ${expenditure} on ${report.lines.length} lines; accepted were ${totals.revenue}, ${totals.expenditure} on ${submission.lines}`,
    )
  return {
    publication,
    eventId: event.id,
    submissionId: submission.id,
    county: organisation.county,
    cui: organisation.cui,
    reportType: reportType.code,
    visibility: reportType.visibility,
    periodEnd: report.periodEnd,
    version,
    publishedAt: confirmedAt.toISOString(),
    lines: report.lines.length,
    revenue,
    expenditure,
    fileName: submission.fileName,
    sha256: submission.sha256,
    demo: organisation.demo,
    sample: submission.sample,
  }
}

async function entitiesOf(db: Database) {
  const organisations = await listOrganisations(db)
  return organisations.flatMap(({ cui, county, names, kind, siruta, parentCui, demo }) =>
    cui ? [{ cui, county, names, kind, siruta, parentCui, demo }] : [],
  )
}

/** Fills an empty warehouse from the accepted submissions. Returns how many publications it has. */
export async function replayPublications(
  options: Pick<RelayOptions, 'db' | 'warehouse' | 'readAccepted'>,
): Promise<number> {
  const events = await replayEvents(options.db, REPORT_ACCEPTED)
  await options.warehouse.putEntities(await entitiesOf(options.db))
  let done = 0
  for (const event of events) {
    const submission = await findSubmission(options.db, String(event.payload.submission), ALL_SUBMISSIONS)
    if (submission && (submission.status === 'published' || submission.status === 'superseded')) {
      const report = await options.readAccepted(submission)
      await options.warehouse.publishExecution(publicationOf(submission, report, event), report)
      done++
    }
  }
  return done
}
