import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { AppEnv } from './environment.ts'
import { createRateLimits } from './rate-limits.ts'

const from = (remoteAddress: string, local = false) => ({ incoming: { socket: { remoteAddress } }, local })

function uploads(enabled: boolean) {
  const app = new Hono<AppEnv>()
  app.post('/', createRateLimits(enabled).uploads, c => c.text('taken'))
  return async (times: number, env = from('10.0.0.1')) => {
    let last = new Response()
    for (let time = 0; time < times; time++) last = await app.request('/', { method: 'POST' }, env)
    return last
  }
}

test('an address that uploads too often waits; others and the local socket do not', async () => {
  const send = uploads(true)
  expect((await send(300)).status).toBe(200)
  const refused = await send(1)
  expect([refused.status, await refused.json()]).toEqual([
    429,
    expect.objectContaining({ code: 'too_many_requests' }),
  ])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await send(1, from('10.0.0.2'))).status).toBe(200)
  expect((await send(1, from('10.0.0.1', true))).status).toBe(200)
})

test('where a proxy limits, this does not', async () => {
  expect((await uploads(false)(400)).status).toBe(200)
})

test('failed sign-ins of an address are counted, those that succeed are not', async () => {
  const limits = createRateLimits(true)
  const app = new Hono<AppEnv>()
  app.get('/:outcome', async c => {
    const taken = await limits.takeSignIn(c)
    if (c.req.param('outcome') === 'right') await taken?.forgive()
    return c.text(taken ? 'looked at' : 'refused')
  })
  const attempt = async (outcome: string, address = '10.0.0.1') =>
    (await app.request(`/${outcome}`, {}, from(address))).text()
  for (let time = 0; time < 100; time++) {
    expect(await attempt('right')).toBe('looked at')
    expect(await attempt('wrong')).toBe('looked at')
  }
  expect(await attempt('right')).toBe('refused')
  expect(await attempt('right', '10.0.0.2')).toBe('looked at')
})
