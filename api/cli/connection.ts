import fs from 'node:fs'
import http from 'node:http'
import process from 'node:process'
import { ConfigError, readConfig } from '../config.ts'
import { createApp } from '../http/app.ts'
import { socketPath } from '../instance/doors.ts'
import { DataFolderInUse } from '../instance/lock.ts'
import { openSystem } from '../instance/system.ts'
import { createMetrics } from '../routes/health.ts'

/** Wrong use of a command: exit code 2. */
export class UsageError extends Error {}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface Connection {
  request(method: string, path: string, body?: unknown, form?: FormData): Promise<Answer>
  close(): Promise<void>
}

/** Speaks to the running instance of the data folder over its socket, or opens the installation itself when none runs. */
export async function connect(): Promise<Connection> {
  const config = readConfig(process.env, process.cwd())
  const socket = socketPath(config.dataFolder)
  if ((process.platform === 'win32' || fs.existsSync(socket)) && (await answers(socket)))
    return {
      request: (method, path, body, form) => overSocket(socket, method, path, body, form),
      close: async () => {},
    }
  const system = await openSystem(config, { log: line => console.error(line) })
  const app = createApp(system, createMetrics(system))
  await system.reading.resume()
  system.relay.wake()
  return {
    request: async (method, path, body, form) => {
      const response = await app.request(
        path,
        {
          method,
          ...(form
            ? { body: form }
            : body === undefined
              ? {}
              : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        },
        { local: true },
      )
      return { status: response.status, body: parse(await response.text()) }
    },
    close: async () => {
      await system.reading.idle()
      await system.relay.idle()
      await system.close()
    },
  }
}

const answers = (socket: string): Promise<boolean> =>
  overSocket(socket, 'GET', '/healthz').then(
    answer => answer.status === 200,
    () => false,
  )

async function overSocket(
  socket: string,
  method: string,
  path: string,
  body?: unknown,
  form?: FormData,
): Promise<Answer> {
  const payload = form
    ? new Response(form)
    : body === undefined
      ? null
      : new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
  const bytes = payload ? Buffer.from(await payload.arrayBuffer()) : null
  const type = payload?.headers.get('content-type')
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        socketPath: socket,
        method,
        path,
        headers: bytes ? { 'content-type': type ?? '', 'content-length': bytes.length } : {},
      },
      response => {
        const chunks: Buffer[] = []
        response.on('data', chunk => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: parse(Buffer.concat(chunks).toString()) }),
        )
      },
    )
    request.on('error', reject)
    request.end(bytes ?? undefined)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Text of an answer that is not a success. */
export function refusal(answer: Answer): string {
  const { title, detail, errors } = (typeof answer.body === 'object' && answer.body ? answer.body : {}) as {
    title?: string
    detail?: string
    errors?: { path: string; message: string }[]
  }
  const list = errors?.map(error => `${error.path}: ${error.message}`).join('; ')
  return [title ?? `status ${answer.status}`, detail, list].filter(Boolean).join(' — ')
}

/** Runs a command and gives its exit code: 2 for wrong use, 1 for anything else that fails. */
export async function runCommand(command: () => Promise<number>, usage: string): Promise<void> {
  // Whoever reads what is printed may have enough of it, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  try {
    process.exitCode = await command()
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`)
      process.exitCode = 2
    } else if (error instanceof ConfigError || error instanceof DataFolderInUse) {
      console.error(error.message)
      process.exitCode = 1
    } else {
      console.error(error)
      process.exitCode = 1
    }
  }
}
