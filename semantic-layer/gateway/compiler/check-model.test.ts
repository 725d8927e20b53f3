import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelFolder, workerFile } from '../../testing/scratch-gateway.ts'
import { CompilerClient } from './compiler-client.ts'

let folder: string
let refusal = ''

async function describeModel(): Promise<void> {
  const client = new CompilerClient({ modelFolder: folder, workerFile: workerFile() })
  try {
    await client.describe()
  } finally {
    await client.close()
  }
}

// All faults are put into one copy, since each compilation takes a second and every finding is named.
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'model-'))
  fs.cpSync(modelFolder, folder, { recursive: true })
  for (const [, file, change] of FAULTS) {
    const target = path.join(folder, file)
    const before = fs.readFileSync(target, 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    fs.writeFileSync(target, after)
  }
  refusal = await describeModel().then(
    () => 'the model was taken',
    (error: unknown) => String(error),
  )
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const FAULTS: [string, string, (text: string) => string, string][] = [
  [
    'a cube has no policy',
    'entity.yml',
    text => text.replace(/ {4}access_policy: .*\n/, ''),
    'entity: has no access_policy; add one for each group that may read it',
  ],
  [
    'a view has no policy',
    'budget-execution.yml',
    text => text.replace(/ {4}access_policy:\n(?: {6}- .*\n)+/, ''),
    'budget_execution: has no access_policy',
  ],
  [
    'a policy names a group that no reader has',
    'classification.yml',
    text => text.replace('groups: [public, institution, county]', 'groups: [everyone]'),
    'functional: its access_policy names the group everyone; known are public, institution, county',
  ],
  [
    'a policy is open to all',
    'classification.yml',
    text => text.replace('groups: [public, institution, county]', 'group: "*"'),
    'economic: its access_policy names the group *',
  ],
  [
    'a cube is reachable beside the views',
    'entity.yml',
    text => text.replace('public: false', 'public: true'),
    'entity: is public; only views are, set public: false',
  ],
  [
    "a cube's sql reads the security context",
    'execution-own.yml',
    text => text.replace(') t\n', ') t where {SECURITY_CONTEXT.cuis.filter("t.cui")}\n'),
    'execution-own.yml: uses SECURITY_CONTEXT; write an access_policy instead',
  ],
  [
    "a row policy's member does not reach the choice of last reports",
    'execution.yml',
    text => text.replace(/ *FILTER_PARAMS\.execution\.visibility.*\n/, ''),
    'execution.visibility: a row policy filters by it, but it is not in the FILTER_GROUP',
  ],
  [
    'a condition on reports does not reach the choice of last reports',
    'execution.yml',
    text => text.replace(/ *FILTER_PARAMS\.execution\.version.*\n/, ''),
    'execution.version: is report_level but not in the FILTER_GROUP',
  ],
  [
    'a dimension is a sub-query',
    'entity.yml',
    text =>
      text.replace(
        '{ name: siruta, sql:',
        '{ name: lines, sql: "{execution.lines}", type: number, sub_query: true }\n      - { name: siruta, sql:',
      ),
    'territory.lines: is a sub_query, which row policies do not reach; join instead',
  ],
  [
    'a measure has stages',
    'execution-own.yml',
    text =>
      text.replace(
        '      - name: months_covered\n',
        '      - { name: staged, sql: "{amount}", type: number, multi_stage: true }\n      - name: months_covered\n',
      ),
    'execution_own.staged: is multi_stage, whose stages lose filters; calculate instead',
  ],
  [
    'a granularity is not of whole months',
    'execution-line.yml',
    text => text.replace('interval: 6 months', 'interval: 6 hours'),
    'budget_execution.period_end: its granularity half_year must be whole days or months',
  ],
  [
    'a granularity has an origin that Cube ignores',
    'execution-line.yml',
    text => text.replace('offset: 8 months', 'origin: "2000-09-01"'),
    'budget_execution.period_end: its granularity school_year has an origin, which Cube ignores for 1 year',
  ],
  [
    'a segment has no Romanian title',
    'execution-line.yml',
    text => text.replace('ro: "Fără vărsămintele dintre secțiuni", ', ''),
    'budget_execution.without_section_transfers: has no meta.title.ro',
  ],
  [
    'a member has no Hungarian title',
    'execution.yml',
    text => text.replace('hu: Halmozott összeg, ', ''),
    'budget_execution.amount: has no meta.title.hu',
  ],
  [
    'a measure does not say how it adds up',
    'execution.yml',
    text => text.replace('          additivity: last\n', ''),
    'budget_execution.amount: has no meta.additivity',
  ],
]

describe('a model is refused when', () => {
  it.each(FAULTS)('%s', (_, _file, _change, finding) => {
    expect(refusal).toContain(finding)
  })

  it('its folder is empty', async () => {
    for (const file of fs.readdirSync(folder)) fs.rmSync(path.join(folder, file))
    await expect(describeModel()).rejects.toThrow(/no model files/)
  })
})
