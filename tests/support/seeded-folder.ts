import fs from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import { startInstance } from './instance.ts'

const POLL_MS = 100

/** Fills an empty folder with what the first `npm start` leaves: made once in a test run, then copied. */
export async function copySeed(target: string): Promise<void> {
  const seed = inject('seededFolder')
  const making = `${seed}.making`
  while (!fs.existsSync(seed)) {
    if (tryMakeFolder(making)) await makeSeed(making, seed)
    else await new Promise(resolve => setTimeout(resolve, POLL_MS))
  }
  copyOwned(seed, target)
}

/** False when another test file is making it. */
function tryMakeFolder(folder: string): boolean {
  try {
    fs.mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  // As root the embedded PostgreSQL runs as another user, who has to cross this folder.
  fs.chmodSync(folder, 0o755)
  return true
}

async function makeSeed(making: string, seed: string): Promise<void> {
  try {
    const instance = await startInstance({ dataFolder: making })
    await instance.stop()
    fs.renameSync(making, seed)
  } finally {
    fs.rmSync(making, { recursive: true, force: true })
  }
}

/** The files of the embedded PostgreSQL stay its user's. */
function copyOwned(source: string, target: string): void {
  fs.cpSync(source, target, { recursive: true, mode: fs.constants.COPYFILE_FICLONE })
  if (process.getuid?.() !== 0) return
  for (const name of fs.readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    const { uid, gid } = fs.lstatSync(path.join(source, name))
    fs.lchownSync(path.join(target, name), uid, gid)
  }
}
