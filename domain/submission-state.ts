/** One list of states for everything that is submitted, in the whole product. */
export const SUBMISSION_STATES = [
  'draft',
  'received',
  'reading',
  'invalid',
  'awaiting_confirmation',
  'submitted',
  'returned',
  'approved',
  'accepted',
  'published',
  'superseded',
  'withdrawn',
  'failed',
] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]

const NEXT: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  draft: ['received', 'submitted', 'withdrawn'],
  received: ['reading', 'withdrawn', 'failed'],
  reading: ['invalid', 'awaiting_confirmation', 'withdrawn', 'failed'],
  invalid: ['withdrawn'],
  awaiting_confirmation: ['submitted', 'accepted', 'withdrawn'],
  submitted: ['approved', 'accepted', 'returned', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  approved: ['approved', 'accepted', 'returned'],
  accepted: ['published', 'failed'],
  published: ['superseded', 'withdrawn'],
  superseded: [],
  withdrawn: [],
  failed: [],
}

export const canMove = (from: SubmissionState, to: SubmissionState): boolean => NEXT[from].includes(to)
