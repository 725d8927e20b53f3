import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../language.ts'
import { parseDay } from './list-cells.ts'
import { LIST_COLUMNS, LIST_KINDS } from './list-columns.ts'
import { LIST_MISTAKES, type ListMistake, type ListPlan } from './list-mistake.ts'
import { listMistakeMessage } from './list-mistake-message.ts'
import { planContacts } from './plan-contacts.ts'
import { planMembers } from './plan-members.ts'
import { planOrganisations, type RecordedOrganisation } from './plan-organisations.ts'
import { foldWords, readList } from './read-list.ts'
import { listTemplate } from './write-list.ts'

const table = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line, index) => ({
      row: index + 1,
      cells: new Map(line.split(';').map((cell, at) => [at + 1, cell.trim()] as const)),
    }))

const organisation = (
  id: string,
  more: Partial<RecordedOrganisation> & { name: string },
): RecordedOrganisation => {
  const { name, ...rest } = more
  return {
    id,
    cui: null,
    siruta: null,
    territory: null,
    kind: 'institution',
    names: { ro: name, hu: name, en: name },
    parents: [],
    published: false,
    ...rest,
  }
}
const COUNCIL = organisation('council', { name: 'Consiliul Județean', siruta: '190', kind: 'county_council' })
const CIUC = organisation('ciuc', {
  name: 'Miercurea Ciuc',
  siruta: '83320',
  territory: '83320',
  kind: 'municipality',
})
const MUSEUM = organisation('museum', {
  name: 'Muzeul',
  cui: '4245747',
  kind: 'museum',
  parents: [{ parent: 'council', from: null, lastDay: null }],
})
const TODAY = '2026-06-15'

const organisations = (text: string, recorded: RecordedOrganisation[] = [COUNCIL, CIUC, MUSEUM]) =>
  planOrganisations(readList('organisations', table(text)).rows, recorded, TODAY)
const outcomes = ({ items }: ListPlan<unknown>) => items.map(({ row, outcome }) => [row, outcome])
const said = (mistakes: readonly ListMistake[]) =>
  mistakes.map(({ row, column, code }) => [row, column, code])

describe('the header', () => {
  test('is found under titles, in any language, whatever else stands beside it', () => {
    const read = readList('organisations', table('Lista\nTip; Román név; Observații\nmuzeu; Muzeul; x'))
    expect(read.mistakes).toEqual([])
    expect([...read.columns]).toEqual([
      ['kind', 1],
      ['name_ro', 2],
    ])
    expect(read.ignored).toEqual(['Observații'])
    expect(read.rows.map(row => [row.row, row.text('kind'), row.text('cui')])).toEqual([[3, 'muzeu', '']])
  })

  test('is asked for', () => {
    expect(said(readList('members', []).mistakes)).toEqual([[null, null, 'list_empty']])
    expect(said(readList('members', table('1;2\n3;4')).mistakes)).toEqual([[1, null, 'header_missing']])
    expect(said(readList('members', table('e-mail;e-mail\na@b.ro;c')).mistakes)).toEqual([
      [1, 'email', 'column_twice'],
      [1, 'role', 'column_missing'],
    ])
  })

  test('has no word for two columns', () => {
    for (const kind of LIST_KINDS) {
      const words = LIST_COLUMNS[kind].flatMap(({ id, names, also }) => [
        ...new Set([id, ...Object.values(names), ...also].map(foldWords)),
      ])
      expect(new Set(words).size, kind).toBe(words.length)
    }
  })

  test.each(LANGUAGES)('of the template in %s is the header of the list', language => {
    for (const kind of LIST_KINDS) {
      const rows = listTemplate(kind, language).map((cells, index) => ({
        row: index + 1,
        cells: new Map(cells.map((cell, at) => [at + 1, cell] as const)),
      }))
      const read = readList(kind, rows)
      expect(read.mistakes).toEqual([])
      expect([...read.columns.keys()]).toEqual(LIST_COLUMNS[kind].map(({ id }) => id))
    }
  })
})

test('a day is read as people and programs write it', () => {
  const days = ['2026-01-31', '31.01.2026', '2026. 01. 31.', '31/1/2026', '2026-01-31T00:00:00']
  expect(days.map(parseDay)).toEqual(days.map(() => '2026-01-31'))
  expect(['31.02.2026', '2026-13-01', '1.1.26', 'azi'].map(parseDay)).toEqual([null, null, null, null])
})

describe('a list of organisations', () => {
  test('adds, changes and leaves alone', () => {
    const plan = organisations(
      `SIRUTA;CUI;kind;name in Romanian;name in Hungarian;parent
       ;;muzeu;Muzeul Nou;;Consiliul Județean
       83320;4245763;;;Csíkszereda;
       ;4245747;museum;Muzeul;;SIRUTA 190`,
    )
    expect(plan.mistakes).toEqual([])
    expect(outcomes(plan)).toEqual([
      [2, 'add'],
      [3, 'change'],
      [4, 'same'],
    ])
    expect(plan.items[0]?.order?.parents).toEqual([{ parent: 'council', from: null, lastDay: null }])
    expect(plan.items[1]?.changes).toEqual([
      { column: 'cui', before: '', after: '4245763' },
      { column: 'name_hu', before: 'Miercurea Ciuc', after: 'Csíkszereda' },
    ])
  })

  test('gives another parent from today on, unless it says the days', () => {
    const move = (days: string) =>
      organisations(`CUI;parent;parent from;parent until\n4245747;Miercurea Ciuc;${days}`).items[0]?.order
        ?.parents
    expect(move(';')).toEqual([{ parent: 'ciuc', from: TODAY, lastDay: null }])
    expect(move('01.01.2027;')).toEqual([{ parent: 'ciuc', from: '2027-01-01', lastDay: null }])
    expect(outcomes(organisations('CUI;parent;parent until\n4245747;SIRUTA 190;2020-12-31'))).toEqual([
      [2, 'same'],
    ])
  })

  test('parents that rows of the list add may be named before them', () => {
    const plan = organisations('kind;name;parent\nschool;Școala;Centrul\ncultural centre;Centrul;')
    expect(plan.mistakes).toEqual([])
    expect(plan.items[0]?.order?.parents).toEqual([{ parent: 'row 3', from: null, lastDay: null }])
  })

  test.each([
    ['CUI;kind;name\n4245748;museum;Alt muzeu', [[2, 'cui', 'cui_wrong']]],
    ['kind;name\nmuzee;Alt muzeu', [[2, 'kind', 'choice_unknown']]],
    ['kind;name\n;Alt muzeu', [[2, 'kind', 'value_missing']]],
    ['CUI;name\n4245747;-', [[2, 'name_ro', 'value_fixed']]],
    ['SIRUTA;CUI\n83320;4245747', [[2, 'siruta', 'codes_of_two']]],
    ['CUI;parent\n4245747;Nimeni', [[2, 'parent', 'organisation_unknown']]],
    ['CUI;parent from\n4245747;2026-01-01', [[2, 'parent', 'value_missing']]],
    [
      'CUI;parent;parent from;parent until\n4245747;Miercurea Ciuc;2026-02-01;2026-01-01',
      [[2, 'parent_until', 'dates_order']],
    ],
    ['CUI;kind\n4245747;department', [[2, 'kind', 'kind_fixed']]],
    ['CUI;territory\n4245747;5', [[2, 'territory', 'territory_unknown']]],
    ['CUI;name\n4245747;Unu\n4245747;Doi', [[3, 'name_ro', 'rows_disagree']]],
    ['SIRUTA;parent\n190;4245747', [[2, 'parent', 'parent_circle']]],
    [
      'kind;name;parent\nschool;A1;B1\nschool;B1;A1',
      [
        [2, 'parent', 'parent_circle'],
        [3, 'parent', 'parent_circle'],
      ],
    ],
    [
      'CUI;parent;parent from\n4245747;SIRUTA 190;2026-01-01\n4245747;Miercurea Ciuc;2026-02-01',
      [[3, 'parent_from', 'parents_overlap']],
    ],
  ])('%s', (text, expected) => {
    expect(said(organisations(text).mistakes)).toEqual(expected)
  })

  test('a fiscal code under which reports are published stays', () => {
    const plan = organisations('CUI;kind;name\n-;museum;Muzeul', [{ ...MUSEUM, published: true }])
    // Without the code the row is known by its name.
    expect(said(plan.mistakes)).toEqual([[2, 'cui', 'cui_published']])
  })
})

test('a list of contacts adds to what there is', () => {
  const known = [
    {
      key: 'm',
      cui: '4245747',
      siruta: null,
      kind: 'museum',
      names: MUSEUM.names,
      contacts: [{ kind: 'phone' as const, value: '0266 1', label: '' }],
    },
  ]
  const plan = planContacts(
    readList(
      'contacts',
      table(
        'organisation;kind;contact;what for\n4245747;telefon;0266 1;\nMuzeul;e-mail;a@b.ro;bilete\nMuzeul;web;nu e;\nAltul;phone;0266 2;\nMuzeul;e-mail;a@b.ro;bilete',
      ),
    ).rows,
    known,
  )
  expect(outcomes(plan)).toEqual([
    [2, 'same'],
    [3, 'add'],
    [6, 'same'],
  ])
  expect(plan.items[1]?.order).toEqual({
    organisation: 'm',
    contacts: [
      { kind: 'phone', value: '0266 1', label: '' },
      { kind: 'email', value: 'a@b.ro', label: 'bilete' },
    ],
  })
  expect(said(plan.mistakes)).toEqual([
    [4, 'value', 'contact_wrong'],
    [5, 'organisation', 'organisation_unknown'],
  ])
})

describe('a list of members', () => {
  const now = new Date('2026-06-15T09:00:00Z')
  const state = {
    organisations: [{ key: 'm', cui: '4245747', siruta: null, kind: 'museum', names: MUSEUM.names }],
    people: new Map([
      [
        'ana@b.ro',
        {
          id: 'ana',
          roles: [{ id: 'r1', role: 'admin' as const, organisation: null, from: now, until: null }],
        },
      ],
      ['eu@b.ro', { id: 'eu', roles: [] }],
    ]),
    invitations: [],
    lastingAdmins: ['ana'],
  }
  const granter = { person: 'eu', countyRoles: ['admin' as const], rolesThere: ['admin' as const] }
  const members = (text: string) =>
    planMembers(
      readList('members', table(`e-mail;role;organisation;from;until\n${text}`)).rows,
      state,
      granter,
      now,
    )

  test('gives roles to those with accounts and invites the others', () => {
    const plan = members(
      'Ana@b.ro;reporter;4245747;;31.12.2026\nnou@b.ro;conducător al instituției;Muzeul;01.07.2026;',
    )
    expect(plan.mistakes).toEqual([])
    expect(plan.items.map(({ order }) => order)).toEqual([
      {
        do: 'grant',
        person: 'ana',
        role: 'reporter',
        organisation: 'm',
        firstDay: null,
        lastDay: '2026-12-31',
      },
      {
        do: 'invite',
        email: 'nou@b.ro',
        role: 'approver',
        organisation: 'm',
        language: 'ro',
        firstDay: '2026-07-01',
        lastDay: null,
      },
    ])
  })

  test.each([
    ['fără adresă;reporter;4245747;;', [[2, 'email', 'email_wrong']]],
    ['a@b.ro;șef;4245747;;', [[2, 'role', 'choice_unknown']]],
    ['a@b.ro;reporter;;;', [[2, 'role', 'role_wrong_place']]],
    ['eu@b.ro;reporter;4245747;;', [[2, 'email', 'role_own']]],
    ['a@b.ro;reporter;4245747;;2026-06-14', [[2, 'until', 'date_past']]],
    ['ana@b.ro;admin;;;2026-12-31', [[2, 'until', 'last_admin']]],
  ])('%s', (text, expected) => {
    expect(said(members(text).mistakes)).toEqual(expected)
  })
})

test('every mistake says what is wrong and what to do, in three languages', () => {
  for (const language of LANGUAGES)
    for (const code of LIST_MISTAKES) {
      const facts = {
        code,
        row: 2,
        column: 'kind',
        value: 'x',
        params: { limit: '1', other: '3', days: 'd', ro: 'a', hu: 'b', en: 'c' },
      }
      const { message, fix } = listMistakeMessage('organisations', facts, language)
      expect(message, `${code} ${language}`).toMatch(/^\S.*\.$/)
      expect(fix, `${code} ${language}`).toMatch(/^\S.*[.)]$/)
      expect(`${message}${fix}`).not.toContain('undefined')
    }
})
