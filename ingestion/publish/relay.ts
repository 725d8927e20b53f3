import { formatBani, localDay } from '../../domain/index.ts'
import {
  ALL_SUBMISSIONS,
  type Database,
  doneEvents,
  failPublication,
  findReportType,
  findSubmission,
  listOrganisations,
  markTaskDone,
  ORGANISATIONS_CHANGED,
  type OutboxEvent,
  type OutboxTask,
  REPORT_ACCEPTED,
  type RunningConsumer,
  runOutsideConsumer,
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

export type Relay = RunningConsumer

/** The name that the migrations gave to what keeps the warehouse up to date. */
const CONSUMER = 'warehouse'
/** A file that can't be read after so many attempts, minutes apart, will not be: others must not wait for it for ever. */
const READ_ATTEMPTS = 12

/** A report whose file no longer gives what was accepted: no retry helps. */
class Unpublishable extends Error {}

/** The warehouse's answers to a report that is wrong in itself. */
const REFUSALS = new Set<WarehouseError['code']>([
  'totals_differ',
  'publication_mismatch',
  'publication_invalid',
  'publication_out_of_order',
])

/** Carries events to the warehouse, one after the other, since publications ascend: exactly once by event id. */
export function startRelay(options: RelayOptions): Relay {
  const { db, now, log } = options
  return runOutsideConsumer({
    db,
    consumer: CONSUMER,
    now,
    log,
    carry: task => relayEvent(options, task),
  })
}

async function relayEvent(options: RelayOptions, event: OutboxTask): Promise<void> {
  switch (event.kind) {
    case ORGANISATIONS_CHANGED:
      await options.warehouse.putEntities(await entitiesOf(options.db, localDay(options.now())))
      options.onEntitiesChanged()
      await markTaskDone(options.db, CONSUMER, event.id, options.now())
      return
    case REPORT_ACCEPTED: {
      const id = String(event.payload.submission)
      try {
        await publish(options, event, id)
      } catch (error) {
        if (!(error instanceof Unpublishable)) throw error
        options.log(`relay: submission ${id} can't be published: ${error.message}`)
        await failPublication(
          options.db,
          { consumer: CONSUMER, eventId: event.id },
          id,
          error.message,
          options.now(),
        )
        return
      }
      await settlePublication(options.db, { consumer: CONSUMER, eventId: event.id }, id, options.now())
      return
    }
    default:
      options.log(`relay: event ${event.id} has the unknown kind ${event.kind}`)
      await markTaskDone(options.db, CONSUMER, event.id, options.now())
  }
}

async function publish(options: RelayOptions, event: OutboxTask, id: string): Promise<void> {
  const submission = await findSubmission(options.db, id, ALL_SUBMISSIONS)
  if (!submission) throw new Unpublishable('the submission is missing')
  const report = await options.readAccepted(submission).catch(error => {
    if (event.attempts + 1 < READ_ATTEMPTS) throw error
    throw new Unpublishable(error instanceof Error ? error.message : String(error))
  })
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

/** Institutions as they are on a day (null: today). */
async function entitiesOf(db: Database, on: string | null) {
  const organisations = await listOrganisations(db, on)
  return organisations.flatMap(({ cui, county, names, kind, siruta, parentCui, demo }) =>
    cui ? [{ cui, county, names, kind, siruta, parentCui, demo }] : [],
  )
}

/** Fills an empty warehouse from every event that it had, in order. Returns how many publications it has. */
export async function replayPublications(
  options: Pick<RelayOptions, 'db' | 'warehouse' | 'readAccepted'>,
): Promise<number> {
  let done = 0
  // Institutions are told as they are now, so once is enough.
  await options.warehouse.putEntities(await entitiesOf(options.db, null))
  for (const event of await doneEvents(options.db, CONSUMER)) {
    if (event.kind !== REPORT_ACCEPTED) continue
    const submission = await findSubmission(options.db, String(event.payload.submission), ALL_SUBMISSIONS)
    if (submission && (submission.status === 'published' || submission.status === 'superseded')) {
      const report = await options.readAccepted(submission)
      await options.warehouse.publishExecution(publicationOf(submission, report, event), report)
      done++
    }
  }
  return done
}
