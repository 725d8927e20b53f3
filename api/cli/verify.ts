import process from 'node:process'
import { parseArgs } from 'node:util'
import { connect, refusal, runCommand, UsageError } from './connection.ts'

const USAGE = `npm run verify

Checks the chain of the audit: every link, every content, and the heads in DATA_DIR/audit-heads.log.
Exit code 0 when all is whole, 1 when it is broken (the first broken number is printed), 2 on wrong use.`

/** What is wrong at the number printed. */
const FAULTS: Record<string, string> = {
  number_missing: 'a number is missing: links were deleted',
  event_missing: 'the event of this link was deleted',
  hash_wrong: 'the hash does not follow from the one before: events were exchanged, put in or changed',
  content_changed: 'the content is not what was written, or ENCRYPTION_KEY is another one',
  personal_changed: 'the personal part is not what was written',
  key_missing: "the key of the event's person was deleted, but not by an erasure",
  event_unlinked: 'an event stands outside of the chain',
  head_wrong: 'the chain ends before its head: its last links were deleted',
  written_head_differs: 'the hash is not the one that was written to audit-heads.log',
  end_missing: 'audit-heads.log knows numbers that are no longer there: the end was cut off',
}

interface Report {
  readonly links: number
  readonly erased: number
  readonly writtenHeads: number
  readonly head: { readonly number: number; readonly hash: string }
  readonly broken: { readonly number: number; readonly fault: string } | null
}

async function main(): Promise<number> {
  try {
    parseArgs({ args: process.argv.slice(2) })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  const connection = await connect()
  try {
    const answer = await connection.request('POST', '/api/control/verify', {})
    if (answer.status !== 200) {
      console.error(refusal(answer))
      return 1
    }
    const { broken, links, erased, writtenHeads, head } = answer.body as Report
    if (broken) {
      console.error(
        `The audit is broken at number ${broken.number}: ${FAULTS[broken.fault] ?? broken.fault}.`,
      )
      return 1
    }
    const more =
      erased > 0 ? `; the personal part of ${erased} can no longer be read, its person was erased` : ''
    console.log(`The audit is whole: ${links} links, ${writtenHeads} heads of audit-heads.log agree${more}.`)
    console.log(`Head: ${head.number} ${head.hash}`)
    return 0
  } finally {
    await connection.close()
  }
}

await runCommand(main, USAGE)
