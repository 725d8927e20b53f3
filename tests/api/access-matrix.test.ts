import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccessRow, accessMatrix } from '../../api/contract/access-matrix.ts'
import { documentedRoutes } from '../../api/contract/index.ts'
import { ROLES } from '../../domain/index.ts'
import { type AccessFixture, accessFixtures } from '../support/access-fixtures.ts'
import {
  type AccessWorld,
  FOREIGN_CUI,
  type Holder,
  OWN_CUI,
  populate,
  type Sample,
  send,
} from '../support/access-world.ts'
import { openTestSystem } from '../support/test-system.ts'

/** Every route × role × ownership, as the contract declares it, asked for real. */
let world: AccessWorld
let fixtureOf: (method: string, path: string) => AccessFixture | null
beforeAll(async () => {
  world = await populate(
    await openTestSystem([
      { cui: OWN_CUI, name: 'Municipiul Miercurea Ciuc' },
      { cui: FOREIGN_CUI, name: 'Altă instituție' },
    ]),
  )
  fixtureOf = accessFixtures(world)
})
afterAll(() => world.close())

const matrix = documentedRoutes.length > 0 ? accessMatrix() : []
const isList = (row: AccessRow) => row.method === 'GET' && !row.path.includes(':')
const holder = (role: (typeof ROLES)[number]): Holder => {
  const found = world.holders.get(role)
  if (!found) throw new Error(role)
  return found
}

async function ask(as: Holder | null, row: AccessRow, sample: Sample): Promise<Response> {
  const response = await send(as?.client() ?? world.nobody, row.method, row.path, sample)
  // Routes about the own account or session may end it.
  if (as && row.method !== 'GET' && /^\/api\/(session|account)/.test(row.path)) await as.signInAgain()
  return response
}

/** What says no to the person, not to the request: a route may still ask to confirm with a password, say. */
const REFUSALS = ['not_signed_in', 'not_allowed']

/** Status and code of an answer: what a caller can tell two refusals apart by. */
async function said(response: Response): Promise<{ status: number; code: string | null }> {
  expect(response.status).toBeLessThan(500)
  const problem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
  return {
    status: response.status,
    code: problem ? ((await response.json()) as { code: string }).code : null,
  }
}

test('the matrix has every documented route', () => {
  const missing = documentedRoutes.filter(
    route =>
      !matrix.some(row => row.method === route.method.toUpperCase() && row.path === route.getRoutingPath()),
  )
  expect(missing.map(route => `${route.method} ${route.path}`)).toEqual([])
})

test('a route with a parameter says whose rows it reaches', () => {
  const silent = matrix.filter(
    ({ path, access }) =>
      path.includes(':') && access.nobody === 'none' && ROLES.some(role => access[role] === 'open'),
  )
  expect(silent.map(row => `${row.method} ${row.path}`)).toEqual([])
})

describe.each(matrix.map(row => [`${row.method} ${row.path}`, row] as const))('%s', (_, row) => {
  const rowed = ROLES.some(role => row.access[role] === 'own' || row.access[role] === 'all')

  test('nobody', async () => {
    const { status } = await ask(null, row, {})
    if (row.access.nobody === 'none') expect(status).toBe(401)
    else expect([401, 403]).not.toContain(status)
  })

  test.each(ROLES)('%s', async role => {
    const access = row.access[role]
    const fixture = fixtureOf(row.method, row.path)
    if (rowed && !fixture)
      throw new Error('the walk has no fixture for this route: add one to access-fixtures.ts')
    if (access === 'none') {
      expect((await ask(holder(role), row, rowed && fixture ? await fixture.foreign() : {})).status).toBe(403)
      return
    }
    if (access === 'open' || !fixture) {
      expect(REFUSALS).not.toContain((await said(await ask(holder(role), row, {}))).code)
      return
    }
    const foreign = await fixture.foreign()
    const own = await fixture.own(holder(role))
    const toForeign = await ask(holder(role), row, foreign)
    if (isList(row)) {
      const text = await toForeign.text()
      expect(toForeign.status).toBe(200)
      const mark = fixture.mark ?? (() => '')
      expect(text.includes(mark(foreign))).toBe(access === 'all')
      expect(text).toContain(mark(own))
      return
    }
    // What isn't there and what is somebody else's must look the same.
    const absent = await said(await ask(holder(role), row, { ...foreign, params: foreign.absent ?? {} }))
    if (access === 'own') expect(await said(toForeign)).toEqual(absent)
    else expect(await said(toForeign)).not.toEqual(absent)
    const toOwn = await said(await ask(holder(role), row, own))
    expect(REFUSALS).not.toContain(toOwn.code)
    expect(toOwn).not.toEqual(absent)
  })
})
