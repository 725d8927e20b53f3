import crypto from 'node:crypto'
import { ROLES, type Role } from '../../domain/index.ts'
import { findOrganisation, hashPassword, putAccount } from '../../services/index.ts'
import { DEMO_PASSWORD } from './instance.ts'
import { anonymous, type Client, signedIn, type TestSystem } from './test-system.ts'

export const OWN_CUI = '4245747'
export const FOREIGN_CUI = '4245763'

/** A person who holds one role only, and a stranger who holds the same elsewhere. */
export interface Holder {
  readonly id: string
  readonly email: string
  readonly role: Role
  client(): Client
  /** After what may have ended the session. */
  signInAgain(): Promise<void>
}

/** An installation with somebody for each role, and one stranger whose things nobody else owns. */
export interface AccessWorld extends TestSystem {
  readonly holders: ReadonlyMap<Role, Holder>
  /** A reporter of another institution, who owns what is foreign to everybody. */
  readonly stranger: Holder
  readonly nobody: Client
}

export async function populate(running: TestSystem): Promise<AccessWorld> {
  const { system, app } = running
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const organisationOf = async (cui: string) => (await findOrganisation(system.db, { cui }))?.id ?? null
  const add = async (email: string, role: Role, cui: string): Promise<Holder> => {
    const organisationId = role === 'reporter' || role === 'approver' ? await organisationOf(cui) : null
    const id = await putAccount(
      system.db,
      {
        email,
        name: email,
        passwordHash,
        demo: false,
        grantedBy: 'matrix',
        memberships: [{ role, organisationId }],
      },
      system.now(),
    )
    // As after a second factor, without which nobody changes their own.
    const enter = async (): Promise<Client> => {
      const client = await signedIn(app, email)
      await system.db.updateTable('auth_session').set({ strong: true }).where('userId', '=', id).execute()
      return client
    }
    let client = await enter()
    return {
      id,
      email,
      role,
      client: () => client,
      signInAgain: async () => {
        client = await enter()
      },
    }
  }
  const holders = new Map<Role, Holder>()
  for (const role of ROLES) holders.set(role, await add(`${role}@matrix.test`, role, OWN_CUI))
  const stranger = await add('stranger@matrix.test', 'reporter', FOREIGN_CUI)
  return { ...running, holders, stranger, nobody: anonymous(app) }
}

/** What a request to a route carries. */
export interface Sample {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Parameters of the same that isn't there, where a random UUID is none. */
  readonly absent?: Readonly<Record<string, string>>
}

export function send(client: Client, method: string, path: string, sample: Sample): Promise<Response> {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(sample.params?.[name] ?? crypto.randomUUID()),
  )
  return client.request(`${filled}${sample.query ?? ''}`, {
    method,
    headers: { 'content-type': 'application/json', ...sample.headers },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(sample.body ?? {}) }),
  })
}
