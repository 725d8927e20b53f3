import { expect, it } from 'vitest'
import { keepFresh } from './keep-fresh.ts'

const none = () => {
  throw new Error('no error was expected')
}

it('many publications are one refresh, and one during it is one more', async () => {
  let refreshed = 0
  let during = () => {}
  const kept = keepFresh({
    refresh: async () => {
      refreshed += 1
      during()
    },
    onError: none,
    quietMs: 5,
  })
  await kept.idle()
  expect(refreshed).toBe(0)
  for (let count = 0; count < 50; count++) kept.wake()
  await kept.idle()
  expect(refreshed).toBe(1)
  during = () => {
    during = () => {}
    kept.wake()
    kept.wake()
  }
  kept.wake()
  await kept.idle()
  expect(refreshed).toBe(3)
  await kept.stop()
  kept.wake()
  await kept.idle()
  expect(refreshed).toBe(3)
})

it('does not wait for ever while publications go on', async () => {
  let refreshed = 0
  const kept = keepFresh({
    refresh: async () => {
      refreshed += 1
    },
    onError: none,
    quietMs: 60_000,
    patienceMs: 10,
  })
  kept.wake()
  await kept.idle()
  expect(refreshed).toBe(1)
  await kept.stop()
})

it('a failure is told and the next publication tries again', async () => {
  const errors: unknown[] = []
  let broken = true
  const kept = keepFresh({
    refresh: async () => {
      if (broken) throw new Error('disk full')
    },
    onError: error => errors.push(error),
    quietMs: 1,
  })
  kept.wake()
  await kept.idle()
  broken = false
  kept.wake()
  await kept.idle()
  expect(errors.map(String)).toEqual(['Error: disk full'])
  await kept.stop()
})
