import { createRequire } from 'node:module'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { expect, test } from 'vitest'
import { projectRoot } from '../support/built.ts'

const require = createRequire(import.meta.url)
const CONFIG = '../../.dependency-cruiser.cjs'

async function violations(folders: string[], prefix: string) {
  process.env.CRUISE_PREFIX = prefix
  delete require.cache[require.resolve(CONFIG)]
  const { forbidden, options } = require(CONFIG)
  process.chdir(projectRoot)
  const { output } = await cruise(folders, {
    ...options,
    exclude: { path: '^dist' },
    validate: true,
    ruleSet: { forbidden },
  })
  const { summary } = output as ICruiseResult
  return {
    rules: forbidden.map((rule: { name: string }) => rule.name) as string[],
    found: summary.violations,
  }
}

test('each rule of imports finds its violation in the fixtures', async () => {
  const { rules, found } = await violations(['tests/architecture/fixtures'], 'tests/architecture/fixtures/')
  expect([...new Set(found.map(violation => violation.rule.name))].sort()).toEqual([...rules].sort())
})

test('the product itself breaks none', async () => {
  const { found } = await violations(
    ['domain', 'services', 'ingestion', 'warehouse', 'semantic-layer', 'dashboards', 'api'],
    '',
  )
  expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
})
