import crypto from 'node:crypto'
import { createKeyring, openDatabase, registerEntry } from '../../services/index.ts'

/**
 * A program that registers until it is killed: each line is in the register and its number told, or neither.
 * Arguments: connection, role.
 */
const [url = '', role = ''] = process.argv.slice(2)
const { db } = openDatabase({ url, role, max: 4, keyring: createKeyring('a secret of the tests') })

async function register(): Promise<void> {
  for (;;) {
    const { number } = await db.transaction().execute(async store =>
      registerEntry(store, {
        register: 'general',
        direction: 'entry',
        subject: { kind: 'letter', id: crypto.randomUUID() },
        summary: 'A process that is killed',
        correspondent: null,
        at: new Date('2026-11-24T10:00:00Z'),
      }),
    )
    process.stdout.write(`${number}\n`)
  }
}

await Promise.all([register(), register(), register(), register()])
