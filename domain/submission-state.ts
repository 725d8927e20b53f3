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
