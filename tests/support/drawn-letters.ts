import zlib from 'node:zlib'

/** Every letter that a PDF of Typst's draws, as its fonts say (their ToUnicode maps hold what is used, and nothing else). */
export function drawnLetters(pdf: Buffer): Set<string> {
  const letters = new Set<string>()
  const text = pdf.toString('latin1')
  for (const { 0: head, 1: length, index } of text.matchAll(/\/Length (\d+)[\s\S]{0,200}?stream\r?\n/g)) {
    const from = index + head.length
    const bytes = pdf.subarray(from, from + Number(length))
    const inflated = head.includes('FlateDecode') ? tryInflate(bytes) : bytes.toString('latin1')
    if (!inflated.includes('begincmap')) continue
    for (const [, hex = ''] of inflated.matchAll(/^<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>$/gm))
      for (const letter of Buffer.from(hex, 'hex').swap16().toString('utf16le')) letters.add(letter)
  }
  return letters
}

function tryInflate(bytes: Buffer): string {
  try {
    return zlib.inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}
