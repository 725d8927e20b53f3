import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { policyOf } from '../../api/contract/policy.ts'
import {
  anonymous,
  type Client,
  confirm,
  openTestSystem,
  SAMPLE_MARCH,
  type SubmissionBody,
  signedIn,
  type TestSystem,
  uploadSample,
} from '../support/test-system.ts'

let running: TestSystem
let nobody: Client
const people: Record<string, Client> = {}
let submission: SubmissionBody
beforeAll(async () => {
  running = await openTestSystem([
    { cui: '4245747', name: 'Municipiul Miercurea Ciuc' },
    { cui: '4245763', name: 'Altă instituție' },
  ])
  nobody = anonymous(running.app)
  for (const email of [
    'reporter@4245747.demo',
    'approver@4245747.demo',
    'reporter@4245763.demo',
    'analyst@county.demo',
    'official@county.demo',
    'admin@county.demo',
    'auditor@county.demo',
    'citizen@demo',
  ])
    people[email] = await signedIn(running.app, email)
  submission = await uploadSample(person('reporter@4245747.demo'), SAMPLE_MARCH)
})
afterAll(() => running.close())

function person(email: string): Client {
  const client = people[email]
  if (!client) throw new Error(email)
  return client
}

test('every route declares its policy', () => {
  const routes = running.app.routes.filter(route => route.method !== 'ALL')
  expect(routes.length).toBeGreaterThan(25)
  expect(routes.filter(({ method, path }) => !policyOf(method, path))).toEqual([])
})

test('a route without a policy is never reached', async () => {
  const { createApp } = await import('../../api/http/app.ts')
  const { createMetrics } = await import('../../api/routes/health.ts')
  const app = createApp(running.system, createMetrics(running.system), pages => {
    pages.get('/forgotten', c => c.text('secret'))
    return async c => c.text('problem')
  })
  const response = await app.request('/forgotten')
  expect([response.status, await response.text()]).toEqual([403, expect.not.stringContaining('secret')])
})

describe('who reads a submission', () => {
  test.each([
    ['reporter@4245747.demo', 200],
    ['approver@4245747.demo', 200],
    ['analyst@county.demo', 200],
    ['official@county.demo', 200],
    ['admin@county.demo', 200],
    ['auditor@county.demo', 200],
    ['reporter@4245763.demo', 404],
    ['citizen@demo', 403],
  ])('%s: %i', async (email, status) => {
    for (const path of ['', '/file', '/issues.csv', '/rows?sheet=Sheet1&from=1&to=3']) {
      const response = await person(email).request(`/api/reporting/submissions/${submission.id}${path}`)
      expect(response.status).toBe(status)
    }
  })

  test('nobody without an account', async () => {
    const response = await nobody.request(`/api/reporting/submissions/${submission.id}`)
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect((await nobody.request(`/api/public/submissions/${submission.id}/file`)).status).toBe(404)
  })
})

describe('who changes one', () => {
  test.each([
    ['analyst@county.demo', 403],
    ['auditor@county.demo', 403],
    ['citizen@demo', 403],
    ['reporter@4245763.demo', 404],
  ])('not %s', async (email, status) => {
    for (const [method, path] of [
      ['POST', '/confirm'],
      ['DELETE', ''],
    ] as const) {
      const response = await person(email).request(`/api/reporting/submissions/${submission.id}${path}`, {
        method,
      })
      expect(response.status).toBe(status)
    }
  })

  test('a file of another institution is refused with the reason', async () => {
    const read = await uploadSample(
      person('reporter@4245763.demo'),
      '20260630_FXB-EXB-901_TREZ351_4245747_4245747_02_90000002.xlsx',
    )
    expect(read.status).toBe('invalid')
    expect(read.issues.map(issue => issue.code)).toContain('entity_not_permitted')
    const form = new FormData()
    form.set('file', new File(['x'], 'x.csv'))
    form.set('entity', '4245747')
    const named = await person('reporter@4245763.demo').request('/api/reporting/submissions', {
      method: 'POST',
      body: form,
    })
    expect([named.status, await named.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'entity_not_permitted' }),
    ])
  })
})

describe('sessions', () => {
  test('a wrong password and an unknown address get the same answer', async () => {
    const attempt = async (email: string) => {
      const response = await nobody.request('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: 'not the password' }),
      })
      return [response.status, await response.text()]
    }
    expect(await attempt('analyst@county.demo')).toEqual(await attempt('nobody@nowhere.ro'))
  })

  test('a cookie without the CSRF token changes nothing', async () => {
    const response = await person('reporter@4245747.demo').request(
      `/api/reporting/submissions/${submission.id}/confirm`,
      {
        method: 'POST',
        headers: { 'x-csrf-token': 'x' },
      },
    )
    expect([response.status, await response.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'csrf_token_missing' }),
    ])
  })

  test('the cookie is HttpOnly, SameSite=Lax; signing out ends it', async () => {
    const response = await nobody.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'auditor@county.demo', password: 'a-demo-password' }),
    })
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    const { csrfToken, user } = (await response.json()) as { csrfToken: string; user: { roles: string[] } }
    expect(user.roles).toEqual(['auditor'])
    const headers = { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': csrfToken }
    expect((await nobody.request('/api/session', { headers })).status).toBe(200)
    expect((await nobody.request('/api/session', { method: 'DELETE', headers })).status).toBe(204)
    expect((await nobody.request('/api/session', { headers })).status).toBe(401)
  })

  test('a bearer token needs no CSRF token; a made-up one is refused', async () => {
    const { issueAccountToken } = await import('../../api/instance/administration.ts')
    const { token } = await issueAccountToken(running.system, 'reporter@4245747.demo', 1)
    const ok = await nobody.request('/api/reporting/submissions', {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(ok.status).toBe(200)
    const bad = await nobody.request('/api/reporting/submissions', {
      headers: { authorization: 'Bearer oct_made-up' },
    })
    expect([bad.status, await bad.json()]).toEqual([401, expect.objectContaining({ code: 'token_invalid' })])
  })

  test('the tools of the machine are not reachable from outside', async () => {
    for (const path of ['entity', 'user', 'token', 'rebuild', 'dry-run', 'idle']) {
      const response = await person('admin@county.demo').request(`/api/control/${path}`, {
        method: 'POST',
        body: '{}',
      })
      expect(response.status).toBe(404)
    }
  })
})

test('every answer carries the security headers', async () => {
  for (const path of [
    '/healthz',
    '/api/public/entities',
    '/api/nothing',
    '/api/docs',
    '/cubejs-api/v1/meta',
  ]) {
    const { headers } = await nobody.request(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBeTruthy()
    expect(headers.get('x-frame-options')).toBe('DENY')
  }
})

describe('malformed requests', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      "' or 1=1 --",
      '../../etc/passwd',
      '%00',
      '9'.repeat(400),
      '\u202e',
      'null',
    ),
  )
  const answered = async (response: Response) => {
    expect(response.status).toBeLessThan(500)
    if (response.status >= 400)
      expect(response.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/)
  }

  test('parameters of every public read give an answer or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '/api/public/budget/4245747',
          '/api/public/trace/4245747',
          '/api/public/entities',
          '/api/public/budget/4245747/download',
        ),
        fc.dictionary(
          fc.constantFrom(
            'at',
            'kind',
            'by',
            'level',
            'asOf',
            'mode',
            'functional',
            'economic',
            'source',
            'section',
            'offset',
            'limit',
            'q',
            'format',
            'lang',
            'reportType',
          ),
          hostile,
        ),
        async (path, parameters) =>
          answered(await nobody.request(`${path}?${new URLSearchParams(parameters)}`)),
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 100) },
    )
  })

  test('bodies and paths too', async () => {
    const reporter = person('reporter@4245747.demo')
    await fc.assert(
      fc.asyncProperty(
        hostile,
        fc.constantFrom(
          'application/json',
          'multipart/form-data',
          'multipart/form-data; boundary=x',
          'text/plain',
          '',
        ),
        async (text, type) => {
          for (const path of ['/api/session', '/api/reporting/submissions', '/cubejs-api/v1/load'])
            await answered(
              await reporter.request(path, {
                method: 'POST',
                body: text,
                headers: type ? { 'content-type': type } : {},
              }),
            )
          await answered(await reporter.request(`/api/reporting/submissions/${encodeURIComponent(text)}`))
          await answered(await nobody.request(`/api/public/budget/${encodeURIComponent(text)}`))
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 50) },
    )
  })

  test.each([
    ['GET', '/api/public/budget/4245747?at=2026-02-30', 400, 'request_invalid'],
    ['GET', '/api/public/budget/4245747?at=1999-12-31', 404, 'report_missing'],
    ['GET', '/api/public/budget/99', 404, 'entity_unknown'],
    ['GET', '/api/reporting/submissions/x', 400, 'request_invalid'],
    ['GET', '/api/reporting/submissions/00000000-0000-4000-8000-000000000000', 404, 'submission_unknown'],
    ['GET', '/api/reporting/submissions?cursor=x', 400, 'request_invalid'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const response = await person('reporter@4245747.demo').request(path, { method })
    expect([response.status, await response.json()]).toEqual([
      status,
      expect.objectContaining({ code, status }),
    ])
  })
})

test('what was refused did not disturb what was right', async () => {
  expect(await confirm(person('reporter@4245747.demo'), submission.id)).toMatchObject({ status: 'published' })
  expect((await nobody.request(`/api/public/submissions/${submission.id}/file`)).status).toBe(200)
})
