import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../domain/index.ts'
import type { OpenInvitation, OrganisationDetails, Session } from '../api-types.ts'
import { fixtureApi, session } from '../fixtures/fixture-api.ts'
import { loadTexts } from '../i18n/index.ts'
import { hrefOf } from '../links.ts'
import { render } from '../server.tsx'
import { contactMistake } from './contact-mistake.ts'
import { historyOf } from './organisation-words.ts'

const id = '0d9a3c1e-7b52-4f6a-9c11-2f4f0f6f7a01'
const council = '0d9a3c1e-7b52-4f6a-9c11-2f4f0f6f7a02'
const names = (text: string) => ({ ro: text, hu: text, en: text })
const organisation: OrganisationDetails = {
  ...{ id, cui: null, siruta: null, territory: null, kind: 'museum', names: names('Muzeul'), county: 'HR' },
  ...{ parentId: council, demo: false, on: '2026-07-01', children: [], contacts: [], past: [] },
  parents: [
    {
      organisation: { id: council, names: names('Consiliul'), kind: 'county_council' },
      from: null,
      lastDay: null,
    },
  ],
  may: { edit: false, contacts: false, seeMembers: true, grant: [] },
}
const invitation: OpenInvitation = {
  ...{ state: 'open', email: 'kati@x.ro', role: 'reporter', organisation: { id, names: names('Muzeul') } },
  ...{ inviter: 'Ana', expiresAt: '2026-07-15T10:00:00Z', hasAccount: false, mine: false },
}

async function page(
  path: string,
  answers: readonly (readonly [RegExp, number | object])[],
  who: Session | null = session,
) {
  const { status, html, headers } = await render({
    url: new URL(path, 'http://127.0.0.1:3000'),
    session: who,
    api: fixtureApi(answers),
    nonce: 'bm9uY2U=',
    assets: { entry: '/browser.js', styles: [], fonts: [], preloads: () => [] },
    publicUrl: 'https://buget.example',
    site: { countyNames: names('Harghita'), demoAccounts: [], unread: 0 },
  })
  const text = html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  return { status, html, text, headers }
}
const at = (language: Language, more = '') => `${hrefOf('organisation', language, { id })}${more}`
const answers = (details: OrganisationDetails) =>
  [
    [/members/, { members: [], deputies: [] }],
    [/\/api\/organisations\//, details],
  ] as const
const opened = (change: Partial<OpenInvitation>, who: Session | null = null) =>
  page('/ro/invitation?token=x', [[/invitations\/open/, { ...invitation, ...change }]], who)

describe.each(LANGUAGES)('in %s', language => {
  it('an organisation without people, contacts and past says so', async () => {
    const t = (await loadTexts(language)).organisation
    const { status, text } = await page(at(language), answers({ ...organisation, on: today() }))
    expect(status).toBe(200)
    for (const words of [t.members.none, t.contacts.none, t.deputies.none, t.facts.cuiMissing])
      expect(text).toContain(words)
    // What the reader may not do is not offered.
    for (const words of [t.invitations.heading, t.contacts.edit, t.edit.heading, t.history.heading])
      expect(text).not.toContain(words)
    expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object/)
  })

  it('another day is only looked at', async () => {
    const t = (await loadTexts(language)).organisation
    const may = { edit: true, contacts: true, seeMembers: true, grant: ['reporter' as const] }
    const { text } = await page(at(language, '?on=2026-07-01'), [
      [/\/api\/invitations/, { items: [] }],
      [/\/api\/organisations$/, { items: [], mayAdd: true }],
      ...answers({ ...organisation, may }),
    ])
    expect(text).toContain(t.backToToday)
    for (const words of [t.contacts.edit, t.edit.heading, t.members.heading])
      expect(text).not.toContain(words)
  })

  it.each(['expired', 'used', 'withdrawn'] as const)('the link of an invitation that is %s', async state => {
    const { invitation: words } = await loadTexts(language)
    const path = `${hrefOf('invitation', language)}?token=x`
    const { status, text } = await page(path, [[/open/, { ...invitation, state, email: null }]], null)
    expect(status).toBe(200)
    expect(text).toContain(words.headings[state])
    expect(text).not.toContain(words.create)
    expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object/)
  })
})

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date())

it('a role that has ended, or has yet to begin, says so; only one that counts can be ended', async () => {
  const words = (await loadTexts('ro')).organisation.members
  const member = (number: number, from: string, until: string | null) => ({
    id: `0d9a3c1e-7b52-4f6a-9c11-2f4f0f6f7b0${number}`,
    person: { id: `p${number}`, name: `Ana ${number}`, email: `ana${number}@x.ro` },
    ...{ role: 'reporter', organisation: null, from, until, mayEnd: true },
  })
  const members = [
    member(1, '2020-01-01T10:00:00Z', '2021-01-01T00:00:00+02:00'),
    member(2, '2020-01-01T10:00:00Z', null),
    member(3, '2999-01-01T10:00:00Z', null),
  ]
  const { text } = await page(`${at('ro')}?ended=true`, [
    [/members\?ended=true/, { members, deputies: [] }],
    ...answers({ ...organisation, on: today() }),
  ])
  // The last day counts: what ends at midnight ended the day before.
  expect(text).toMatch(/Ana 1 încheiat raportor .* 1\sianuarie 2020 – 31\sdecembrie 2020 Ana 2 raportor/)
  expect(text).toMatch(/Ana 3 urmează raportor/)
  expect(text.match(new RegExp(words.end, 'g'))).toHaveLength(2)
})

describe('an invitation', () => {
  it('that nobody knows is a page of its own', async () => {
    const { status, text } = await page('/ro/invitation?token=x', [[/open/, 404]], null)
    expect(status).toBe(404)
    expect(text).toContain('Linkul nu este bun')
  })
  it('offers an account, a sign-in that comes back, acceptance, or to sign out', async () => {
    expect((await opened({})).text).toContain('Fă contul și acceptă')
    const { html } = await opened({ hasAccount: true })
    expect(html).toContain(`next=${encodeURIComponent('/ro/invitation?token=x')}`)
    expect((await opened({ hasAccount: true, mine: true }, session)).text).toContain('Acceptă invitația')
    expect((await opened({ hasAccount: true }, session)).text).toContain('Ieși din cont și continuă')
  })
  it('from an account that is gone, for the whole county', async () => {
    const { text } = await opened({ inviter: null, organisation: null })
    expect(text).toContain('Invitație pentru tot județul')
    expect(text).toContain('administratorul instalației')
  })
})

it('who has one institution comes to its page, who has more chooses, who has none reads how one gets there', async () => {
  const with_ = (organisations: Session['user']['organisations']) =>
    page('/ro/organizatiile-mele', [], { ...session, user: { ...session.user, organisations } })
  const one = { id, cui: null, names: names('Muzeul'), roles: ['reporter' as const] }
  expect((await with_([one])).headers.location).toBe(at('ro'))
  const { text } = await with_([one, { ...one, id: council, names: names('Spitalul') }])
  expect(text).toMatch(/Alege instituția.*Muzeul.*Spitalul/)
  expect((await with_([])).text).toContain('Contul tău nu este legat de nicio instituție')
})

it('the history tells what changed in this language, the newest first, and what is to come', async () => {
  const t = await loadTexts('ro')
  const known: OrganisationDetails = {
    ...organisation,
    past: [
      { names: { ro: 'Muzeul', hu: 'Múzeum', en: 'Museum' }, kind: 'institution', lastDay: '2025-12-31' },
      { names: { ro: 'Muzeul', hu: 'A múzeum', en: 'Museum' }, kind: 'museum', lastDay: '2026-05-31' },
    ],
    parents: organisation.parents.map(parent => ({ ...parent, from: '2026-09-01' })),
  }
  expect(historyOf(known, 'ro', t).map(({ text, upcoming }) => [text, upcoming])).toEqual([
    ['subordonată: Consiliul', true],
    ['Muzeul (muzeu)', false],
    ['Muzeul (instituție)', false],
  ])
  expect(historyOf(organisation, 'ro', t)).toEqual([])
})

it.each([
  ['phone', '1', 'short'],
  ['email', 'ana@', 'email'],
  ['email', ' ana@x.ro ', null],
  ['web', 'www.x.ro', 'web'],
  ['web', 'https://x.ro', null],
  ['address', 'Piața Libertății 5', null],
] as const)('a contact of kind %s with %j', (kind, value, mistake) => {
  expect(contactMistake({ kind, value, label: '' })).toBe(mistake)
})
