/** Kinds of official documents; each has its template and its own facts. */
export const DOCUMENT_KINDS = ['mandate-certificate', 'data-export-receipt'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const DOCUMENT_STATES = ['valid', 'superseded', 'revoked'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

/** Why a document no longer counts: a kind, never a text, since whoever verifies the document reads it. */
export const REVOCATION_REASONS = ['right-ended', 'issued-in-error', 'court-decision', 'at-request'] as const
export type RevocationReason = (typeof REVOCATION_REASONS)[number]

/** The files of a document: the signed original, the same for the archive (PDF/A), and copies in other languages. */
export const RENDITIONS = ['official', 'archive', 'copy'] as const
export type Rendition = (typeof RENDITIONS)[number]
