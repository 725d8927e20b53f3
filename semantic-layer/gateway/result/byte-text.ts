/** UTF-8 text that grows. A long JavaScript string built piece by piece is copied together at its end and encoded then,
 * which for a megabyte of rows took longer than making the pieces. */
export class ByteText {
  #bytes: Buffer
  #length = 0

  constructor(expected = 16_384) {
    this.#bytes = Buffer.allocUnsafe(expected)
  }

  get length(): number {
    return this.#length
  }

  write(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    this.reserve(text.length * 3)
    this.#length += this.#bytes.write(text, this.#length)
  }

  /** Makes room for so many more bytes. */
  reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#bytes.length) return
    const bytes = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
    this.#bytes.copy(bytes, 0, 0, this.#length)
    this.#bytes = bytes
  }

  /** The bytes in a buffer of their own size: they may be kept for long. */
  toBuffer(): Buffer {
    const bytes = Buffer.allocUnsafeSlow(this.#length)
    this.#bytes.copy(bytes, 0, 0, this.#length)
    return bytes
  }
}
