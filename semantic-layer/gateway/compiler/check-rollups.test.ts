import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelFolder, workerFile } from '../../testing/scratch-gateway.ts'
import { CompilerClient } from './compiler-client.ts'

let folder: string
let refusal: string[] = []

const DIMENSIONS = '[visibility, entity_cui, kind]'
const TIME = 'time_dimension: period_end, granularity: day'
const REST = `${TIME}, partition_granularity: year, allow_non_strict_date_range_match: false`
const POLICY = '    access_policy:\n      - group: public\n'

/** By cube and name: where Cube itself compiles the declaration, what is said of it. */
const REFUSED: [file: string, cube: string, name: string, declaration: string, findings: string[]][] = [
  [
    'execution.yml',
    'execution',
    'last_sums',
    `measures: [amount], dimensions: ${DIMENSIONS}, ${REST}`,
    [
      'its cube is semi-additive: which report is the last depends on each query',
      'the sql of its cube depends on bucket by FILTER_PARAMS',
      'may change what the remaining rows mean',
      "can't carry execution.amount: its meta.additivity is last",
    ],
  ],
  [
    'execution.yml',
    'execution',
    'distinct',
    `measures: [reports, lines], dimensions: ${DIMENSIONS}, ${REST}`,
    ["can't carry execution.reports: distinct values of parts do not add up"],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'unguarded',
    `measures: [amount], dimensions: [chapter, kind], ${REST}`,
    [
      'has no dimension visibility, by which a row policy filters',
      'has no dimension entity_cui, by which a row policy filters',
    ],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'with_names',
    `measures: [amount], dimensions: [visibility, entity_cui, functional.chapter_name_ro], ${REST}`,
    ['has functional.chapter_name_ro of another cube, which can change without a publication'],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'non_strict',
    `measures: [amount], dimensions: ${DIMENSIONS}, ${TIME}, partition_granularity: year`,
    ['needs allow_non_strict_date_range_match: false'],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'unpartitioned',
    `measures: [amount], dimensions: ${DIMENSIONS}, ${TIME}, allow_non_strict_date_range_match: false`,
    ['needs partition_granularity: year'],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'by_week',
    `measures: [amount], dimensions: ${DIMENSIONS}, ${REST.replace('day', 'week')}`,
    ['needs granularity: day'],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'by_publishing',
    `measures: [amount], dimensions: ${DIMENSIONS}, ${REST.replace('period_end', 'published_at')}`,
    ["needs one time_dimension, the calendar day of the report's period"],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'timeless',
    `measures: [amount], dimensions: ${DIMENSIONS}`,
    ['needs one time_dimension', 'needs granularity: day'],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'measureless',
    `dimensions: ${DIMENSIONS}, ${REST}`,
    ['has no measures'],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'raw_sql',
    'type: original_sql',
    ['is of type originalSql; only rollup is built here'],
  ],
  [
    'execution-own.yml',
    'execution_own',
    'windows',
    `measures: [ytd, share, mean], dimensions: ${DIMENSIONS}, ${REST}`,
    [
      "can't carry execution_own.ytd: its window reaches beyond the partitions of a range",
      "can't carry execution_own.share: it is calculated; carry the measures that it is made of",
      "can't carry execution_own.mean: a avg of parts is not that of the whole",
    ],
  ],
  [
    'entity.yml',
    'entity',
    'kinds',
    'dimensions: [kind]',
    ['its cube has no dimension pin; rollups are built by publication'],
  ],
]

const MEASURES = `    measures:
      - { name: ytd, sql: "{CUBE}.amount", type: sum, rolling_window: { type: to_date, granularity: year } }
      - { name: share, sql: "{revenue} / nullif({amount}, 0)", type: number }
      - { name: mean, sql: "{CUBE}.amount", type: avg }
`

// One copy holds them all, since each compilation takes a second and every finding is named.
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'model-'))
  fs.cpSync(modelFolder, folder, { recursive: true })
  const declare = (file: string, at: string, indented: (lines: string) => string) => {
    const lines = REFUSED.filter(each => each[0] === file).map(
      ([, , name, declaration]) => `      - { name: ${name}, ${declaration} }\n`,
    )
    const before = fs.readFileSync(path.join(folder, file), 'utf8')
    const after = before.replace(at, found => indented(lines.join('')).replace('FOUND', found))
    expect(after).not.toBe(before)
    fs.writeFileSync(path.join(folder, file), after)
  }
  declare('execution.yml', POLICY, lines => `    pre_aggregations:\n${lines}FOUND`)
  declare('execution-own.yml', '    pre_aggregations:\n', lines => `FOUND${lines}`)
  declare('execution-own.yml', '    measures:\n', () => MEASURES)
  declare('entity.yml', '    joins:\n', lines => `    pre_aggregations:\n${lines}FOUND`)
  const client = new CompilerClient({ modelFolder: folder, workerFile: workerFile() })
  refusal = await client
    .describe()
    .then(
      () => ['the model was taken'],
      (error: unknown) => String(error).split('\n'),
    )
    .finally(() => client.close())
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('a rollup is refused, with the reason, which', () => {
  it.each(REFUSED)('%s %s.%s', (_file, cube, name, _declaration, findings) => {
    const said = refusal.filter(line => line.startsWith(`- ${cube}.${name}: `))
    for (const finding of findings) expect(said).toContainEqual(expect.stringContaining(finding))
  })

  it('the rollups of the model itself are not', () => {
    expect(refusal.filter(line => /by_(chapter|title)/.test(line))).toEqual([])
    expect(refusal.length).toBeGreaterThan(REFUSED.length)
  })
})

it('beside FILTER_PARAMS that are not said to prune', async () => {
  const plain = fs.mkdtempSync(path.join(os.tmpdir(), 'model-'))
  fs.cpSync(modelFolder, plain, { recursive: true })
  const file = path.join(plain, 'execution-own.yml')
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('    meta: { push_down: prunes }\n', ''))
  const client = new CompilerClient({ modelFolder: plain, workerFile: workerFile() })
  await expect(client.describe()).rejects.toThrow(
    /execution_own.by_chapter: the FILTER_GROUP .* say meta.push_down: prunes/,
  )
  await client.close()
  fs.rmSync(plain, { recursive: true, force: true })
})
