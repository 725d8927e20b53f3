import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { GatewayResponse } from '../types.ts'

/** An answer ready to send, in full and as "not modified". */
export interface Answer {
  readonly full: GatewayResponse
  readonly notModified: GatewayResponse
  readonly etag: string
}

const EMPTY = Buffer.alloc(0)

export function answerOf(body: string, cacheControl: string): Answer {
  const bytes = Buffer.from(body)
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

/** Answers by what was asked, least recently used out first, bounded by bytes; and, in front of it, by the request's own
 * text, which saves reading the query at all. */
export class AnswerCache {
  readonly #answers: LRUCache<string, Answer>
  readonly #raw: LRUCache<string, Raw>

  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 8),
      sizeCalculation: (answer, key) => answer.full.body.length + key.length * 2 + 1024,
    })
    // Entries of this level share the bodies of the other; what they add is their key. A body dropped there stays alive
    // here at most until as many other requests came.
    this.#raw = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 8),
      sizeCalculation: (raw, key) => raw.answer.full.body.length + key.length * 2 + 256,
    })
  }

  get(key: string): Answer | undefined {
    return this.#answers.get(key)
  }

  put(key: string, answer: Answer): void {
    this.#answers.set(key, answer)
  }

  putRaw(rawKey: string, answer: Answer, publication: number | null): void {
    this.#raw.set(rawKey, { answer, publication })
  }

  getRaw(rawKey: string, publication: number): Answer | null {
    const raw = this.#raw.get(rawKey)
    if (raw === undefined) return null
    return raw.publication === null || raw.publication === publication ? raw.answer : null
  }

  clear(): void {
    this.#answers.clear()
    this.#raw.clear()
  }
}
