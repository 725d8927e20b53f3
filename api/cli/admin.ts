import process from 'node:process'
import { parseArgs } from 'node:util'
import { connect, refusal, runCommand, UsageError } from './connection.ts'

const USAGE = `npm run admin -- entity --cui <cui> --name <name> [--name-hu <name>] [--name-en <name>] [--siruta <code>] [--kind <kind>] [--parent <cui>]
npm run admin -- user --email <e-mail> --role <role> [--entity <cui>] [--department <name>] [--name <name>] [--password <password>]
npm run admin -- token --email <e-mail> [--days <number>] [--scopes read,report,office,personal] [--name <name>]

Roles: reporter, approver (of an institution: --entity), official, clerk, moderator, publisher (of the county, or of a
department: --department <name>), analyst, admin, auditor, citizen.`

const OPTIONS = {
  cui: { type: 'string' },
  name: { type: 'string' },
  'name-hu': { type: 'string' },
  'name-en': { type: 'string' },
  siruta: { type: 'string' },
  kind: { type: 'string' },
  parent: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  entity: { type: 'string' },
  department: { type: 'string' },
  password: { type: 'string' },
  days: { type: 'string' },
  scopes: { type: 'string' },
} as const

const NEEDED: Record<string, readonly (keyof typeof OPTIONS)[]> = {
  entity: ['cui', 'name'],
  user: ['email', 'role'],
  token: ['email'],
}

async function main(): Promise<number> {
  const { command, values } = parse()
  const connection = await connect()
  try {
    const answer = await connection.request('POST', `/api/control/${command}`, {
      ...values,
      nameHu: values['name-hu'],
      nameEn: values['name-en'],
      scopes: values.scopes?.split(','),
      ...(values.days ? { days: Number(values.days) } : { days: undefined }),
    })
    if (answer.status !== 200) {
      console.error(refusal(answer))
      return 1
    }
    // A token is printed alone, so that scripts can take it.
    if (command === 'token') console.log((answer.body as { token: string }).token)
    else console.log(JSON.stringify(answer.body))
    return 0
  } finally {
    await connection.close()
  }
}

function parse() {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: OPTIONS,
      allowPositionals: true,
    })
    const [command = '', ...rest] = positionals
    const needed = NEEDED[command]
    if (!needed || rest.length > 0) throw new UsageError(`Unknown command "${positionals.join(' ')}".`)
    const missing = needed.filter(name => !values[name])
    if (missing.length > 0) throw new UsageError(`Missing: ${missing.map(name => `--${name}`).join(', ')}.`)
    return { command, values }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

await runCommand(main, USAGE)
