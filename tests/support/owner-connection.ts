import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** The owner's connection to the PostgreSQL of an instance that runs on this data folder: a test's way to let days go by. */
export async function connectAsOwner(dataFolder: string): Promise<pg.Client> {
  const folder = path.join(dataFolder, 'postgres')
  // The fourth line of PostgreSQL's own file is the port.
  const port = fs.readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[3]
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'open_county_owner',
    password: fs.readFileSync(path.join(folder, 'owner-password'), 'utf8').trim(),
    database: 'postgres',
  })
  await client.connect()
  return client
}
