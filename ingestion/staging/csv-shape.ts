import { isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import type { CsvDelimiter, CsvQuote } from '../../domain/index.ts'

/** How the records of a file lie in it, known before a database reads it. */
export interface CsvShape {
  /** Blank lines included. */
  readonly records: number
  /** Numbers of the blank records, from 1. */
  readonly blanks: readonly number[]
  /** Whether quotation marks hold fields together, or are plain text wherever they occur. */
  readonly hasQuotedFields: boolean
  /** Fields of the widest record; 0 when they were not counted. */
  readonly columns: number
}

/**
 * Why a file is no plain one: its bytes are no UTF-8; its line ends are mixed, and could be made alike; or its records cannot
 * be told apart by their lines alone (line ends within quotation marks, quotation marks astray, control characters).
 */
export type Irregular = 'encoding' | 'line_ends' | 'records'

const CHUNK = 1024 * 1024
/** A longer record is left to the careful way. */
const LONGEST = 512 * 1024
/** More blank lines are no accident any more. */
const MAX_BLANKS = 64

const [NEWLINE, RETURN, TAB, SPACE] = [10, 13, 9, 32]

/** Looks at each byte once. What it calls plain, every reader of CSV cuts into the same records and fields. */
export async function measureCsv(
  file: FileHandle,
  { delimiter, quote }: { readonly delimiter: CsvDelimiter; readonly quote: CsvQuote },
  signal: AbortSignal | undefined,
  countColumns = false,
): Promise<CsvShape | Irregular> {
  const scan = new Scan(delimiter.charCodeAt(0), quote === '' ? -1 : quote.charCodeAt(0), countColumns)
  const bytes = Buffer.from(new ArrayBuffer(CHUNK + LONGEST + 4))
  let kept = 0
  for (let position = 0; ; ) {
    signal?.throwIfAborted()
    const { bytesRead } = await file.read(bytes, kept, CHUNK, position)
    const isStart = position === 0
    position += bytesRead
    const length = kept + bytesRead
    // Whole lines only: no record, letter or line end is cut.
    const end = bytesRead === 0 ? length : bytes.lastIndexOf(NEWLINE, length - 1) + 1
    if (end > length) return 'records'
    const lines = bytes.subarray(0, end)
    if (!isUtf8(lines)) return 'encoding'
    const irregular = scan.take(bytes, isStart && hasMark(lines) ? 3 : 0, end)
    if (irregular) return irregular
    if (bytesRead === 0) return scan.finish()
    kept = length - end
    if (kept > LONGEST) return 'records'
    bytes.copyWithin(0, end, length)
  }
}

const hasMark = (bytes: Buffer): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

class Scan {
  readonly #delimiter: number
  readonly #quote: number
  readonly #countColumns: boolean
  #records = 0
  #blanks: number[] = []
  #columns = 0
  #ends = { lf: 0, crlf: 0 }
  #hasQuotedFields = false
  #hasQuotesInText = false

  constructor(delimiter: number, quote: number, countColumns: boolean) {
    this.#delimiter = delimiter
    this.#quote = quote
    this.#countColumns = countColumns
  }

  take(bytes: Buffer, start: number, end: number): Irregular | null {
    const isQuoted = this.#quote >= 0 && bytes.subarray(start, end).includes(this.#quote)
    if (isQuoted || this.#countColumns) {
      const irregular = this.#fields(bytes, start, end)
      if (irregular) return irregular
    }
    return this.#lines(bytes, start, end)
  }

  finish(): CsvShape | Irregular {
    if (this.#ends.lf > 0 && this.#ends.crlf > 0) return 'line_ends'
    // One that stands in both ways is read differently by different readers.
    if (this.#hasQuotedFields && this.#hasQuotesInText) return 'records'
    return {
      records: this.#records,
      blanks: this.#blanks,
      hasQuotedFields: this.#hasQuotedFields,
      columns: this.#columns,
    }
  }

  /** Four bytes at a time: only those below a space need a look. */
  #lines(bytes: Buffer, start: number, end: number): Irregular | null {
    let lineStart = start
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
    for (let at = start >> 2, last = (end + 3) >> 2; at < last; at++) {
      const word = words[at] ?? 0
      if (((word - 0x20202020) & ~word & 0x80808080) === 0) continue
      const next = Math.min((at << 2) + 4, end)
      for (let position = Math.max(at << 2, start); position < next; position++) {
        const byte = bytes[position] ?? SPACE
        if (byte >= SPACE || byte === TAB) continue
        if (byte === RETURN) {
          if (bytes[position + 1] !== NEWLINE || position + 1 >= end) return 'line_ends'
        } else if (byte === NEWLINE) {
          const isCrlf = position > lineStart && bytes[position - 1] === RETURN
          this.#ends[isCrlf ? 'crlf' : 'lf']++
          this.#records++
          if (position - lineStart === (isCrlf ? 1 : 0)) {
            if (this.#blanks.length === MAX_BLANKS) return 'records'
            this.#blanks.push(this.#records)
          }
          lineStart = position + 1
        } else return 'records'
      }
    }
    if (lineStart < end) this.#records++
    return null
  }

  /** Field by field, as RFC 4180 has it; anything else is irregular. */
  #fields(bytes: Buffer, start: number, end: number): Irregular | null {
    let state: 'start' | 'text' | 'quoted' | 'closed' = 'start'
    let columns = 1
    for (let position = start; position < end; position++) {
      const byte = bytes[position]
      if (state === 'quoted') {
        if (byte === NEWLINE || byte === RETURN) return 'records'
        if (byte === this.#quote) state = 'closed'
      } else if (byte === this.#delimiter) {
        columns++
        state = 'start'
      } else if (byte === NEWLINE) {
        if (columns > this.#columns) this.#columns = columns
        columns = 1
        state = 'start'
      } else if (byte === this.#quote) {
        if (state === 'text') this.#hasQuotesInText = true
        else {
          this.#hasQuotedFields = true
          state = 'quoted'
        }
      } else if (byte !== RETURN) {
        if (state === 'closed') return 'records'
        state = 'text'
      }
    }
    if (columns > this.#columns) this.#columns = columns
    return state === 'quoted' ? 'records' : null
  }
}
