import crypto from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const part = z.object({
  /** No way out of the folder. */
  path: z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\]+$/),
  bytes: z.number().int().min(0),
  sha256,
})
const named = { schema: z.string(), name: z.string() }

const schema = z.object({
  format: z.literal(1),
  id: z.uuid(),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      ...named,
      columns: z.array(z.string()),
      rows: z.number().int(),
      content: sha256,
      part,
    }),
  ),
  sequences: z.array(z.object({ ...named, value: z.string().regex(/^-?\d+$/), called: z.boolean() })),
  /** Files of the data folder, by their path in it. */
  files: z.array(part),
  /** The keys, sealed under a passphrase; null: they are not in the backup. */
  keys: z.object({ sealed: z.string(), salt: z.string() }).nullable(),
  /** What the right ENCRYPTION_KEY makes of the id. */
  keyCheck: z.string(),
  /** Files that rows name and that were not in the data folder. */
  missing: z.array(z.string()),
})

/** What a backup holds; whoever has it whole can tell of each part whether that is whole. */
export type Manifest = z.infer<typeof schema>

const MANIFEST = 'manifest.json'
const MANIFEST_HASH = 'manifest.sha256'

/** A backup that can't be used: one sentence that says why. */
export class BackupBroken extends Error {
  override readonly name = 'BackupBroken'
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  await writeDurably(path.join(folder, MANIFEST), text)
  await writeDurably(path.join(folder, MANIFEST_HASH), `${hashOf(text)}  ${MANIFEST}\n`)
}

/** Throws BackupBroken. */
export async function readManifest(folder: string): Promise<Manifest> {
  const [text, stated] = await Promise.all(
    [MANIFEST, MANIFEST_HASH].map(name => fs.readFile(path.join(folder, name), 'utf8').catch(() => null)),
  )
  if (text === undefined || text === null || stated === undefined || stated === null)
    throw new BackupBroken(`${folder} is no backup: it has no ${MANIFEST}, or was never finished.`)
  if (stated.split(' ')[0] !== hashOf(text)) throw new BackupBroken(`${MANIFEST} was changed or damaged.`)
  const parsed = schema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new BackupBroken(`${MANIFEST} is not of a version that is known here.`)
  return parsed.data
}

/** Every part that must be there. */
export const partsOf = (manifest: Manifest) => [
  ...manifest.tables.map(table => table.part),
  ...manifest.files.map(file => ({ ...file, path: path.posix.join('data', file.path) })),
]

const hashOf = (text: string): string => crypto.createHash('sha256').update(text).digest('hex')

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await fs.open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
