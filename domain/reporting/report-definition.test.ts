import { describe, expect, test } from 'vitest'
import { checkDefinition } from './check-definition.ts'
import { draftFields } from './draft-fields.ts'
import type { ReportDefinition, ReportField } from './report-definition.ts'
import { fromTableSchema, toTableSchema } from './table-schema.ts'

const HEADER =
  'Codul SIRUTA;Denumire UAT;Populatia UAT;Nr. max. posturi cf. pct. 1 din anexa la O.U.G nr. 63/2010;Reducere cu 40% nr. max posturi;Reducere cu 45% nr. max posturi;Posturi pt. evidența populației;TOTAL ACTUAL;TOTAL CU REDUCERE 40%;POSTURI OCUPATE;Diferență reducere 40% vs. posturi ocupate'.split(
    ';',
  )
const ROWS = [
  '10;CJ Alba;363660;378;227;208;25;413;262;237;25'.split(';'),
  '1017;Alba Iulia;74448;486;292;267;17;653;446;519;-73'.split(';'),
  '1071;Ciugud;3307;20;12;11;0;26;18;50,5;1'.split(';'),
]

const names = (text: string) => ({ ro: text, hu: text, en: text })
const DEFINITION: ReportDefinition = {
  names: names('Posts'),
  help: names(''),
  legalBasis: 'OUG 63/2010',
  periodicity: 'year',
  reporters: { kinds: ['commune'], below: null, territory: null, organisations: [] },
  due: { unit: 'calendar_days', count: 10, prolonged: true },
  lock: { unit: 'calendar_days', count: 40, prolonged: true },
  fields: draftFields(HEADER, ROWS),
  codeLists: [
    {
      name: 'category',
      entries: [
        { code: 'all', names: names('all'), parent: null, ofWhich: false },
        { code: 'office', names: names('office'), parent: 'all', ofWhich: false },
      ],
    },
  ],
  rules: [],
  totals: [],
  approvalLevels: 2,
  visibility: 'public',
  smallCells: null,
  appliesFrom: '2026',
  renamed: {},
}

describe('a header drafts the fields', () => {
  test('of the posts that town halls report', () => {
    expect(
      DEFINITION.fields.map(({ name, type, role, decimals, unit }) => [name, type, role, decimals, unit]),
    ).toEqual([
      ['codul_siruta', 'text', 'dimension', 0, 'none'],
      ['denumire_uat', 'text', 'note', 0, 'none'],
      ['populatia_uat', 'number', 'measure', 0, 'none'],
      ['nr_max_posturi_cf_pct_1_din_anexa_la_o_u_g_nr_63', 'number', 'measure', 0, 'posts'],
      ['reducere_cu_40_nr_max_posturi', 'number', 'measure', 0, 'posts'],
      ['reducere_cu_45_nr_max_posturi', 'number', 'measure', 0, 'posts'],
      ['posturi_pt_evidenta_populatiei', 'number', 'measure', 0, 'posts'],
      ['total_actual', 'number', 'measure', 0, 'none'],
      ['total_cu_reducere_40', 'number', 'measure', 0, 'none'],
      ['posturi_ocupate', 'number', 'measure', 1, 'posts'],
      ['diferenta_reducere_40_vs_posturi_ocupate', 'number', 'measure', 0, 'posts'],
    ])
    expect(DEFINITION.fields[0]?.codeList).toBe('uat')
    expect(checkDefinition(DEFINITION, new Map())).toEqual([])
  })

  test('of headers that are empty, twice the same, or no names', () => {
    const found = draftFields(['', 'Suma (lei)', 'Suma (lei)', '2026', 'in'])
    expect(found.map(({ name }) => name)).toEqual(['column_1', 'suma_lei', 'suma_lei_2', 'f_2026', 'in_'])
  })
})

describe('a Table Schema', () => {
  test('gives back what it was made of, over JSON', () => {
    const read = fromTableSchema(JSON.parse(JSON.stringify(toTableSchema(DEFINITION))))
    expect(read).toEqual({ ok: true, fields: DEFINITION.fields })
  })

  test('of another tool is read, and what has no sense is said', () => {
    const read = fromTableSchema({
      primaryKey: 'id',
      fields: [
        { name: 'id' },
        {
          name: 'amount',
          type: 'number',
          constraints: { minimum: 0 },
          openCounty: { unit: 7, decimals: 'two' },
        },
      ],
    })
    expect(
      read.ok &&
        read.fields.map(({ name, role, minimum, unit, decimals }) => [name, role, minimum, unit, decimals]),
    ).toEqual([
      ['id', 'dimension', null, 'none', 0],
      ['amount', 'measure', '0', 'none', 2],
    ])
    expect(fromTableSchema({ fields: [{ title: 'x' }, { name: 'where', type: 'geojson' }] })).toEqual({
      ok: false,
      mistakes: [
        { path: 'fields/0', code: 'field_without_name', given: '' },
        { path: 'fields/1/type', code: 'type_unknown', given: 'geojson' },
      ],
    })
    expect(fromTableSchema('x').ok).toBe(false)
  })
})

describe('what keeps a definition from being published', () => {
  const of = (change: Partial<ReportDefinition>) =>
    checkDefinition({ ...DEFINITION, ...change }, new Map()).map(({ path: at, code }) => `${at} ${code}`)
  const field = (index: number, change: Partial<ReportField>) => ({
    fields: DEFINITION.fields.map((one, at) => (at === index ? { ...one, ...change } : one)),
  })
  test.each<[string, Partial<ReportDefinition>, string[]]>([
    ['no name in a language', { names: { ...names('x'), hu: ' ' } }, ['names name_missing']],
    [
      'nobody reports',
      { reporters: { kinds: [], below: null, territory: null, organisations: [] } },
      ['reporters no_reporters'],
    ],
    [
      'locked before it is due',
      { lock: { unit: 'calendar_days', count: 5, prolonged: true } },
      ['lock lock_before_due'],
    ],
    ['a period of another kind', { appliesFrom: '2026-01' }, ['appliesFrom period_invalid']],
    ['a bad name', field(2, { name: 'Populația' }), ['fields/2/name field_name_invalid']],
    ['a name twice', field(2, { name: 'codul_siruta' }), ['fields/2/name field_name_twice']],
    ['a measure of text', field(2, { type: 'text' }), ['fields/2/type measure_not_number']],
    ['limits crossed', field(2, { minimum: '5', maximum: '4' }), ['fields/2/maximum limits_crossed']],
    ['an unknown list', field(0, { codeList: 'nowhere' }), ['fields/0/codeList list_unknown']],
    ['persons without a threshold', field(2, { unit: 'persons' }), ['smallCells persons_without_threshold']],
    ['a personal dimension', field(0, { personal: true }), ['fields/0/personal personal_dimension']],
    [
      'a circle in a list',
      {
        codeLists: [
          {
            name: 'round',
            entries: ['a', 'b'].map((code, at, all) => ({
              code,
              names: names(code),
              parent: all[1 - at] ?? null,
              ofWhich: false,
            })),
          },
        ],
      },
      ['codeLists/0/entries/0/parent code_parent_circle', 'codeLists/0/entries/1/parent code_parent_circle'],
    ],
    [
      'a rule about a field that is not there',
      {
        rules: [
          {
            code: 'r1',
            scope: 'row',
            where: null,
            left: 'posturi_ocupatee',
            operator: '<=',
            right: '10',
            tolerance: '0',
            missing: 'skip_if_any',
            severity: 'blocks',
            message: names('x'),
          },
        ],
      },
      ['rules/0/left rule_expression'],
    ],
    [
      'a stated total of a text',
      { totals: [{ measure: 'denumire_uat', label: 'TOTAL' }] },
      ['totals/0 total_not_measure'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(of(change)).toEqual(expected)
  })
})
