import net from 'node:net'

/** Stands for ClamAV's daemon: INSTREAM over a socket, and the one signature that every scanner knows. */
export interface ClamdServer {
  readonly url: string
  /** Contents that were scanned. */
  readonly scanned: () => number
  close(): Promise<void>
}

/** The test file of the European Institute for Computer Antivirus Research, in two parts so that no scanner finds this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

export async function startClamd(
  options: { readonly at?: string | number; readonly mostBytes?: number } = {},
): Promise<ClamdServer> {
  let scanned = 0
  const mostBytes = options.mostBytes ?? 1024 ** 3
  const open = new Set<net.Socket>()
  const server = net.createServer(socket => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    converse(socket, mostBytes, () => {
      scanned++
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    const at = options.at ?? 0
    if (typeof at === 'string') server.listen(at, resolve)
    else server.listen(at, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    url: typeof address === 'object' && address ? `tcp://127.0.0.1:${address.port}` : `unix:${address}`,
    scanned: () => scanned,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

function converse(socket: net.Socket, mostBytes: number, onScanned: () => void): void {
  let waiting = Buffer.alloc(0)
  let streaming = false
  let taken = 0
  let tail = ''
  let infected = false
  socket.on('data', (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes])
    if (!streaming) {
      const end = waiting.indexOf(0)
      if (end < 0) return
      const command = waiting.subarray(0, end).toString()
      waiting = waiting.subarray(end + 1)
      if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0')
      streaming = true
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE(0)
      if (length === 0) {
        onScanned()
        return void socket.end(infected ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
      }
      taken += length
      if (taken > mostBytes) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
      if (waiting.length < 4 + length) {
        taken -= length
        return
      }
      const text = tail + waiting.subarray(4, 4 + length).toString('latin1')
      infected ||= text.includes(EICAR)
      tail = text.slice(-EICAR.length)
      waiting = waiting.subarray(4 + length)
    }
  })
}
