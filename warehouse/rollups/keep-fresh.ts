export interface KeptFresh {
  /** Says that something was published. */
  wake(): void
  /** Resolves when nothing is being built or waiting to be. */
  idle(): Promise<void>
  /** Builds nothing more; what is being built is finished first. */
  stop(): Promise<void>
}

export interface KeepFreshOptions {
  readonly refresh: () => Promise<unknown>
  readonly onError: (error: unknown) => void
  /** Waits until nothing was published for so long, since files often come one after the other, */
  readonly quietMs?: number
  /** but not longer than this. */
  readonly patienceMs?: number
}

const QUIET_MS = 500
const PATIENCE_MS = 60_000
const RETRY_MS = 30_000

/** Rebuilds rollups in the background after publications. Nobody waits for it: until it is done queries read facts. */
export function keepFresh(options: KeepFreshOptions): KeptFresh {
  const { refresh, onError, quietMs = QUIET_MS, patienceMs = PATIENCE_MS } = options
  let timer: NodeJS.Timeout | undefined
  let first: number | null = null
  let running: Promise<void> | null = null
  let stopped = false
  let told: (() => void)[] = []

  function schedule(afterMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(start, afterMs)
    timer.unref()
  }

  function start(): void {
    first = null
    running = refresh()
      .then(
        () => {},
        error => {
          onError(error)
          // Publications wake it sooner.
          if (!stopped && first === null) schedule(RETRY_MS)
        },
      )
      .finally(() => {
        running = null
        if (first !== null && !stopped) schedule(quietMs)
        else for (const tell of told.splice(0)) tell()
      })
  }

  return {
    wake: () => {
      if (stopped) return
      first ??= Date.now()
      if (!running) schedule(Math.max(0, Math.min(quietMs, first + patienceMs - Date.now())))
    },
    idle: () =>
      running || first !== null
        ? new Promise(resolve => {
            told = [...told, resolve]
          })
        : Promise.resolve(),
    stop: async () => {
      stopped = true
      first = null
      clearTimeout(timer)
      for (const tell of told.splice(0)) tell()
      await running
    },
  }
}
