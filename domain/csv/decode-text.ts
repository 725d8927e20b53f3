import type { CsvEncoding } from './dialect.ts'

/** ISO-8859-16 from 0xA0 on: Node has no decoder of it. Below that it is ASCII and controls. */
const LATIN_10 =
  '\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ'
/** Few enough for the arguments of one call. */
const SLICE = 8192

export interface TextPieces {
  /** The text of the next bytes; without any, what is left at the end. Throws TypeError on bytes that no text has. */
  decode(chunk?: Uint8Array): string
}

/** Decodes a text that comes in pieces; a byte-order mark is left out. */
export function textDecoder(encoding: CsvEncoding): TextPieces {
  if (encoding === 'iso-8859-16') return { decode: (chunk = new Uint8Array()) => decodeLatin10(chunk) }
  const decoder = new TextDecoder(encoding, { fatal: true })
  return { decode: chunk => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()) }
}

function decodeLatin10(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += SLICE) {
    const codes = Uint16Array.from(bytes.subarray(at, at + SLICE), byte =>
      byte < 0xa0 ? byte : LATIN_10.charCodeAt(byte - 0xa0),
    )
    text += String.fromCharCode(...codes)
  }
  return text
}
