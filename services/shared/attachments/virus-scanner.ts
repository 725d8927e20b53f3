import net from 'node:net'

/** What a scanner says of content; `unavailable` is asked again later. */
export type ScanAnswer =
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'infected'; readonly signature: string }
  | { readonly outcome: 'unavailable'; readonly reason: string }

export interface VirusScanner {
  scan(content: AsyncIterable<Buffer>): Promise<ScanAnswer>
}

/** How long the scanner may take to answer, or to take in more content. */
const IDLE_MS = 120_000
const LONGEST_ANSWER = 4096

/** Where clamd listens: `tcp://host:port` or `unix:/path`. */
function addressOf(url: string): net.NetConnectOpts {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length).replace(/^\/\/(?=\/)/, '') }
  const { hostname, port } = new URL(url)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) }
}

/** ClamAV's daemon, spoken to by INSTREAM: length and bytes of each piece, a length of zero at the end, then the answer. */
export function openClamd(url: string, idleMs = IDLE_MS): VirusScanner {
  return {
    scan: async content => {
      const socket = net.connect(addressOf(url))
      socket.setTimeout(idleMs, () => socket.destroy(new Error('no answer in time')))
      const answer = readAnswer(socket)
      // Sending may fail because clamd has already answered, for example that its StreamMaxLength is reached: the answer counts.
      const sending = send(socket, content)
      try {
        const [text] = await Promise.all([answer, sending.catch(() => undefined)])
        return verdict(text)
      } catch (error) {
        return { outcome: 'unavailable', reason: error instanceof Error ? error.message : String(error) }
      } finally {
        socket.destroy()
        await sending.catch(() => undefined)
      }
    },
  }
}

async function send(socket: net.Socket, content: AsyncIterable<Buffer>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const piece of content) {
    if (piece.length === 0) continue
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    await write(socket, Buffer.concat([length, piece]))
  }
  await write(socket, Buffer.alloc(4))
}

/** Waits until the bytes are taken, so that content never piles up in memory. */
function write(socket: net.Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) return reject(new Error('the connection has ended'))
    socket.write(bytes, error => (error ? reject(error) : resolve()))
  })
}

function readAnswer(socket: net.Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', chunk => {
      text += chunk.toString('latin1')
      if (text.length > LONGEST_ANSWER) socket.destroy(new Error('an answer that is none of clamd’s'))
      else if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')))
    })
    socket.on('error', reject)
    socket.on('close', () =>
      text === '' ? reject(new Error('the connection ended without an answer')) : resolve(text),
    )
  })
}

function verdict(text: string): ScanAnswer {
  const answer = text.trim()
  if (answer === 'stream: OK') return { outcome: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(answer)
  if (found?.[1]) return { outcome: 'infected', signature: found[1] }
  return { outcome: 'unavailable', reason: answer }
}
