/**
 * Seconds to wait after the first, second … failed sign-in in a row; the last one goes on. Five are free: people mistype. Then
 * each failure doubles the wait up to five minutes, and from the twentieth on one attempt an hour is left.
 */
export const SIGN_IN_WAITS: readonly number[] = [
  ...[0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256],
  ...[300, 300, 300, 300, 300, 300],
  3600,
]

/** How many failures lock the account for whoever is not at a known device. */
export const SIGN_IN_LOCK = SIGN_IN_WAITS.length

/** After so long without a failure counting starts anew. */
export const SIGN_IN_MEMORY_HOURS = 24
