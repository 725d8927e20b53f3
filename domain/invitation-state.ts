/** What has become of an invitation: only an open one can be accepted. */
export const INVITATION_STATES = ['open', 'expired', 'used', 'withdrawn'] as const
export type InvitationState = (typeof INVITATION_STATES)[number]
