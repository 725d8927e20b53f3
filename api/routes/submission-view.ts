import { type Issue, issueMessage, type Language } from '../../domain/index.ts'
import { countIssues, listIssues, type Submission } from '../../services/index.ts'
import type { System } from '../instance/system.ts'
import { SYSTEM_ACTOR } from '../instance/system-actor.ts'

export const SHOWN_ISSUES = 1000

const NO_ISSUES = { error: 0, warning: 0, information: 0 }

export const reportedIssue = (issue: Issue, language: Language) => {
  const { code, severity, sheet, cell, value } = issue
  return { code, severity, sheet, cell, value, ...issueMessage(issue, language) }
}

/** A submission as the API shows it, with its issues in the reader's language. */
export async function viewSubmission(
  system: System,
  submission: Submission,
  language: Language,
  more: { duplicate?: boolean } = {},
) {
  const counts = await countIssues(system.db, [submission.id])
  const issues = await listIssues(system.db, submission.id, SHOWN_ISSUES)
  return {
    ...viewWithoutIssues(system, submission, counts.get(submission.id) ?? NO_ISSUES),
    issues: issues.map(issue => reportedIssue(issue, language)),
    duplicateOf: more.duplicate ? submission.id : null,
  }
}

/** How a CSV was read; null for other files, and before it was read. */
function readAsOf({ readAs, readingOptions }: Submission) {
  if (readAs === null) return null
  const { encoding = '', delimiter = '', quote = '', decimal = '' } = readAs
  const given = (['encoding', 'delimiter', 'quote', 'decimal'] as const).filter(
    name => readingOptions[name] !== undefined,
  )
  return {
    encoding,
    delimiter,
    quote,
    decimal,
    columns: Number(readAs.columns),
    rows: Number(readAs.rows),
    given,
  }
}

export function viewWithoutIssues(
  system: System,
  submission: Submission,
  counts: Record<Issue['severity'], number>,
) {
  const self = `/api/reporting/submissions/${submission.id}`
  const { organisation } = submission
  const done = submission.status !== 'received' && submission.status !== 'reading'
  return {
    id: submission.id,
    status: submission.status,
    progress: done ? 100 : (system.reading.progress(submission.id) ?? 0),
    fileName: submission.fileName,
    sha256: submission.sha256,
    size: submission.size,
    entity: organisation?.cui ? { cui: organisation.cui, names: organisation.names } : null,
    reportType: submission.reportType,
    periodEnd: submission.periodEnd,
    lines: submission.lines,
    totals: submission.totals,
    controlTotals: submission.controlTotals,
    issues: [] as ReturnType<typeof reportedIssue>[],
    issueCounts: counts,
    sheets: [...submission.sheets],
    readAs: readAsOf(submission),
    version: submission.version,
    publication: submission.publication,
    duplicateOf: null as string | null,
    uploadedBy: submission.uploadedBy === SYSTEM_ACTOR.id ? SYSTEM_ACTOR.email : submission.uploaderEmail,
    receivedAt: submission.receivedAt.toISOString(),
    publishedAt: submission.publishedAt?.toISOString() ?? null,
    links: {
      self,
      file: `${self}/file`,
      issues: `${self}/issues.csv`,
      ...(submission.status === 'awaiting_confirmation'
        ? { confirm: `${self}/confirm?reading=${submission.reading}` }
        : {}),
      ...(submission.readAs !== null && ['invalid', 'awaiting_confirmation'].includes(submission.status)
        ? { readAgain: `${self}/read-again` }
        : {}),
      ...(submission.status === 'published' && organisation?.cui
        ? { budget: `/api/public/budget/${organisation.cui}?at=${submission.periodEnd}` }
        : {}),
    } as Record<string, string>,
  }
}
