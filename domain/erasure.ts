/** Why the office erases a person: the grounds of GDPR art. 17 (1), points a to e. */
export const ERASURE_REASONS = [
  'no-longer-needed',
  'consent-withdrawn',
  'objection',
  'unlawful',
  'legal-duty',
] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]
