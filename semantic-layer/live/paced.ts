import type { WebSocket } from 'ws'

/** How many messages may wait for their turn; a frame's worth of tiny ones comes at once before a pause takes hold. */
const MOST_WAITING = 10_000
const BURST_SECONDS = 4

/**
 * Hands messages on at most so many a second, after a burst; meanwhile nothing more is read from the socket, so that a
 * flood is slowed down at its source instead of being answered. False when too many wait.
 */
export function paced(
  socket: WebSocket,
  perSecond: number,
  take: (text: string) => void,
): (text: string) => boolean {
  const waiting: string[] = []
  let left = perSecond * BURST_SECONDS
  let at = performance.now()
  let timer: NodeJS.Timeout | null = null

  function fill(): void {
    const now = performance.now()
    left = Math.min(perSecond * BURST_SECONDS, left + ((now - at) / 1000) * perSecond)
    at = now
  }

  function turn(): void {
    fill()
    const ready = waiting.splice(0, Math.floor(left))
    left -= ready.length
    for (const text of ready) take(text)
    timer = waiting.length > 0 && socket.readyState === socket.OPEN ? setTimeout(turn, 100) : null
    if (timer === null && socket.isPaused) socket.resume()
  }

  return text => {
    fill()
    if (timer === null && left >= 1) {
      left -= 1
      take(text)
      return true
    }
    waiting.push(text)
    timer ??= setTimeout(turn, 100)
    if (!socket.isPaused) socket.pause()
    return waiting.length <= MOST_WAITING
  }
}
