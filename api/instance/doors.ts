import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { createAdaptorServer, getRequestListener, type HttpBindings } from '@hono/node-server'
import { createApp } from '../http/app.ts'
import { cachedAnswers } from '../http/cached-answers.ts'
import { cubeSockets } from '../http/cube-sockets.ts'
import { createMetrics } from '../routes/health.ts'
import { loadPageAssets, pageRoutes } from '../routes/pages.ts'
import { projectFolder } from './project-folder.ts'
import type { System } from './system.ts'

export interface Doors {
  readonly port: number
  readonly app: ReturnType<typeof createApp>
  close(): Promise<void>
}

/** Path of the local socket: command-line tools on the same machine and folder come in here. */
export const socketPath = (dataFolder: string): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\open-county-${Buffer.from(dataFolder).toString('hex').slice(-40)}`
    : path.join(dataFolder, 'control.sock')

/** Listens on the port and on the local socket. */
export async function openDoors(system: System): Promise<Doors> {
  const assets = await loadPageAssets(path.join(projectFolder(), 'dist/browser'))
  const metrics = createMetrics(system)
  const app = createApp(system, metrics, pages => pageRoutes(pages, system, assets))
  const fromCache = cachedAnswers(system, metrics)
  const application = getRequestListener(app.fetch)
  const outside = http.createServer({ requestTimeout: 120_000 }, (request, response) => {
    if (!fromCache(request, response)) void application(request, response)
  })
  const sockets = cubeSockets(outside, system)
  const inside = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, { ...(env as HttpBindings), local: true }),
  }) as http.Server
  const socket = socketPath(system.config.dataFolder)
  // The lock is ours: a socket that is still there was left by a process that was killed.
  if (process.platform !== 'win32') fs.rmSync(socket, { force: true })
  await listen(outside, system.config.port)
  // From its first moment only the owner may open the socket.
  const mask = process.umask(0o177)
  try {
    await listen(inside, socket)
  } finally {
    process.umask(mask)
  }
  const address = outside.address()
  return {
    port: typeof address === 'object' && address ? address.port : system.config.port,
    app,
    close: async () => {
      await Promise.all([sockets.close(), closeServer(outside), closeServer(inside)])
    },
  }
}

function listen(server: http.Server, where: number | string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(where, () => resolve())
  })
}

/** Takes no new requests, lets the running ones end for a moment, then cuts them. */
function closeServer(server: http.Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
  })
}
