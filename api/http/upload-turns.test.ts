import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Actor } from '../../services/index.ts'
import type { AppEnv } from './environment.ts'
import { uploadTurns } from './upload-turns.ts'

/** An application whose uploads end when they are told to. */
function uploads() {
  const app = new Hono<AppEnv>()
  const begun: string[] = []
  const ends: (() => void)[] = []
  app.use(async (c, next) => {
    const actor = { email: c.req.header('account') ?? '' } as Actor
    c.set('caller', async () => ({
      actor,
      via: 'cookie',
      csrfToken: null,
      session: null,
      scopes: null,
      lacksFactor: false,
    }))
    await next()
  })
  app.post('/', uploadTurns(), async c => {
    begun.push(c.req.header('account') ?? '')
    await new Promise<void>(resolve => ends.push(resolve))
    if (c.req.header('fails')) throw new Error('an upload that fails')
    return c.text('taken')
  })
  app.onError((_, c) => c.text('failed', 500))
  const send = async (account: string, fails?: 'fails') =>
    (await app.request('/', { method: 'POST', headers: { account, ...(fails ? { fails } : {}) } })).status
  const settle = () => new Promise(resolve => setTimeout(resolve, 5))
  return { send, begun, settle, end: () => ends.shift()?.() }
}

test('an account sends two files at a time, others do not wait for it', async () => {
  const { send, begun, settle, end } = uploads()
  const answers = [send('ana', 'fails'), send('ana'), send('ana'), send('ana'), send('ion')]
  await settle()
  expect(begun).toEqual(['ana', 'ana', 'ion'])
  end()
  await settle()
  expect(begun).toEqual(['ana', 'ana', 'ion', 'ana'])
  for (let left = 4; left > 0; left--) {
    end()
    await settle()
  }
  expect(await Promise.all(answers)).toEqual([500, 200, 200, 200, 200])
})

test('an account that lets too many wait is refused, until they are done', async () => {
  const { send, settle, end } = uploads()
  const answers = Array.from({ length: 102 }, () => send('ana'))
  await settle()
  expect(await send('ana')).toBe(429)
  for (let left = 102; left > 0; left--) {
    end()
    await settle()
  }
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]))
  const later = send('ana')
  await settle()
  end()
  expect(await later).toBe(200)
})
