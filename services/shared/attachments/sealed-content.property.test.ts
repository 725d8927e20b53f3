import crypto from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SealBroken } from '../vault/keyring.ts'
import { appendSealed, arrivedBytes, CHUNK_BYTES, readSealed, sealedSize } from './sealed-content.ts'

const RECORD = CHUNK_BYTES + 28
const key = crypto.randomBytes(32)
const numRuns = Number(process.env.PROPERTY_RUNS ?? 40)
let folder: string
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'open-county-sealed-'))
})
afterAll(() => fs.rm(folder, { recursive: true }))

/** Sizes around the borders of chunks, where mistakes are. */
const sizes = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -2, max: 2 }))
    .map(([chunks, more]) => chunks * CHUNK_BYTES + more),
)

async function* pieces(content: Buffer, length: number) {
  for (let from = 0; from < content.length; from += length) yield content.subarray(from, from + length)
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of source) all.push(chunk)
  return Buffer.concat(all)
}

async function withFile<T>(run: (handle: fs.FileHandle, file: string) => Promise<T>): Promise<T> {
  const file = path.join(folder, crypto.randomUUID())
  const handle = await fs.open(file, 'wx+')
  try {
    return await run(handle, file)
  } finally {
    await handle.close()
    await fs.rm(file)
  }
}

test('what was written is read, whole and in any range, whether its size was known or not', () =>
  fc.assert(
    fc.asyncProperty(
      sizes,
      fc.integer({ min: 1, max: 100_000 }),
      fc.boolean(),
      fc.nat(),
      fc.nat(),
      (size, length, known, one, other) =>
        withFile(async handle => {
          const content = crypto.randomBytes(size)
          const written = await appendSealed(handle, key, pieces(content, length), {
            start: 0,
            size: known ? size : null,
          })
          expect(written).toBe(size)
          expect((await handle.stat()).size).toBe(sealedSize(size))
          expect((await collect(readSealed(handle, key, size))).equals(content)).toBe(true)
          const [from, to] = [one % (size + 1), other % (size + 1)].sort((left, right) => left - right) as [
            number,
            number,
          ]
          expect(
            (await collect(readSealed(handle, key, size, { from, to }))).equals(content.subarray(from, to)),
          ).toBe(true)
        }),
    ),
    { numRuns },
  ))

test('content that is cut off at any byte on the disk is completed from what arrived whole', () =>
  fc.assert(
    fc.asyncProperty(sizes, fc.nat(), (size, cut) =>
      withFile(async handle => {
        const content = crypto.randomBytes(size)
        await appendSealed(handle, key, pieces(content, 10_000), { start: 0, size })
        await handle.truncate(cut % (sealedSize(size) + 1))
        const start = arrivedBytes((await handle.stat()).size, size)
        expect(start === size || start % CHUNK_BYTES === 0).toBe(true)
        if (start < size || size === 0) {
          const from = start === size ? 0 : start
          await appendSealed(handle, key, pieces(content.subarray(from), 7_001), { start: from, size })
        }
        expect((await collect(readSealed(handle, key, size))).equals(content)).toBe(true)
      }),
    ),
    { numRuns },
  ))

test('what was changed, cut off, repeated, exchanged or added is found', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 1, max: CHUNK_BYTES }),
      fc.constantFrom('flip', 'cut', 'cut chunk', 'exchange', 'repeat', 'add'),
      fc.nat(),
      (chunks, tail, damage, where) =>
        withFile(async (handle, file) => {
          const size = (chunks - 1) * CHUNK_BYTES + tail
          await appendSealed(handle, key, pieces(crypto.randomBytes(size), 50_000), { start: 0, size })
          const sealed = await fs.readFile(file)
          const record = (index: number) => sealed.subarray(index * RECORD, (index + 1) * RECORD)
          const place = where % (chunks - 1)
          const damaged = {
            flip: () => {
              const copy = Buffer.from(sealed)
              const byte = where % sealed.length
              copy[byte] = (copy[byte] ?? 0) ^ (1 << (where % 8))
              return copy
            },
            cut: () => sealed.subarray(0, where % sealed.length),
            // A shorter file whose every chunk is genuine, read as what it then seems to be.
            'cut chunk': () => sealed.subarray(0, (chunks - 1) * RECORD),
            exchange: () =>
              Buffer.concat(
                [...Array(chunks).keys()].map(index =>
                  record(
                    index === place ? (place + 1) % chunks : index === (place + 1) % chunks ? place : index,
                  ),
                ),
              ),
            repeat: () =>
              Buffer.concat(
                [...Array(chunks - 1).keys()].map(() => record(place)).concat(record(chunks - 1)),
              ),
            add: () => Buffer.concat([sealed, record(0)]),
          }[damage]()
          if (damaged.equals(sealed)) return
          await fs.writeFile(file, damaged)
          for (const believed of new Set([size, damage === 'cut chunk' ? (chunks - 1) * CHUNK_BYTES : size]))
            await expect(collect(readSealed(handle, key, believed))).rejects.toThrow(SealBroken)
          await expect(collect(readSealed(handle, crypto.randomBytes(32), size))).rejects.toThrow(SealBroken)
        }),
    ),
    { numRuns },
  ))
