/** Every queue of jobs, with what pg-boss does when a handler throws. A queue is a table, made by the owner in migrate. */
export const QUEUES = {
  mail: { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 },
  digest: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  reminders: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  expiry: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  accounts: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  mandates: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  retention: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  organisations: { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
  'audit-head': { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 900 },
} as const

export type Queue = keyof typeof QUEUES
/** Queues that a timetable fills. */
export type Schedule = Exclude<Queue, 'mail'>

/** pg-boss keeps its timetable in a queue of its own. */
export const TIMETABLE_QUEUE = '__pgboss__send-it'
