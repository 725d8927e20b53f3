/** waiting: not sent yet, perhaps after attempts that failed; kept: written to a file, since no mail server is set;
 * failed: refused for good; gave_up: too many attempts, or no use any more. */
export const DELIVERY_STATES = ['waiting', 'kept', 'sent', 'failed', 'gave_up'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** How often the notifications that may wait come together in one mail. */
export const DIGESTS = ['none', 'daily', 'weekly'] as const
export type Digest = (typeof DIGESTS)[number]
