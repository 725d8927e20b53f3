import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES, type Role, refuseGrant } from '../../domain/index.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import {
  anonymous,
  type Client,
  confirm,
  openTestSystem,
  SAMPLE_MARCH,
  signedIn,
  type TestSystem,
  uploadSample,
} from '../support/test-system.ts'

const CIUC = '4245747'
const OTHER = '4245763'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let clock = Date.now()
let mail: MailServer
let running: TestSystem
const clients = new Map<string, Client>()
const organisations: Record<string, string> = {}

beforeAll(async () => {
  mail = await startMailServer()
  running = await openTestSystem(
    [
      { cui: CIUC, name: 'Municipiul Miercurea Ciuc' },
      { cui: OTHER, name: 'Altă instituție' },
    ],
    { environment: { SMTP_URL: mail.url }, now: () => new Date(clock) },
  )
  const { items } = await (await as('admin@county.demo')).json<{ items: { id: string; cui: string }[] }>(
    '/api/organisations',
  )
  for (const { id, cui } of items) organisations[cui] = id
})
afterAll(async () => {
  await running.close()
  await mail.stop()
})

async function as(email: string): Promise<Client> {
  const known = clients.get(email)
  // Where days have passed, the sweep may have taken the session.
  if (known && (await known.request('/api/session')).status === 200) return known
  const client = await signedIn(running.app, email)
  clients.set(email, client)
  return client
}

const send = (client: Client, method: string, path: string, body?: unknown) =>
  client.request(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })

const codeOf = async (response: Response) => [
  response.status,
  ((await response.json().catch(() => ({}))) as { code?: string }).code ?? null,
]

interface UserBody {
  id: string
  email: string
  roles: { id: string; role: Role; organisation: { id: string } | null; until: string | null }[]
}

const userOf = async (email: string): Promise<UserBody> => {
  const { items } = await (await as('admin@county.demo')).json<{ items: UserBody[] }>(
    `/api/users?q=${encodeURIComponent(email)}`,
  )
  const user = items.find(one => one.email === email)
  if (!user) throw new Error(`no user ${email}`)
  return user
}

const auditOf = (action: string) =>
  running.system.db
    .selectFrom('audit_event')
    .select(['actor', 'subject_id', 'detail'])
    .where('action', '=', action)
    .execute()

describe('who may give which role', () => {
  test('agrees with the rule for every giver, role and place', async () => {
    const givers = [
      'admin@county.demo',
      `approver@${CIUC}.demo`,
      `reporter@${CIUC}.demo`,
      'official@county.demo',
    ]
    const admin = await as('admin@county.demo')
    const target = await userOf('citizen@demo')
    const actors = new Map<string, NonNullable<Awaited<ReturnType<TestSystem['system']['findActor']>>>>()
    for (const email of givers) {
      const actor = await running.system.findActor((await userOf(email)).id)
      if (actor) actors.set(email, actor)
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...givers),
        fc.constantFrom(...ROLES),
        fc.constantFrom(null, organisations[CIUC] ?? '', organisations[OTHER] ?? ''),
        fc.boolean(),
        async (email, role, organisationId, toHimself) => {
          const actor = actors.get(email)
          if (!actor) throw new Error(email)
          const rolesThere = actor.organisations.find(({ id }) => id === organisationId)?.roles ?? []
          const refusal = refuseGrant(
            { person: actor.id, countyRoles: actor.roles, rolesThere },
            {
              person: toHimself ? actor.id : target.id,
              role,
              place: organisationId === null ? 'county' : 'institution',
            },
          )
          const response = await send(await as(email), 'POST', '/api/invitations', {
            email: toHimself ? email.replace('@demo', '@x.demo') : 'somebody@example.ro',
            role,
            organisationId,
          })
          // Other institutions don't exist for those who act for one.
          if (refusal === null) expect(response.status).toBe(201)
          else expect([403, 404, 422]).toContain(response.status)
          if (response.status === 201) {
            const { id } = (await response.json()) as { id: string }
            expect((await send(await as(email), 'DELETE', `/api/invitations/${id}`)).status).toBe(204)
          }
          if (email !== 'admin@county.demo')
            expect(
              (
                await send(await as(email), 'POST', `/api/users/${target.id}/roles`, {
                  role,
                  organisationId,
                  lastDay: null,
                })
              ).status,
            ).toBe(403)
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 40) },
    )
    expect((await admin.json<{ items: unknown[] }>('/api/invitations')).items).toEqual([])
  })

  test('nobody gives himself a role; the last administrator stays', async () => {
    const admin = await as('admin@county.demo')
    const self = await userOf('admin@county.demo')
    const grant = { role: 'auditor', organisationId: null, lastDay: null }
    expect(await codeOf(await send(admin, 'POST', `/api/users/${self.id}/roles`, grant))).toEqual([
      403,
      'role_own',
    ])
    const own = self.roles.find(({ role }) => role === 'admin')
    expect(await codeOf(await send(admin, 'DELETE', `/api/memberships/${own?.id}`))).toEqual([
      409,
      'last_admin',
    ])
    const analyst = await userOf('analyst@county.demo')
    const toAnalyst = (lastDay: string | null) =>
      send(admin, 'POST', `/api/users/${analyst.id}/roles`, { role: 'admin', organisationId: null, lastDay })
    // An administrator for some days does not replace one for good.
    expect((await toAnalyst(new Date(clock + 5 * DAY).toISOString().slice(0, 10))).status).toBe(204)
    expect(await codeOf(await send(admin, 'DELETE', `/api/memberships/${own?.id}`))).toEqual([
      409,
      'last_admin',
    ])
    expect(await codeOf(await toAnalyst(null))).toEqual([409, 'role_held'])
    const [given] = (await userOf('analyst@county.demo')).roles.filter(({ role }) => role === 'admin')
    expect((await send(admin, 'DELETE', `/api/memberships/${given?.id}`)).status).toBe(204)
    expect(await codeOf(await send(admin, 'DELETE', `/api/memberships/${given?.id}`))).toEqual([
      409,
      'role_ended',
    ])
  })

  test('an approver ends reporters of the own institution only; others see nothing there', async () => {
    const approver = await as(`approver@${CIUC}.demo`)
    const reporter = await userOf(`reporter@${OTHER}.demo`)
    const own = await userOf(`approver@${OTHER}.demo`)
    for (const id of [reporter.roles[0]?.id, own.roles[0]?.id])
      expect(await codeOf(await send(approver, 'DELETE', `/api/memberships/${id}`))).toEqual([
        404,
        'membership_unknown',
      ])
    expect((await approver.request(`/api/organisations/${organisations[OTHER]}/members`)).status).toBe(404)
    expect((await approver.request('/api/users')).status).toBe(403)
    const foreign = `/api/invitations?organisation=${organisations[OTHER]}`
    expect((await approver.request(foreign)).status).toBe(404)
    const { members } = await approver.json<{ members: { role: Role; mayEnd: boolean }[] }>(
      `/api/organisations/${organisations[CIUC]}/members`,
    )
    expect(members.map(({ role, mayEnd }) => [role, mayEnd]).sort()).toEqual([
      ['approver', true],
      ['reporter', true],
    ])
  })
})

test('an auditor reads and changes nothing but the own account', async () => {
  const auditor = await as('auditor@county.demo')
  for (const path of ['/api/users', '/api/organisations', '/api/invitations', '/api/cui-proposals'])
    expect((await auditor.request(path)).status).toBe(200)
  const changing = running.app.routes.filter(
    ({ method, path }) =>
      ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) &&
      path.startsWith('/api/') &&
      !/^\/api\/(session|account|me|notifications|control|public|verify|invitations\/accept)\b/.test(path),
  )
  expect(changing.length).toBeGreaterThan(15)
  const id = organisations[CIUC] ?? ''
  for (const { method, path } of changing) {
    const response = await send(auditor, method, path.replaceAll(/:\w+/g, id), {})
    expect([method, path, response.status]).toEqual([method, path, 403])
  }
  expect((await send(auditor, 'POST', '/api/session/cube-token')).status).toBe(200)
})

describe('an invitation', () => {
  const tokenIn = (text: string | undefined) => /invitation\?token=([\w-]+)/.exec(text ?? '')?.[1] ?? ''

  test('makes an account with the role, once', async () => {
    const approver = await as(`approver@${CIUC}.demo`)
    const invitation = { email: 'Kati@Example.ro', role: 'reporter', organisationId: organisations[CIUC] }
    const sent = await send(approver, 'POST', '/api/invitations', { ...invitation, language: 'hu' })
    expect(sent.status).toBe(201)
    const { id } = (await sent.json()) as { id: string }
    expect(await codeOf(await send(approver, 'POST', '/api/invitations', invitation))).toEqual([
      409,
      'invitation_open',
    ])
    const first = tokenIn((await mail.waitFor('kati@example.ro')).text)
    expect((await send(approver, 'POST', `/api/invitations/${id}/resend`)).status).toBe(200)
    const second = tokenIn((await mail.waitFor('kati@example.ro', one => !one.text?.includes(first))).text)
    const nobody = anonymous(running.app)
    const accept = (token: string, account: unknown = { name: 'Kati', password: 'a-demo-password' }) =>
      send(nobody, 'POST', '/api/invitations/accept', { token, account })
    expect((await nobody.request(`/api/invitations/open?token=${first}`)).status).toBe(404)
    expect(await codeOf(await accept(first))).toEqual([404, 'invitation_unknown'])
    expect(await codeOf(await accept(second, null))).toEqual([401, 'not_signed_in'])
    expect(await nobody.json(`/api/invitations/open?token=${second}`)).toMatchObject({
      email: 'kati@example.ro',
      role: 'reporter',
      hasAccount: false,
    })
    const [one, other] = await Promise.all([accept(second), accept(second)])
    // The other finds the invitation used, or the account made.
    expect([one?.status, other?.status].filter(status => status === 204)).toHaveLength(1)
    for (const { status } of [one, other]) expect([204, 404, 409]).toContain(status)
    const rows = await running.system.db.selectFrom('invitation').selectAll().where('id', '=', id).execute()
    expect(JSON.stringify(rows)).not.toContain(second)
    const session = await (await as('kati@example.ro')).json<{ user: { organisations: { cui: string }[] } }>(
      '/api/session',
    )
    expect(session.user.organisations.map(({ cui }) => cui)).toEqual([CIUC])
  })

  test('is taken by the account with its address and no other; ends with time, by hand, with the inviter', async () => {
    const admin = await as('admin@county.demo')
    const approver = await as(`approver@${OTHER}.demo`)
    const email = 'citizen@demo.example'
    await running.system.db
      .updateTable('auth_user')
      .set({ email })
      .where('email', '=', 'citizen@demo')
      .execute()
    const citizen = await as(email)
    const invite = async (from: Client) => {
      const before = mail.mails.length
      const sent = await send(from, 'POST', '/api/invitations', {
        email,
        role: 'reporter',
        organisationId: organisations[OTHER],
      })
      expect(sent.status).toBe(201)
      const received = await mail.waitFor(email, one => mail.mails.indexOf(one) >= before)
      return { id: ((await sent.json()) as { id: string }).id, token: tokenIn(received.text) }
    }
    const accept = async (client: Client, token: string, account: unknown = null) =>
      codeOf(await send(client, 'POST', '/api/invitations/accept', { token, account }))
    const made = await invite(admin)
    expect(await accept(approver, made.token)).toEqual([403, 'account_other'])
    expect(
      await accept(anonymous(running.app), made.token, {
        name: 'Eva',
        password: 'corn și lapte pentru toți',
      }),
    ).toEqual([409, 'account_exists'])
    expect((await send(admin, 'DELETE', `/api/invitations/${made.id}`)).status).toBe(204)
    expect(await accept(citizen, made.token)).toEqual([404, 'invitation_unknown'])
    const look = (token: string) => anonymous(running.app).json(`/api/invitations/open?token=${token}`)
    const inviter = 'Administrator (demo)'
    expect(await look(made.token)).toMatchObject({ state: 'withdrawn', email: null, inviter })

    const late = await invite(admin)
    clock += 14 * DAY
    clients.clear()
    expect(await accept(await as(email), late.token)).toEqual([409, 'invitation_expired'])
    expect(await look(late.token)).toMatchObject({ state: 'expired', email: null, hasAccount: false })
    await send(await as('admin@county.demo'), 'DELETE', `/api/invitations/${late.id}`)

    const orphan = await invite(await as(`approver@${OTHER}.demo`))
    const head = await userOf(`approver@${OTHER}.demo`)
    await send(await as('admin@county.demo'), 'DELETE', `/api/memberships/${head.roles[0]?.id}`)
    expect(await accept(await as(email), orphan.token)).toEqual([404, 'invitation_unknown'])

    await send(await as('admin@county.demo'), 'DELETE', `/api/invitations/${orphan.id}`)
    const good = await invite(await as('admin@county.demo'))
    expect(await look(good.token)).toMatchObject({ state: 'open', email, hasAccount: true, mine: false })
    expect(await accept(await as(email), good.token)).toEqual([204, null])
    expect(await look(good.token)).toMatchObject({ state: 'used', email: null })
    expect((await (await as(email)).request('/api/reporting/submissions')).status).toBe(200)
  })
})

/** What a Cube token lets see, asked with it alone. */
async function seen(token: string): Promise<number> {
  const query = encodeURIComponent(JSON.stringify({ measures: ['budget_execution.lines'] }))
  const response = await running.app.request(`/cubejs-api/v1/load?query=${query}`, {
    headers: { authorization: token },
  })
  return response.status
}
const cubeToken = async (client: Client) =>
  (await (await send(client, 'POST', '/api/session/cube-token')).json()) as { token: string }
const contextOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { groups?: string[] }

describe('a role that ends', () => {
  test('ends at once for sessions and API tokens, within a minute for Cube tokens', async () => {
    const email = `reporter@${CIUC}.demo`
    const { issueAccountToken } = await import('../../api/instance/administration.ts')
    const { token } = await issueAccountToken(running.system, email, 1)
    const bearer = {
      request: (path: string) => running.app.request(path, { headers: { authorization: `Bearer ${token}` } }),
    }
    const client = await as(email)
    expect((await client.request('/api/reporting/submissions')).status).toBe(200)
    expect((await bearer.request('/api/reporting/submissions')).status).toBe(200)
    const cube = await cubeToken(client)
    expect(JSON.stringify(contextOf(cube.token))).toContain(CIUC)
    expect(await seen(cube.token)).toBe(200)
    const [role] = (await userOf(email)).roles
    expect((await send(await as('admin@county.demo'), 'DELETE', `/api/memberships/${role?.id}`)).status).toBe(
      204,
    )
    expect((await client.request('/api/reporting/submissions')).status).toBe(403)
    expect((await bearer.request('/api/reporting/submissions')).status).toBe(403)
    expect(JSON.stringify(contextOf((await cubeToken(client)).token))).not.toContain(CIUC)
    clock += MINUTE
    expect(await seen(cube.token)).toBe(403)
  })

  test('a role for a time ends by itself, and a deputyship', async () => {
    const admin = await as('admin@county.demo')
    const today = new Date(clock).toISOString().slice(0, 10)
    const moderator = await userOf('moderator@county.demo')
    expect(
      (
        await send(admin, 'POST', `/api/users/${moderator.id}/roles`, {
          role: 'reporter',
          organisationId: organisations[CIUC],
          lastDay: today,
        })
      ).status,
    ).toBe(204)
    const principal = await as(`approver@${CIUC}.demo`)
    const named = await send(principal, 'POST', '/api/deputies', {
      principal: null,
      deputyEmail: 'clerk@county.demo',
      organisationId: organisations[CIUC],
      from: today,
      lastDay: today,
    })
    expect(named.status).toBe(201)
    for (const email of ['moderator@county.demo', 'clerk@county.demo'])
      expect((await (await as(email)).request('/api/reporting/submissions')).status).toBe(200)
    const tokens = [
      await cubeToken(await as('moderator@county.demo')),
      await cubeToken(await as('clerk@county.demo')),
    ]
    clock += DAY
    clients.clear()
    for (const email of ['moderator@county.demo', 'clerk@county.demo'])
      expect((await (await as(email)).request('/api/reporting/submissions')).status).toBe(403)
    for (const { token } of tokens) expect(await seen(token)).toBe(403)
  })
})

describe('a deputy', () => {
  const today = () => new Date(clock).toISOString().slice(0, 10)
  const name = (client: Client, more: Record<string, unknown>) =>
    send(client, 'POST', '/api/deputies', {
      principal: null,
      deputyEmail: 'publisher@county.demo',
      organisationId: organisations[CIUC],
      from: today(),
      lastDay: today(),
      ...more,
    })

  test('acts for the person, and the audit says for whom, until ended early', async () => {
    const approver = await userOf(`approver@${CIUC}.demo`)
    const publisher = await userOf('publisher@county.demo')
    const named = await name(await as(approver.email), {})
    const { id } = (await named.json()) as { id: string }
    const deputy = await as('publisher@county.demo')
    const submission = await uploadSample(deputy, SAMPLE_MARCH)
    expect((await confirm(deputy, submission.id)).status).toBe('published')
    expect(await auditOf('submission.confirmed')).toEqual([
      expect.objectContaining({
        actor: publisher.id,
        subject_id: submission.id,
        detail: expect.objectContaining({ deputyFor: [approver.id] }),
      }),
    ])
    expect((await send(deputy, 'DELETE', `/api/deputies/${id}`)).status).toBe(204)
    expect((await deputy.request('/api/reporting/submissions')).status).toBe(403)
    expect(await auditOf('deputy.ended')).toHaveLength(1)
  })

  test('is named for the own roles, or by an administrator for others; never by himself', async () => {
    const approver = await userOf(`approver@${CIUC}.demo`)
    const official = await userOf('official@county.demo')
    const admin = await as('admin@county.demo')
    expect(await codeOf(await name(await as(official.email), { principal: approver.id }))).toEqual([
      403,
      'not_allowed',
    ])
    expect(await codeOf(await name(await as(official.email), { organisationId: null }))).toEqual([
      403,
      'not_allowed',
    ])
    expect(
      await codeOf(
        await name(admin, { principal: official.id, deputyEmail: 'admin@county.demo', organisationId: null }),
      ),
    ).toEqual([403, 'role_own'])
    expect(await codeOf(await name(admin, { principal: official.id }))).toEqual([
      409,
      'principal_without_roles',
    ])
    expect(await codeOf(await name(await as(approver.email), { deputyEmail: 'nobody@example.ro' }))).toEqual([
      404,
      'user_unknown',
    ])
    expect(await codeOf(await name(await as(approver.email), { lastDay: '2020-01-01' }))).toEqual([
      422,
      'days_wrong',
    ])
    expect((await name(admin, { principal: official.id, organisationId: null })).status).toBe(201)
    expect((await (await as('publisher@county.demo')).request('/api/cui-proposals')).status).toBe(200)
  })
})
