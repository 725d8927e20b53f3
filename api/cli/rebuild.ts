import { connect, refusal, runCommand } from './connection.ts'

const USAGE = 'npm run warehouse:rebuild'

/** Makes the warehouse anew from the accepted files: the same figures as before. */
async function main(): Promise<number> {
  const connection = await connect()
  try {
    const answer = await connection.request('POST', '/api/control/rebuild', {})
    if (answer.status !== 200) {
      console.error(refusal(answer))
      return 1
    }
    console.log(JSON.stringify(answer.body))
    return 0
  } finally {
    await connection.close()
  }
}

await runCommand(main, USAGE)
