/**
 * uploading → checking → ready, refused or infected; "waiting" while the virus scanner can't be reached. Content that is
 * deleted leaves "deleted" where its subject still names it.
 */
export const ATTACHMENT_STATES = [
  'uploading',
  'checking',
  'waiting',
  'ready',
  'refused',
  'infected',
  'deleted',
] as const
export type AttachmentState = (typeof ATTACHMENT_STATES)[number]

/** What the virus scanner said; "not_scanned" where none is set up. */
export const SCAN_RESULTS = ['not_scanned', 'clean', 'infected'] as const
export type ScanResult = (typeof SCAN_RESULTS)[number]

/** Why content was refused. */
export const ATTACHMENT_PROBLEMS = [
  'type_unknown',
  'type_not_allowed',
  'markup',
  'macros',
  'protected',
  'damaged',
  'image_too_large',
] as const
export type AttachmentProblem = (typeof ATTACHMENT_PROBLEMS)[number]
