import crypto from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environmentOf, type Instance, runTool, scratchFolder, startInstance } from '../support/instance.ts'

/** Large uploads to a real process: cut connections, a killed server, memory. */
const dataFolder = scratchFolder()
const environment = { SEED: 'none' }
let instance: Instance
let token = ''
beforeAll(async () => {
  instance = await startInstance({ dataFolder, environment })
  const tool = (args: string[]) => runTool('api/cli/admin', args, environmentOf(dataFolder, environment))
  await tool(['user', '--email', 'plans@example.ro', '--role', 'citizen'])
  token = (await tool(['token', '--email', 'plans@example.ro'])).stdout.trim()
})
afterAll(async () => {
  await instance.stop()
  fs.rmSync(dataFolder, { recursive: true, force: true })
})

const PIECE = 1024 * 1024
/** Any piece of content that is never held whole. */
const piece = (seed: string, index: number): Buffer => {
  const block = crypto.createHash('sha512').update(`${seed} ${index}`).digest()
  const bytes = Buffer.alloc(PIECE, block)
  if (index === 0) bytes.write('%PDF-1.7\n', 0)
  return bytes
}
const headers = () => ({ authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' })
const base64 = (text: string) => Buffer.from(text).toString('base64')

async function begin(size: number): Promise<string> {
  const answer = await fetch(`${instance.url}/api/attachments`, {
    method: 'POST',
    headers: {
      ...headers(),
      'upload-length': String(size),
      'upload-metadata': `filename ${base64('plan.pdf')},purpose ${base64('plan')}`,
    },
  })
  expect(answer.status).toBe(201)
  return answer.headers.get('location') ?? ''
}

const offsetOf = async (address: string): Promise<number> => {
  const answer = await fetch(`${instance.url}${address}`, { method: 'HEAD', headers: headers() })
  return Number(answer.headers.get('upload-offset'))
}

/** Sends from an offset on; the connection is cut after so many bytes. */
function send(
  address: string,
  seed: string,
  size: number,
  offset: number,
  cutAfter = Infinity,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${instance.url}${address}`, {
      method: 'PATCH',
      headers: {
        ...headers(),
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        'content-length': size - offset,
      },
    })
    request.on('response', response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', error => (cutAfter === Infinity ? reject(error) : resolve(0)))
    const feed = async () => {
      for (let at = offset; at < size; ) {
        const bytes = piece(seed, Math.floor(at / PIECE)).subarray(
          at % PIECE,
          Math.min(PIECE, (at % PIECE) + size - at),
        )
        if (at - offset >= cutAfter) return void request.destroy()
        at += bytes.length
        if (!request.write(bytes)) await new Promise(ready => request.once('drain', ready))
      }
      request.end()
    }
    void feed()
  })
}

async function ready(address: string): Promise<{ state: string; size: number }> {
  for (;;) {
    const body = (await (await fetch(`${instance.url}${address}`, { headers: headers() })).json()) as {
      state: string
      size: number
    }
    if (body.state !== 'checking') return body
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

async function expectContent(address: string, seed: string, size: number): Promise<void> {
  const hash = crypto.createHash('sha256')
  const download = await fetch(`${instance.url}${address}/content`, { headers: headers() })
  expect([download.status, download.headers.get('content-length')]).toEqual([200, String(size)])
  for await (const chunk of download.body as unknown as AsyncIterable<Uint8Array>) hash.update(chunk)
  const expected = crypto.createHash('sha256')
  for (let at = 0; at < size; at += PIECE) expected.update(piece(seed, at / PIECE).subarray(0, size - at))
  expect(hash.digest('hex')).toBe(expected.digest('hex'))
}

test('an upload goes on after a cut connection, and after the server was killed', async () => {
  const size = 12 * PIECE + 12_345
  const address = await begin(size)
  expect(await send(address, 'cut', size, 0, 4 * PIECE)).toBe(0)
  const first = await offsetOf(address)
  expect(first).toBeGreaterThan(0)
  expect(first % 65_536).toBe(0)
  const cut = send(address, 'cut', size, first, 5 * PIECE)
  await new Promise(resolve => setTimeout(resolve, 50))
  await instance.kill()
  await cut
  instance = await startInstance({ dataFolder, environment })
  const second = await offsetOf(address)
  expect(second).toBeGreaterThanOrEqual(first)
  expect(second).toBeLessThan(size)
  expect(await send(address, 'cut', size, second)).toBe(204)
  expect(await ready(address)).toMatchObject({ state: 'ready', size })
  await expectContent(address, 'cut', size)
})

test('200 MB are received, judged and handed out in flat memory', { timeout: 180_000 }, async () => {
  const size = 200 * PIECE
  const resident = () => {
    const status = fs.readFileSync(`/proc/${instance.process.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  }
  const small = await begin(PIECE)
  await send(small, 'warm', PIECE, 0)
  await ready(small)
  const before = resident()
  let highest = before
  const watch = setInterval(() => {
    highest = Math.max(highest, resident())
  }, 20)
  const start = performance.now()
  const address = await begin(size)
  expect(await send(address, 'large', size, 0)).toBe(204)
  expect((await ready(address)).state).toBe('ready')
  await expectContent(address, 'large', size)
  clearInterval(watch)
  console.log(
    `200 MB up, checked and down in ${((performance.now() - start) / 1000).toFixed(1)} s; ${before.toFixed(0)} MB before, ${highest.toFixed(0)} MB at most`,
  )
  expect(highest - before).toBeLessThan(100)
})
