// The traps that the prototype on Cube's packages found, one test each, by their number there.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../tests/support/built.ts'
import {
  COUNTY,
  institution,
  modelFolder,
  PUBLIC,
  type Scratch,
  scratchGateway,
} from '../testing/scratch-gateway.ts'
import { contextKey } from './security-context.ts'
import type { CubeQuery, Endpoint, SecurityContext } from './types.ts'

const V = 'budget_execution'
const A = '4245747'
const B = '4245070'
let scratch: Scratch

beforeAll(async () => {
  scratch = await scratchGateway()
  await scratch.publish({
    cui: A,
    periodEnd: '2026-05-31',
    lines: [['expenditure', '650301', '100101', 10]],
  })
  await scratch.publish({
    cui: B,
    periodEnd: '2026-06-30',
    visibility: 'internal',
    lines: [['expenditure', '510103', '200101', 7]],
  })
})
afterAll(async () => {
  expect(scratch.errors).toEqual([])
  await scratch.close()
})

const load = async (query: CubeQuery, context: SecurityContext = PUBLIC) =>
  (await scratch.gateway.load(query, context)).data

async function ask(query: unknown, endpoint: Endpoint = 'load', context = PUBLIC): Promise<[number, string]> {
  const { status, body } = await scratch.gateway.respond({ endpoint, query, context, queryType: 'multi' })
  return [status, status === 200 ? '' : ((JSON.parse(String(body)) as { error: string }).error ?? '')]
}

async function sqlOf(
  query: CubeQuery,
  context = PUBLIC,
): Promise<{ text: string; params: (string | null)[] }> {
  const { status, body } = await scratch.gateway.respond({ endpoint: 'sql', query, context })
  expect([status, status === 200 ? '' : String(body)]).toEqual([200, ''])
  const { sql } = JSON.parse(String(body)) as { sql: { sql: [string, (string | null)[]] } }
  return { text: sql.sql[0], params: sql.sql[1] }
}

const manifest = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  overrides: Record<string, string>
}

describe('trap', () => {
  it('1: the JavaScript planner is deprecated: exact versions, and SQL kept in files', () => {
    const cube = Object.entries(manifest.dependencies).filter(([name]) => name.startsWith('@cubejs-backend/'))
    for (const [name, version] of cube)
      expect([name, version]).toEqual([name, expect.stringMatching(/^(1\.7\.43|file:.*)$/)])
    expect(fs.readdirSync(path.join(import.meta.dirname, 'compiler/fixtures')).length).toBeGreaterThan(3)
  })

  it('2: a granularity named __proto__ kills the process', async () => {
    for (const granularity of ['__proto__', 'constructor', 'toString', 'undefined', 'month; drop table x']) {
      const timeDimensions = [{ dimension: `${V}.period_end`, granularity }]
      expect(await ask({ timeDimensions })).toEqual([
        400,
        `Invalid query format: granularity "${granularity}" of '${V}.period_end' must be one of [day, week, month, quarter, year, half_year, school_year]`,
      ])
      expect((await ask({ dimensions: [`${V}.period_end.${granularity}`] }))[0]).toBe(400)
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    // The compiler's thread lives on.
    expect(await load({ measures: [`${V}.reports`], dimensions: [`${V}.sector`] })).toHaveLength(1)
  })

  it('3: row policies are skipped for cubes that are only joined through', async () => {
    const pairs = { dimensions: [`${V}.functional_display`, `${V}.economic_title_name_en`] }
    expect(await load(pairs)).toHaveLength(1)
    expect(await load(pairs, institution(A))).toHaveLength(1)
    expect(await load(pairs, institution(B))).toHaveLength(2)
    expect(await load(pairs, COUNTY)).toHaveLength(2)
    expect((await sqlOf(pairs)).text).toMatch(/"execution"\.visibility = \?/)
  })

  it('4: SECURITY_CONTEXT leaks through a rollup: no model file has it', () => {
    for (const file of fs.readdirSync(modelFolder))
      expect(fs.readFileSync(path.join(modelFolder, file), 'utf8')).not.toMatch(/SECURITY_CONTEXT/)
  })

  it('5: denied is 0 rows with 200: here it is 403', async () => {
    const nobody = { groups: ['citizen'], cuis: [A] }
    for (const endpoint of ['load', 'sql', 'dry-run', 'meta'] as const)
      expect(await ask({ measures: [`${V}.amount`] }, endpoint, nobody)).toEqual([
        403,
        'You have no access to any data',
      ])
  })

  it('6: the stock dialect converts a time zone per row', async () => {
    const { text } = await sqlOf({
      measures: [`${V}.amount`],
      timeDimensions: [
        { dimension: `${V}.period_end`, granularity: 'month', dateRange: ['2026-01-01', '2026-12-31'] },
      ],
    })
    expect(text).not.toMatch(/timestamptz|timezone\(/)
  })

  it('7: the stock dialect compares numbers as DOUBLE', async () => {
    const own = await scratchGateway()
    try {
      // Both round to the same double.
      await own.publish({
        cui: A,
        periodEnd: '2026-01-31',
        lines: [['revenue', '070101', null, 90071992547409.91]],
      })
      await own.publish({
        cui: B,
        periodEnd: '2026-01-31',
        lines: [['revenue', '070101', null, 90071992547409.92]],
      })
      const exact = (value: string) =>
        own.gateway.load(
          {
            measures: [`${V}.amount`],
            dimensions: [`${V}.entity_cui`],
            filters: [{ member: `${V}.amount`, operator: 'equals', values: [value] }],
          },
          PUBLIC,
        )
      const [row] = (
        await own.gateway.load(
          {
            measures: [`${V}.amount`],
            filters: [{ member: `${V}.entity_cui`, operator: 'equals', values: [B] }],
          },
          PUBLIC,
        )
      ).data
      const amount = row?.[`${V}.amount`] ?? ''
      expect((await exact(amount)).data).toEqual([{ [`${V}.entity_cui`]: B, [`${V}.amount`]: amount }])
      expect((await exact(`${amount}01`)).data).toEqual([])
    } finally {
      await own.close()
    }
  })

  it("8: Cube's own validation lets raw SQL in", async () => {
    const measures = [`${V}.amount`]
    const on = { sql: 'select 1', joinType: 'LEFT', alias: 'x', on: '1 = 1' }
    expect(await ask({ measures, subqueryJoins: [on] })).toEqual([
      400,
      'Invalid query format: "subqueryJoins" is not allowed',
    ])
    expect(await ask({ measures, joinHints: [['execution', 'entity']] })).toEqual([
      400,
      'Invalid query format: "joinHints" is not allowed',
    ])
    expect(await ask({ measures, maskedMembers: [] })).toEqual([
      400,
      'Invalid query format: "maskedMembers" is not allowed',
    ])
    expect((await ask({ measures: [{ expression: ['1'], cubeName: 'execution', name: 'x' }] }))[0]).toBe(400)
    expect(
      (
        await ask({
          measures: [
            '{"cubeName":"execution","alias":"x","expr":{"type":"SqlFunction","cubeParams":[],"sql":"1"}}',
          ],
        })
      )[0],
    ).toBe(400)
    expect(await ask({ measures, ungrouped: true })).toEqual([403, 'You have no access to ungrouped queries'])
    const number = { member: `${V}.row_number`, operator: 'equals', values: ['1 or 1=1'] }
    expect((await ask({ measures, filters: [number] }))[0]).toBe(400)
    expect(await ask({ measures, limit: 50_001 })).toEqual([
      400,
      'The query limit has been exceeded. At most 50000 rows',
    ])
    expect(
      (
        await ask({ measures, timeDimensions: [{ dimension: `${V}.period_end`, dateRange: ['foo', 'bar'] }] })
      )[0],
    ).toBe(400)
  })

  it('8: a literal % or _ never matched', async () => {
    const own = await scratchGateway()
    try {
      await own.publish({
        cui: A,
        periodEnd: '2026-01-31',
        fileName: '100%_a\\b.xlsx',
        lines: [['revenue', '070101', null, 1]],
      })
      await own.publish({
        cui: B,
        periodEnd: '2026-01-31',
        fileName: '100 xab.xlsx',
        lines: [['revenue', '070101', null, 1]],
      })
      for (const [operator, value] of [
        ['contains', '%_A'],
        ['startsWith', '100%'],
        ['contains', '\\'],
        ['endsWith', '_a\\b.xlsx'],
      ] as const) {
        const filters = [{ member: `${V}.file_name`, operator, values: [value] }]
        const { data } = await own.gateway.load({ dimensions: [`${V}.entity_cui`], filters }, PUBLIC)
        expect([value, data]).toEqual([value, [{ [`${V}.entity_cui`]: A }]])
      }
    } finally {
      await own.close()
    }
  })

  it('9: amounts leave as decimal strings, in every format', async () => {
    const query = { measures: [`${V}.amount`] }
    const { body } = await scratch.gateway.respond({ endpoint: 'load', query, context: PUBLIC })
    expect(String(body)).toContain(`"data":[{"${V}.amount":"10.00"}]`)
  })

  it('10: a calendar day is the same in every time zone', async () => {
    const months = async (timezone: string) =>
      (
        await load(
          {
            measures: [`${V}.amount`],
            timeDimensions: [
              { dimension: `${V}.period_end`, granularity: 'month', dateRange: ['2026-05-01', '2026-06-30'] },
            ],
            filters: [{ member: `${V}.period_end`, operator: 'beforeOrOnDate', values: ['2026-06-30'] }],
            timezone,
          },
          COUNTY,
        )
      ).map(row => [row[`${V}.period_end.month`], row[`${V}.amount`]])
    const expected = [
      ['2026-05-01T00:00:00.000', '10.00'],
      ['2026-06-01T00:00:00.000', '7.00'],
    ]
    for (const zone of [
      'UTC',
      'Europe/Bucharest',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    ])
      expect([zone, await months(zone)]).toEqual([zone, expected])
  })

  it('12: two versions of the client side by side', () => {
    expect(manifest.dependencies['@cubejs-client/core']).toBe(manifest.dependencies['@cubejs-client/react'])
    expect(fs.existsSync(path.join(projectRoot, 'node_modules/@cubejs-client/react/node_modules'))).toBe(
      false,
    )
  })

  it('13: what else a context holds makes no keys of its own', () => {
    const context = { groups: ['public', 'x'], cuis: [A], requestId: '1' }
    expect(contextKey(context)).toBe(contextKey(PUBLIC))
    expect(contextKey(institution(B, A, B))).toBe(contextKey(institution(A, B)))
    expect(contextKey(institution(A))).not.toBe(contextKey(institution(B)))
    expect(contextKey(institution())).toBe(contextKey(PUBLIC))
  })

  it('14: an install script that downloads is put out of the way', () => {
    expect(manifest.dependencies['@cubejs-backend/cubestore']).toMatch(/^file:/)
    expect(manifest.overrides['@cubejs-backend/cubestore']).toBe('$@cubejs-backend/cubestore')
  })
})

describe('a policy of an inner cube', () => {
  it('denies with 403 what the view would show', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'model-'))
    fs.cpSync(modelFolder, folder, { recursive: true })
    const file = path.join(folder, 'classification.yml')
    fs.writeFileSync(
      file,
      fs.readFileSync(file, 'utf8').replace('groups: [public, institution, county]', 'groups: [county]'),
    )
    const own = await scratchGateway({ modelFolder: folder })
    try {
      const query = { dimensions: [`${V}.functional_display`] }
      for (const endpoint of ['load', 'sql', 'dry-run'] as const) {
        const answer = await own.gateway.respond({ endpoint, query, context: PUBLIC })
        expect([answer.status, String(answer.body)]).toEqual([
          403,
          '{"error":"You have no access to the data asked for"}',
        ])
      }
      expect((await own.gateway.respond({ endpoint: 'load', query, context: COUNTY })).status).toBe(200)
    } finally {
      await own.close()
      fs.rmSync(folder, { recursive: true })
    }
  })
})
