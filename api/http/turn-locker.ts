import type { Lock, Locker } from '@tus/server'

/** As long as a request may take to let go of an upload, once another asks for it. */
const LONGEST_WAIT_MS = 10_000

interface Held {
  readonly letGo: () => void | Promise<void>
  readonly free: Promise<void>
  readonly release: () => void
}

/**
 * One request at a time writes to an upload. Whoever comes asks the one before to end, since that is most often its own lost
 * connection. Unlike tus's own locker it sleeps while it waits.
 */
export function createTurnLocker(): Locker {
  const held = new Map<string, Held>()

  const newLock = (id: string): Lock => ({
    lock: async (signal, letGo) => {
      const end = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)])
      for (let before = held.get(id); before; before = held.get(id)) {
        await before.letGo()
        await Promise.race([before.free, aborted(end)])
        if (end.aborted) throw { status_code: 423, body: 'another request is writing to this upload' }
      }
      let release = () => {}
      const free = new Promise<void>(resolve => {
        release = resolve
      })
      held.set(id, { letGo, free, release })
    },
    unlock: async () => {
      const mine = held.get(id)
      held.delete(id)
      mine?.release()
    },
  })
  return { newLock }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
