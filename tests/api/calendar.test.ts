import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let installation: TestSystem
let admin: Client
let visitor: Client
beforeAll(async () => {
  installation = await openTestSystem([])
  admin = await signedIn(installation.app, 'admin@county.demo')
  visitor = anonymous(installation.app)
})
afterAll(() => installation.close())

interface RuleBody {
  code: string
  value: string | null
  unit: string
  validFrom: string
  toBeConfirmed: boolean
  confirmed: { by: string; on: string } | null
}
const post = (as: Client, path: string, body: unknown) =>
  as.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const ruleOn = async (on: string, code: string) =>
  (await visitor.json<{ items: RuleBody[] }>(`/api/rules?on=${on}`)).items.find(rule => rule.code === code)

const row = {
  code: 'information.answer',
  validFrom: '2027-03-01',
  value: '7',
  unit: 'working_days',
  prolonged: true,
  article: 'Legea nr. 544/2001, art. 7, modificat',
  toBeConfirmed: true,
}

describe('rules', () => {
  test('anyone reads them as they held on a day', async () => {
    expect(await ruleOn('2026-07-01', 'petition.answer')).toMatchObject({
      value: '30',
      unit: 'calendar_days',
      toBeConfirmed: false,
    })
    expect(await ruleOn('2001-01-01', 'petition.answer')).toBeUndefined()
    expect(await visitor.json('/api/rules')).toMatchObject({
      on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
  })

  test('an administrator adds a row from a date on and notes who confirmed it', async () => {
    expect((await post(admin, '/api/rules', row)).status).toBe(201)
    expect(await ruleOn('2027-02-28', row.code)).toMatchObject({ value: '10' })
    expect(await ruleOn('2027-03-01', row.code)).toMatchObject({ value: '7', toBeConfirmed: true })
    const address = `/api/rules/${row.code}/${row.validFrom}/confirmation`
    const confirmation = { by: 'Serviciul juridic', on: '2026-11-24' }
    expect((await post(admin, address, confirmation)).status).toBe(200)
    expect(await ruleOn('2027-03-01', row.code)).toMatchObject({
      toBeConfirmed: false,
      confirmed: confirmation,
    })
    expect((await post(admin, address, confirmation)).status).toBe(409)
    const history = await visitor.json<{ items: RuleBody[] }>(`/api/rules/${row.code}`)
    expect(history.items.map(({ value }) => value)).toEqual(['7', '10'])
  })

  test.each([
    [{ ...row, validFrom: '2020-01-01' }, 409, 'rule_too_early'],
    [{ ...row, code: 'petition.unknown' }, 404, 'rule_unknown'],
    [{ ...row, value: null }, 400, 'request_invalid'],
    [{ ...row, value: '1.5' }, 400, 'request_invalid'],
    [{ ...row, value: '0' }, 400, 'request_invalid'],
    [{ ...row, unit: 'principle' }, 400, 'request_invalid'],
    [{ ...row, validFrom: '2027-02-29' }, 400, 'request_invalid'],
    [{ ...row, article: ' ' }, 400, 'request_invalid'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await post(admin, '/api/rules', body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ code })
  })

  test.each(['2026-02-30', '26-01-01', 'today'])('no day: %s', async on => {
    expect((await visitor.request(`/api/rules?on=${on}`)).status).toBe(400)
  })

  test('only administrators change them', async () => {
    const official = await signedIn(installation.app, 'official@county.demo')
    expect((await post(official, '/api/rules', row)).status).toBe(403)
    expect((await post(visitor, '/api/rules', row)).status).toBe(401)
    expect(
      (await post(official, '/api/calendar/extra-days', { day: '2026-12-31', kind: 'free', act: 'x' }))
        .status,
    ).toBe(403)
  })
})

describe('the calendar', () => {
  test('holds the public holidays of the year and what a decision says of single days', async () => {
    const day = { day: '2026-12-31', kind: 'free', act: 'HG nr. 1000/2026' }
    expect((await post(admin, '/api/calendar/extra-days', day)).status).toBe(201)
    const calendar = await visitor.json<{ holidays: { day: string }[]; extraDays: unknown[] }>(
      '/api/calendar?year=2026',
    )
    expect(calendar.holidays).toHaveLength(17)
    expect(calendar.holidays).toContainEqual({
      day: '2026-06-01',
      holiday: 'pentecost',
      names: expect.objectContaining({ hu: 'Ortodox pünkösd' }),
    })
    expect(calendar.extraDays).toEqual([day])
    expect((await visitor.request('/api/calendar?year=1990')).status).toBe(400)
  })
})
