/** Bytes from `from` up to, not with, `to`. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/**
 * The range that a request asks for (RFC 9110, 14.2): null is the whole, which also answers what we don't serve (other units,
 * several ranges, a range of another version).
 */
export function requestedRange(
  headers: { readonly range: string | undefined; readonly ifRange: string | undefined },
  size: number,
  etag: string,
): ByteRange | null | 'unsatisfiable' {
  if (headers.range === undefined || (headers.ifRange !== undefined && headers.ifRange !== etag)) return null
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range.trim())
  const [, first = '', last = ''] = match ?? []
  if (!match || (first === '' && last === '')) return null
  if (first === '') {
    const length = Number(last)
    return length === 0 ? 'unsatisfiable' : { from: Math.max(0, size - length), to: size }
  }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return null
  if (from >= size) return 'unsatisfiable'
  return { from, to: last === '' ? size : Math.min(size, Number(last) + 1) }
}
