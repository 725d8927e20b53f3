import { formatBani, type Language } from '../../domain/index.ts'
import type { Submission } from '../api-types.ts'
import { baniOf, formatAmount, formatInWords, formatLei } from '../format/money.ts'
import type { Texts } from '../i18n/index.ts'

/** What has happened to the file, as the page's heading. */
export function submissionHeading(submission: Submission, language: Language, t: Texts): string {
  const { headings } = t.submission
  const { status, issueCounts, totals } = submission
  switch (status) {
    case 'draft':
      return headings.draft
    case 'received':
    case 'reading':
      return headings.reading
    case 'invalid':
      return headings.invalid(issueCounts.error)
    case 'awaiting_confirmation':
      return issueCounts.warning > 0 ? headings.awaitingWarnings(issueCounts.warning) : headings.awaiting
    case 'submitted':
    case 'approved':
      return headings.submitted
    case 'returned':
      return headings.returned
    case 'accepted':
      return headings.publishing
    case 'published':
      return headings.published(totals ? formatInWords(totals.expenditure, language) : '')
    case 'superseded':
      return headings.superseded
    case 'withdrawn':
      return headings.withdrawn
    case 'failed':
      return headings.failed
  }
}

export interface Compared {
  readonly value: string | null
  readonly note: string
  readonly differs: boolean
}

/** A sum of the lines beside the total that the file itself states. */
export function compared(sum: string | null, control: string | null, language: Language, t: Texts): Compared {
  const { tiles } = t.submission
  if (sum === null) return { value: null, note: tiles.notYet, differs: false }
  const value = formatAmount(sum, language)
  if (control === null) return { value, note: tiles.noControl, differs: false }
  const [left, right] = [baniOf(sum), baniOf(control)]
  if (left === null || right === null || left === right) return { value, note: tiles.equal, differs: false }
  const difference = formatLei(formatBani(left - right), language)
  return { value, note: tiles.differs(formatLei(control, language), difference), differs: true }
}

/** Step of the filing that the submission has reached: sent, to be checked, done. */
export function stepOf(status: Submission['status']): number {
  if (status === 'accepted' || status === 'published' || status === 'superseded') return 3
  if (status === 'awaiting_confirmation') return 2
  return 1
}
