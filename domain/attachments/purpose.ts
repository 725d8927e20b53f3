import { type ContentKind, extensionsOf, mediaTypeOf } from './content-kind.ts'

const MEGABYTE = 1024 * 1024
const IMAGES = ['jpeg', 'png', 'webp'] as const
const OFFICE = ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'] as const

/** What a file is attached for: decides what it may be, how large, and how long it is kept. */
interface PurposeRule {
  readonly kinds: readonly ContentKind[]
  readonly maxBytes: number
  /**
   * Days from the day on which it was attached, where its subject sets no other end. To be confirmed: the county's own list
   * of archival terms decides (Law 16/1996, article 8).
   */
  readonly keepDays: number
}

const PURPOSES = {
  /** Proof about a person: identity, property, health, a mandate. */
  proof: { kinds: ['pdf', ...IMAGES], maxBytes: 20 * MEGABYTE, keepDays: 1825 },
  photo: { kinds: IMAGES, maxBytes: 20 * MEGABYTE, keepDays: 1095 },
  document: { kinds: ['pdf', ...IMAGES, ...OFFICE, 'text', 'csv'], maxBytes: 50 * MEGABYTE, keepDays: 3650 },
  /** Drawings of a project are large. */
  plan: { kinds: ['pdf', ...IMAGES], maxBytes: 512 * MEGABYTE, keepDays: 3650 },
} as const satisfies Record<string, PurposeRule>

export type AttachmentPurpose = keyof typeof PURPOSES
export const ATTACHMENT_PURPOSES = Object.keys(PURPOSES) as [AttachmentPurpose, ...AttachmentPurpose[]]

export const purposeRule = (purpose: AttachmentPurpose): PurposeRule => PURPOSES[purpose]

export const isAttachmentPurpose = (text: string): text is AttachmentPurpose => Object.hasOwn(PURPOSES, text)

/** What a file chooser is told to offer. */
export const acceptedTypes = (purpose: AttachmentPurpose): string[] =>
  purposeRule(purpose).kinds.flatMap(kind => [
    mediaTypeOf(kind),
    ...extensionsOf(kind).map(extension => `.${extension}`),
  ])
