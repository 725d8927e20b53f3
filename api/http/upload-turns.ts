import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './environment.ts'
import { problem } from './problem.ts'

/** A form is in memory several times its size while its file is taken out, and stays until the file is read. */
const AT_ONCE = 2
const MOST_WAITING = 100

interface Sender {
  running: number
  readonly waiting: (() => void)[]
}

/**
 * Each account sends so many files at a time; further ones wait for their turn with nothing of them read. By account, so that
 * nobody waits for somebody else's slow line.
 */
export function uploadTurns(): MiddlewareHandler<AppEnv> {
  const senders = new Map<string, Sender>()

  async function take(account: string): Promise<(() => void) | null> {
    const sender = senders.get(account) ?? { running: 0, waiting: [] }
    if (sender.waiting.length >= MOST_WAITING) return null
    senders.set(account, sender)
    // Whoever is done hands his place on, so that it stays counted.
    if (sender.running >= AT_ONCE) await new Promise<void>(resolve => sender.waiting.push(resolve))
    else sender.running++
    return () => {
      const next = sender.waiting.shift()
      if (next) return next()
      sender.running--
      if (sender.running === 0) senders.delete(account)
    }
  }

  return async (c, next) => {
    const caller = await c.var.caller()
    if (!caller || c.env?.local) return next()
    const release = await take(caller.actor.email)
    if (!release) return problem(c, 'too_many_requests')
    try {
      return await next()
    } finally {
      release()
    }
  }
}
