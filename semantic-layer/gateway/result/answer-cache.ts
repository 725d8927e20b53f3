import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Reader } from '../security-context.ts'
import type { GatewayResponse } from '../types.ts'

/** An answer ready to send, in full and as "not modified". */
export interface Answer {
  readonly full: GatewayResponse
  readonly notModified: GatewayResponse
  readonly etag: string
}

const EMPTY = Buffer.alloc(0)

export function answerOf(bytes: Buffer, cacheControl: string): Answer {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
  // "no-cache" lets caches keep an answer but ask each time: a publication changes figures at any moment.
  const headers = { etag, 'cache-control': cacheControl, vary: 'Authorization, Cookie' }
  return {
    etag,
    full: {
      status: 200,
      body: bytes,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(bytes.length),
        ...headers,
      },
    },
    notModified: { status: 304, body: EMPTY, headers },
  }
}

export const cacheControl = ({ key }: Reader): string =>
  key === 'public' ? 'public, no-cache' : 'private, no-cache'

export function choose(answer: Answer, ifNoneMatch: string | undefined): GatewayResponse {
  return ifNoneMatch !== undefined && matches(ifNoneMatch, answer.etag) ? answer.notModified : answer.full
}

/** A proxy that compresses may send our tag back as a weak one. */
const matches = (header: string, etag: string): boolean =>
  header === etag ||
  header === '*' ||
  header.split(',').some(
    each =>
      each
        .trim()
        .replace(/^W\//, '')
        .replace(/-(gzip|br|zstd)"$/, '"') === etag,
  )

interface Raw {
  readonly answer: Answer
  /** Publication that the answer stands for; null when the request named one itself, so that it never grows old. */
  readonly publication: number | null
}

/** Three caches, least recently used out first, each bounded by its share of the bytes: answers by what was asked; in front
 * of them answers by the request's own text, which saves reading the query at all; and rows for callers inside the process. */
export class AnswerCache<Rows extends object> {
  readonly #answers: LRUCache<string, Answer> | null
  readonly #raw: LRUCache<string, Raw> | null
  readonly #rows: LRUCache<string, Rows> | null

  constructor(maxBytes: number, sizeOfRows: (rows: Rows) => number) {
    const part = Math.floor(maxBytes / 3)
    const limits = { maxSize: part, maxEntrySize: Math.ceil(part / 4) }
    const sizeOfAnswer = ({ full }: Answer, key: string) => full.body.length + key.length * 2 + 1024
    this.#answers = part > 0 ? new LRUCache({ ...limits, sizeCalculation: sizeOfAnswer }) : null
    this.#raw =
      part > 0
        ? new LRUCache({ ...limits, sizeCalculation: ({ answer }: Raw, key) => sizeOfAnswer(answer, key) })
        : null
    this.#rows =
      part > 0
        ? new LRUCache({
            ...limits,
            sizeCalculation: (rows: Rows, key) => sizeOfRows(rows) + key.length * 2 + 1024,
          })
        : null
  }

  get(key: string): Answer | undefined {
    return this.#answers?.get(key)
  }

  put(key: string, answer: Answer): void {
    this.#answers?.set(key, answer)
  }

  getRaw(rawKey: string, publication: number): Answer | null {
    const raw = this.#raw?.get(rawKey)
    if (raw === undefined) return null
    return raw.publication === null || raw.publication === publication ? raw.answer : null
  }

  putRaw(rawKey: string, answer: Answer, publication: number | null): void {
    this.#raw?.set(rawKey, { answer, publication })
  }

  getRows(key: string): Rows | undefined {
    return this.#rows?.get(key)
  }

  putRows(key: string, rows: Rows): void {
    this.#rows?.set(key, rows)
  }

  clear(): void {
    this.#answers?.clear()
    this.#raw?.clear()
    this.#rows?.clear()
  }
}
