import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postsDefinition } from '../support/report-definition.ts'
import { type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let installation: TestSystem
let official: Client
let reporter: Client
beforeAll(async () => {
  installation = await openTestSystem([{ cui: '4245747', name: 'Municipiul Miercurea Ciuc' }])
  official = await signedIn(installation.app, 'official@county.demo')
  reporter = await signedIn(installation.app, 'reporter@4245747.demo')
})
afterAll(() => installation.close())

const send = async (client: Client, method: string, path: string, body: unknown = {}) => {
  const answer = await client.request(`/api/reporting/types${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
}
const read = (client: Client, path: string) =>
  client.json<Record<string, unknown>>(`/api/reporting/types${path}`)

describe('a type of report', () => {
  test('is drafted, published and from then on never changes', async () => {
    const code = 'public-posts'
    const begun = await send(official, 'POST', '', { code, definition: postsDefinition() })
    expect(begun).toMatchObject({
      status: 201,
      body: { version: 1, state: 'draft', revision: 1, appliesFrom: '2025-01-01' },
    })
    expect(await send(official, 'POST', '', { code, definition: postsDefinition() })).toMatchObject({
      status: 409,
      body: { code: 'report_type_exists' },
    })
    expect((await reporter.request(`/api/reporting/types/${code}`)).status).toBe(404)

    const saved = await send(official, 'PUT', `/${code}/draft`, {
      revision: 1,
      definition: postsDefinition({ legalBasis: '' }),
    })
    expect(saved).toMatchObject({ status: 200, body: { revision: 2 } })
    expect(
      await send(official, 'PUT', `/${code}/draft`, { revision: 1, definition: postsDefinition() }),
    ).toMatchObject({
      status: 409,
      body: { code: 'draft_conflict' },
    })
    expect(await send(official, 'POST', `/${code}/publish`, { revision: 2 })).toMatchObject({
      status: 422,
      body: { code: 'report_type_faulty', errors: [{ path: 'legalBasis', message: 'legal_basis_missing' }] },
    })
    await send(official, 'PUT', `/${code}/draft`, { revision: 2, definition: postsDefinition() })
    expect(await send(official, 'POST', `/${code}/publish`, { revision: 3 })).toMatchObject({
      status: 200,
      body: { version: 1, state: 'published' },
    })
    expect(await read(reporter, `/${code}`)).toMatchObject({ version: 1, definition: postsDefinition() })
    await expect(
      sql`update report_type_version set definition = '{}' where code = ${code}`.execute(
        installation.system.db,
      ),
    ).rejects.toThrow('never changes')
  })

  test('has a new version from a later period on; earlier periods keep theirs', async () => {
    const code = 'public-posts'
    const next = { revision: null, definition: postsDefinition({ legalBasis: 'OUG nr. 1/2027' }) }
    expect(await send(official, 'PUT', `/${code}/draft`, next)).toMatchObject({
      status: 200,
      body: { version: 2 },
    })
    expect(await send(official, 'POST', `/${code}/publish`, { revision: 1 })).toMatchObject({
      status: 409,
      body: { code: 'report_type_too_early' },
    })
    const later = postsDefinition({ legalBasis: 'OUG nr. 1/2027', appliesFrom: '2027' })
    await send(official, 'PUT', `/${code}/draft`, { revision: 1, definition: later })
    expect(await read(reporter, '')).toMatchObject({ items: [{ code, version: 1 }], drafts: [] })
    expect(await read(official, '')).toMatchObject({
      items: [{ code, version: 1 }],
      drafts: [{ code, version: 2 }],
    })
    expect(await send(official, 'POST', `/${code}/publish`, { revision: 2 })).toMatchObject({ status: 200 })
    expect(await read(reporter, `/${code}?on=2026-01-01`)).toMatchObject({ version: 1 })
    expect(await read(reporter, `/${code}?on=2027-01-01`)).toMatchObject({ version: 2 })
    expect((await reporter.request(`/api/reporting/types/${code}?on=2024-01-01`)).status).toBe(404)
    expect(await read(reporter, `/${code}/versions`)).toMatchObject({
      items: [{ version: 2 }, { version: 1 }],
    })
  })

  test('goes out as JSON and as a Table Schema, and comes in again', async () => {
    const { code: _, ...exported } = await read(reporter, '/public-posts/export')
    expect(await send(official, 'POST', '', { code: 'posts-again', definition: exported })).toMatchObject({
      status: 201,
    })
    const schema = await read(reporter, '/public-posts/export?format=table-schema')
    expect(schema).toMatchObject({ primaryKey: ['codul_siruta'], missingValues: [''] })
    const { body } = await send(official, 'POST', '/from-table-schema', schema)
    expect(body.fields).toEqual(exported.fields)
    expect(await send(official, 'POST', '/from-table-schema', { fields: [{}] })).toMatchObject({
      status: 422,
      body: { code: 'table_schema_invalid', errors: [{ path: 'fields/0', message: 'field_without_name' }] },
    })
    expect((await send(official, 'DELETE', '/posts-again/draft')).status).toBe(204)
    expect((await official.request('/api/reporting/types/posts-again')).status).toBe(404)
  })

  test('says what is wrong with a rule, and where in it', async () => {
    const rule = {
      code: 'occupied',
      scope: 'row',
      where: null,
      left: 'posturi_ocupate',
      operator: '<=',
      right: 'total_actul',
      tolerance: '0',
      missing: 'skip_if_any',
      severity: 'blocks',
      message: { ro: 'x', hu: 'x', en: 'x' },
    }
    const { body } = await send(official, 'POST', '/check', {
      definition: { ...postsDefinition(), rules: [rule] },
    })
    expect(body.mistakes).toMatchObject([
      { path: 'rules/0/right', code: 'rule_expression', rule: { code: 'unknown_field', start: 0, end: 11 } },
    ])
    expect(body.mistakes[0].rule.wanted).toContain('total_actual')
  })

  test('is written by the office alone', async () => {
    expect((await send(reporter, 'POST', '', { code: 'mine', definition: postsDefinition() })).status).toBe(
      403,
    )
    const citizen = await signedIn(installation.app, 'citizen@demo')
    expect((await citizen.request('/api/reporting/types')).status).toBe(403)
    expect((await send(official, 'POST', '', { code: '1x', definition: postsDefinition() })).status).toBe(400)
  })
})
