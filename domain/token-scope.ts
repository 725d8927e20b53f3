/**
 * What an API token may be used for, beside what its account may do: reading; filing and confirming reports; the commands of the
 * county's office; what a person does in their own name (cases, mandates, attachments).
 */
export const TOKEN_SCOPES = ['read', 'report', 'office', 'personal'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]
