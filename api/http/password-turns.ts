/** Each takes about 40 ms of a core and 19 MiB; the thread pool that files and name look-ups use too has four threads. */
const AT_ONCE = 2
const MOST_WAITING = 200
const MOST_WAITING_EACH = 10

/** Runs the work when it is the turn of whoever asks; null when too many wait already. */
export type PasswordTurns = <T>(asker: string, work: () => Promise<T>) => Promise<T | null>

/**
 * Checking a password costs time on purpose. Askers (addresses) take turns, so that one who sends many lets others pass between
 * any two of them.
 */
export function passwordTurns(): PasswordTurns {
  // In the order of their next turn.
  const askers = new Map<string, (() => void)[]>()
  let running = 0
  let waiting = 0

  function startNext(): void {
    const next = askers.entries().next()
    if (next.done || running >= AT_ONCE) return
    const [asker, line] = next.value
    askers.delete(asker)
    const start = line.shift()
    if (line.length > 0) askers.set(asker, line)
    waiting--
    running++
    start?.()
  }

  return async (asker, work) => {
    const line = askers.get(asker) ?? []
    if (waiting >= MOST_WAITING || line.length >= MOST_WAITING_EACH) return null
    waiting++
    const turn = new Promise<void>(resolve => line.push(resolve))
    askers.set(asker, line)
    startNext()
    await turn
    try {
      return await work()
    } finally {
      running--
      startNext()
    }
  }
}
