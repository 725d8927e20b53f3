import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cuiCheckDigit, LIST_LIMITS, ORGANISATION_KINDS } from '../../domain/index.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

/** Lists from files: all of one or nothing of it. */
const CIUC = '4245747'
const RUNS = Number(process.env.PROPERTY_RUNS ?? 5)
let mail: MailServer
let running: TestSystem
let admin: Client
let official: Client

beforeAll(async () => {
  mail = await startMailServer()
  running = await openTestSystem([{ cui: CIUC, name: 'Municipiul Miercurea Ciuc' }], {
    environment: { SMTP_URL: mail.url },
  })
  admin = await signedIn(running.app, 'admin@county.demo')
  official = await signedIn(running.app, 'official@county.demo')
})
afterAll(async () => {
  await running.close()
  await mail.stop()
})

interface Result {
  status: number
  code?: string
  counts: { add: number; change: number; same: number }
  items: { row: number; outcome: string; title: string; changes: { column: string; after: string }[] }[]
  mistakes: { code: string; cell: string | null; message: string; fix: string }[]
  errors?: { path: string; message: string }[]
  ignored: string[]
  plan: string
  done: boolean
}

async function send(
  as: Client,
  path: string,
  content: string | Uint8Array,
  more: Record<string, string> = {},
): Promise<Result> {
  const form = new FormData()
  form.set('file', new File([content as BlobPart], 'lista.csv'))
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  const response = await as.request(`/api/imports/${path}`, { method: 'POST', body: form })
  return { ...((await response.json()) as Result), status: response.status }
}
const exported = async (lang = 'ro') =>
  (await admin.request(`/api/imports/organisations.csv?lang=${lang}`)).text()

/** Everything that an import could change. */
async function state(): Promise<unknown> {
  const { db } = running.system
  const tables = [
    'organisation',
    'organisation_parent',
    'organisation_past',
    'organisation_contact',
    'membership',
    'invitation',
    'outbox_event',
    'audit_event',
    'mail_delivery',
    'inbox_message',
  ]
  const present = new Set((await db.introspection.getTables()).map(({ name }) => name))
  const rows = []
  for (const table of tables.filter(name => present.has(name)))
    rows.push([
      table,
      await db
        .selectFrom(table as 'organisation')
        .selectAll()
        .orderBy('id' as never)
        .execute()
        .catch(async () =>
          db
            .selectFrom(table as 'organisation')
            .selectAll()
            .execute(),
        ),
    ])
  return rows
}

/** Takes everything out that tests have added, but for the county's own. */
async function clear(): Promise<void> {
  const { db } = running.system
  await db.deleteFrom('organisation_parent').execute()
  await db.deleteFrom('organisation').where('cui', 'is distinct from', CIUC).execute()
}
beforeEach(clear)

describe('a list of organisations', () => {
  const LIST = [
    'SIRUTA;CUI;tip;denumire (română);denumire (maghiară);subordonată;subordonată din',
    ';;consiliu județean;Consiliul Județean Harghita;Hargita Megye Tanácsa;;',
    ';4245763;muzeu;Muzeul Secuiesc;Csíki Székely Múzeum;Consiliul Județean Harghita;01.01.2020',
  ].join('\n')

  test('is shown, taken over once, and changes nothing the second time', async () => {
    const before = await state()
    const shown = await send(official, 'organisations/preview?lang=hu', LIST)
    expect(shown).toMatchObject({
      status: 200,
      counts: { add: 2, change: 0, same: 0 },
      mistakes: [],
      done: false,
    })
    expect(await state()).toEqual(before)

    const taken = await send(official, 'organisations', LIST, { plan: shown.plan })
    expect(taken).toMatchObject({ status: 200, counts: { add: 2 }, done: true })
    const museum = (
      await admin.json<{ items: { names: { hu: string }; parentId: string; cui: string }[] }>(
        '/api/organisations?q=secuiesc&on=2020-01-01',
      )
    ).items[0]
    expect(museum).toMatchObject({ cui: '4245763', names: { hu: 'Csíki Székely Múzeum' } })
    expect(museum?.parentId).not.toBeNull()
    const actions = await running.system.db
      .selectFrom('audit_event')
      .select('action')
      .orderBy('at', 'desc')
      .limit(4)
      .execute()
    expect(actions.map(({ action }) => action).sort()).toEqual([
      'list.imported',
      'organisation.added',
      'organisation.added',
      'organisation.parent',
    ])

    const settled = await state()
    const again = await send(official, 'organisations', LIST)
    expect(again).toMatchObject({ status: 200, counts: { add: 0, change: 0, same: 2 }, done: true })
    expect(await state()).toEqual(settled)
    // What was looked at is not what would be done now.
    expect(
      await send(official, 'organisations', LIST.replace('Csíki', 'Más'), { plan: shown.plan }),
    ).toMatchObject({
      status: 409,
      code: 'list_changed',
    })
    expect(await state()).toEqual(settled)
  })

  test('with mistakes changes nothing, and says where they are', async () => {
    const wrong = LIST.replace('4245763', '4245764').replace('01.01.2020', '31.02.2020')
    const shown = await send(official, 'organisations/preview?lang=ro', wrong)
    expect(shown.mistakes.map(({ cell, code }) => [cell, code])).toEqual([
      ['B3', 'cui_wrong'],
      ['G3', 'date_wrong'],
    ])
    expect(shown.mistakes[0]?.message).toContain('cifra de control')
    const before = await state()
    const refused = await send(official, 'organisations?lang=ro', wrong)
    expect(refused).toMatchObject({ status: 422, code: 'list_wrong' })
    expect(refused.errors?.map(({ path }) => path)).toEqual(['B3', 'G3'])
    expect(await state()).toEqual(before)
  })

  test('is read in the encodings and with the delimiters of the programs that write it', async () => {
    const text = LIST.replaceAll('ț', 'ţ')
    const windows = Uint8Array.from([...text].map(letter => BYTES[letter] ?? letter.charCodeAt(0)))
    expect(await send(official, 'organisations/preview', windows)).toMatchObject({
      mistakes: [],
      counts: { add: 2 },
      items: [{ title: 'Consiliul Judeţean Harghita' }, {}],
    })
    const tabs = LIST.replaceAll(';', '\t')
    expect(await send(official, 'organisations/preview', tabs)).toMatchObject({ counts: { add: 2 } })
  })

  test('is bounded', async () => {
    const row = ';;muzeu;Muzeul;;;\n'
    const long = `${LIST}\n${row.repeat(LIST_LIMITS.rows)}`
    const shown = await send(official, 'organisations/preview', long)
    expect(shown.mistakes.map(({ code }) => code)).toEqual(['rows_too_many'])
    expect(
      (await send(official, 'organisations/preview', `${LIST}\n${' '.repeat(LIST_LIMITS.bytes)}`)).status,
    ).toBe(413)
    expect(await send(official, 'organisations/preview', '')).toMatchObject({
      status: 422,
      code: 'file_missing',
    })
    const nonsense = await send(
      official,
      'organisations/preview',
      Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1),
    )
    expect(nonsense.status).toBe(200)
    expect(nonsense.mistakes).toHaveLength(1)
  })

  test('that goes out and comes in again changes nothing, in any language', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.constantFrom('ro', 'hu', 'en'), async (list, lang) => {
        await clear()
        const taken = await send(official, 'organisations', list)
        expect(taken, JSON.stringify(taken.errors)).toMatchObject({ done: true })
        const settled = await state()
        const out = await exported(lang)
        const again = await send(official, 'organisations', out)
        expect(again, JSON.stringify(again)).toMatchObject({ counts: { add: 0, change: 0 }, done: true })
        expect(await state()).toEqual(settled)
        // And makes the same of an empty county.
        await clear()
        expect(await send(official, 'organisations', out)).toMatchObject({ done: true })
        expect(await exported(lang)).toBe(out)
      }),
      { numRuns: RUNS },
    )
  })

  test('with one mistake anywhere changes nothing', async () => {
    const spoil = fc.constantFrom(
      ';4245748;muzeu;Greșit;;;;;;',
      ';;nimic;Greșit;;;;;;',
      ';;muzeu;Greșit;;;;Nimeni;;',
      ';;muzeu;Greșit;;;;;31.02.2026;',
    )
    await fc.assert(
      fc.asyncProperty(lists, spoil, fc.nat(), async (list, line, place) => {
        await clear()
        const before = await state()
        const lines = list.split('\n')
        lines.splice(1 + (place % lines.length), 0, line)
        expect(await send(official, 'organisations', lines.join('\n'))).toMatchObject({ code: 'list_wrong' })
        expect(await state()).toEqual(before)
      }),
      { numRuns: RUNS },
    )
  })
})

/** Letters of the list as windows-1250 has them. */
const BYTES: Readonly<Record<string, number>> = {
  ă: 0xe3,
  â: 0xe2,
  î: 0xee,
  ţ: 0xfe,
  é: 0xe9,
  á: 0xe1,
  ú: 0xfa,
  í: 0xed,
  ó: 0xf3,
}

/** Lists without mistakes: codes, names that spreadsheets would take for formulas, parents through time. */
const name = fc
  .tuple(
    fc.constantFrom('', '', '=', '+', '@', '"', 'Șc. '),
    fc.string({ unit: fc.constantFrom(...'abcăâîșțáéőű ;"\''), minLength: 1, maxLength: 12 }),
  )
  .map(([start, rest]) => `${start}${rest}`.replaceAll(';', ','))
const day = fc.integer({ min: 1, max: 28 }).map(date => String(date).padStart(2, '0'))
const lists = fc
  .array(
    fc.record({
      cui: fc.option(fc.integer({ min: 100_000, max: 999_999 })),
      siruta: fc.option(fc.integer({ min: 10_000, max: 99_999 })),
      kind: fc.constantFrom(...ORGANISATION_KINDS.filter(kind => kind !== 'department')),
      name,
      hungarian: fc.option(name),
      isOwnTerritory: fc.boolean(),
      above: fc.option(fc.nat()),
      from: fc.option(day),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map(entries => {
    const named = entries.map((entry, index) => ({ ...entry, name: `${entry.name} ${index}x` }))
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const rows = named.flatMap((entry, index) => {
      // Only what comes before stands above: no circle.
      const above = index === 0 || entry.above === null ? null : named[entry.above % index]
      const cells = [
        entry.siruta === null ? '' : String(entry.siruta + index),
        entry.cui === null ? '' : `${entry.cui}${cuiCheckDigit(String(entry.cui))}`,
        entry.kind,
        quoted(entry.name),
        entry.hungarian === null ? '' : quoted(`${entry.hungarian} h`),
        '',
        entry.isOwnTerritory && entry.siruta !== null ? String(entry.siruta + index) : '',
        above ? quoted(above.name) : '',
      ]
      if (above && entry.from !== null)
        return [
          [...cells, '', `2020-01-${entry.from}`],
          [...cells.slice(0, 7), '-', '2030-01-01', '2030-12-31'],
        ]
      return [[...cells, '', '']]
    })
    const isTwice = (pick: (entry: (typeof named)[number], index: number) => string | number | null) => {
      const all = named.map(pick).filter(one => one !== null)
      return new Set(all).size < all.length
    }
    return {
      text: [
        'siruta;cui;kind;name_ro;name_hu;name_en;territory;parent;parent_from;parent_until',
        ...rows.map(cells => cells.join(';')),
      ].join('\n'),
      sound: !isTwice(({ cui }) => cui) && !isTwice(({ siruta }, index) => siruta && siruta + index),
    }
  })
  .filter(({ sound }) => sound)
  .map(({ text }) => text)

describe('other lists', () => {
  test('contacts are added and the rest stays', async () => {
    const list =
      'organizație;fel;contact;pentru\n4245747;telefon;+40 266 315 120;registratură\nMiercurea Ciuc;web;https://example.ro;'
    expect(await send(official, 'contacts/preview', list)).toMatchObject({ counts: { add: 2 }, mistakes: [] })
    expect(await send(official, 'contacts', list)).toMatchObject({ done: true })
    expect(await send(official, 'contacts', list)).toMatchObject({ counts: { add: 0, same: 2 } })
    const { items } = await admin.json<{ items: { id: string }[] }>('/api/organisations')
    const { contacts } = await admin.json<{ contacts: unknown[] }>(`/api/organisations/${items[0]?.id}`)
    expect(contacts).toEqual([
      { kind: 'phone', value: '+40 266 315 120', label: 'registratură' },
      { kind: 'web', value: 'https://example.ro', label: '' },
    ])
  })

  test('people with accounts get roles, others an invitation by mail', async () => {
    const list = [
      'e-mail;rol;organizație;din;până la;limba',
      `citizen@demo;raportor;${CIUC};;31.12.2099;`,
      `nou@example.ro;conducător al instituției;${CIUC};;31.12.2099;hu`,
    ].join('\n')
    expect(await send(official, 'members/preview', list)).toMatchObject({ status: 403, code: 'not_allowed' })
    expect(await send(admin, 'members/preview', list)).toMatchObject({ counts: { add: 2 }, mistakes: [] })
    expect(await send(admin, 'members', list)).toMatchObject({ done: true })
    expect(await send(admin, 'members', list)).toMatchObject({ counts: { add: 0, change: 0, same: 2 } })
    const invitation = (await admin.json<{ items: { email: string; lastDay: string }[] }>('/api/invitations'))
      .items
    expect(invitation).toMatchObject([{ email: 'nou@example.ro', lastDay: '2099-12-31' }])
    const roles = (
      await admin.json<{ items: { roles: { role: string; until: string }[] }[] }>('/api/users?q=citizen@demo')
    ).items[0]?.roles
    expect(roles?.find(({ role }) => role === 'reporter')?.until).toBe('2099-12-31T22:00:00.000Z')

    // A later last day; the importer's own account; the last administrator.
    const later = list.replaceAll('2099', '2098')
    expect(await send(admin, 'members', later)).toMatchObject({ counts: { change: 2 }, done: true })
    const own = 'e-mail;rol\nadmin@county.demo;auditor'
    expect(await send(admin, 'members', own)).toMatchObject({ code: 'list_wrong' })
  })

  test('templates are lists without mistakes', async () => {
    for (const [kind, as] of [
      ['organisations', official],
      ['members', admin],
    ] as const) {
      const template = await (await official.request(`/api/imports/template.csv?kind=${kind}&lang=hu`)).text()
      const { mistakes } = await send(as, `${kind}/preview?lang=hu`, template)
      // The organisations of the example are not on record here.
      expect(mistakes.filter(({ code }) => !/unknown/.test(code))).toEqual([])
    }
  })
})
