import crypto from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/http/app.ts'
import { createMetrics } from '../../api/routes/health.ts'
import { findActor, findOrganisation, type IssuedDocument, issueDocument } from '../../services/index.ts'
import { mandateCertificate } from '../../services/shared/documents/fixtures/test-office.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

const CUI = '4245747'
const CODE = /^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/

let running: TestSystem
let nobody: Client
const people: Record<string, Client> = {}
let ofCitizen: IssuedDocument
let ofTownHall: IssuedDocument
beforeAll(async () => {
  running = await openTestSystem([
    { cui: CUI, name: 'Municipiul Miercurea Ciuc' },
    { cui: '4245763', name: 'Altă instituție' },
  ])
  nobody = anonymous(running.app)
  for (const email of [
    `reporter@${CUI}.demo`,
    'reporter@4245763.demo',
    'official@county.demo',
    'admin@county.demo',
    'auditor@county.demo',
    'analyst@county.demo',
    'citizen@demo',
  ])
    people[email] = await signedIn(running.app, email)
  const { db, documents } = running.system
  const citizen = await findActor(db, { email: 'citizen@demo' }, new Date())
  const townHall = await findOrganisation(db, { cui: CUI })
  ofCitizen = await issueDocument(db, documents, mandateCertificate(citizen?.id ?? '', 'citizen'))
  ofTownHall = await issueDocument(db, documents, {
    ...mandateCertificate('', 'town hall'),
    owner: { organisation: townHall?.id ?? '' },
  })
})
afterAll(() => running.close())

const as = (email: string): Client => people[email] ?? nobody
const fileOf = (document: IssuedDocument, query = '') => `/api/documents/${document.id}/file${query}`
const revoke = (email: string, id: string, reason: string) =>
  as(email).request(`/api/documents/${id}/revoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reason }),
  })

describe('verification', () => {
  test('says what the document is and its fingerprints, to anyone with the code', async () => {
    const response = await nobody.request(`/api/verify/${ofCitizen.code}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const body = (await response.json()) as Record<string, unknown>
    const downloads = await Promise.all(
      ['', '?rendition=archive'].map(async query => {
        const file = await as('citizen@demo').request(fileOf(ofCitizen, query))
        return crypto
          .createHash('sha256')
          .update(Buffer.from(await file.arrayBuffer()))
          .digest('hex')
      }),
    )
    expect(body).toMatchObject({
      code: expect.stringMatching(CODE),
      kind: 'mandate-certificate',
      number: '12/2026',
      date: '2026-11-24',
      state: 'valid',
      reason: null,
      supersededBy: null,
      signer: 'Open County (demo)',
      demoSignature: true,
    })
    expect([body.sha256, body.archiveSha256]).toEqual(downloads)
  })

  test('says nothing of the persons in the document', async () => {
    const text = await (await nobody.request(`/api/verify/${ofCitizen.code}`)).text()
    const { facts } = mandateCertificate('')
    for (const fact of Object.values(facts)) expect(text).not.toContain(String(fact))
    expect(text).not.toContain(ofCitizen.id)
  })

  test('a code may be typed in any way', async () => {
    const typed = ofCitizen.code.toLowerCase().replaceAll('-', ' ')
    expect((await nobody.request(`/api/verify/${encodeURIComponent(typed)}`)).status).toBe(200)
  })

  test.each([
    '7KQ2M-9XTRB-4HWN8-CJ6VP-3DZF5',
    'x',
    "'",
    '..%2f..%2fetc',
    'é'.repeat(60),
  ])('nothing is found for %s', async code => {
    const response = await nobody.request(`/api/verify/${code}`)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  test('who asks without end is slowed down', async () => {
    const config = { ...running.system.config, rateLimit: true }
    const app = createApp({ ...running.system, config }, createMetrics(running.system))
    const statuses = new Set<number>()
    for (let asked = 0; asked < 130; asked++) statuses.add((await app.request('/api/verify/x')).status)
    expect([...statuses]).toEqual([404, 429])
  })
})

describe('who reads a document', () => {
  test.each([
    ['citizen@demo', 200, 404],
    [`reporter@${CUI}.demo`, 404, 200],
    ['reporter@4245763.demo', 404, 404],
    ['analyst@county.demo', 404, 404],
    ['official@county.demo', 200, 200],
    ['auditor@county.demo', 200, 200],
  ])('%s: the citizen’s %i, the town hall’s %i', async (email, citizens, townHalls) => {
    expect((await as(email).request(fileOf(ofCitizen))).status).toBe(citizens)
    expect((await as(email).request(fileOf(ofTownHall))).status).toBe(townHalls)
    const { items } = await as(email).json<{ items: { id: string }[] }>('/api/documents')
    const listed = items.map(({ id }) => id)
    expect(listed.includes(ofCitizen.id)).toBe(citizens === 200)
    expect(listed.includes(ofTownHall.id)).toBe(townHalls === 200)
  })

  test('an official who asks for his own sees none of the others’', async () => {
    const { items } = await as('official@county.demo').json<{ items: unknown[] }>('/api/documents?of=me')
    expect(items).toEqual([])
  })

  test('the list is searched by code and by part of a number, within what the caller may see', async () => {
    const found = async (email: string, query: string) => {
      const { items } = await as(email).json<{ items: { id: string }[] }>(`/api/documents?${query}`)
      return items.map(({ id }) => id)
    }
    const both = expect.arrayContaining([ofCitizen.id, ofTownHall.id])
    const typed = encodeURIComponent(ofTownHall.code.toLowerCase().replaceAll('-', ' '))
    expect(await found('official@county.demo', `q=${typed}`)).toEqual([ofTownHall.id])
    expect(await found('citizen@demo', `q=${typed}`)).toEqual([])
    expect(await found('official@county.demo', 'q=2/2026&state=valid')).toEqual(both)
    for (const none of ['q=99/2026', 'q=%25', 'q=_', 'state=revoked', 'state=superseded'])
      expect(await found('official@county.demo', none), none).toEqual([])
    for (const wrong of ['state=lost', `q=${'1'.repeat(61)}`])
      expect((await as('official@county.demo').request(`/api/documents?${wrong}`)).status).toBe(400)
  })

  test('nobody without an account', async () => {
    expect((await nobody.request('/api/documents')).status).toBe(401)
    expect((await nobody.request(fileOf(ofCitizen))).status).toBe(401)
  })

  test('a file is an attachment that no browser runs, with a name that says what it is', async () => {
    const response = await as('citizen@demo').request(fileOf(ofCitizen, '?rendition=copy&language=hu'))
    expect(response.headers.get('content-disposition')).toContain(
      'attachment; filename="mandate-certificate-12-2026-copy-hu.pdf"',
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test.each([
    '?rendition=copy&language=ro',
    '?rendition=official&language=hu',
  ])('no file: %s', async query => {
    expect((await as('citizen@demo').request(fileOf(ofCitizen, query))).status).toBe(404)
  })

  test.each([
    ['?rendition=draft', 400],
    ['?language=de', 400],
  ])('wrong question: %s', async (query, status) => {
    expect((await as('citizen@demo').request(fileOf(ofCitizen, query))).status).toBe(status)
  })
})

describe('who revokes one', () => {
  test.each([
    ['citizen@demo', 403],
    [`reporter@${CUI}.demo`, 403],
    ['auditor@county.demo', 403],
    ['nobody', 401],
  ])('not %s', async (email, status) => {
    expect((await revoke(email, ofTownHall.id, 'right-ended')).status).toBe(status)
  })

  test('an official does, once and for good; the page of the code says since when and why', async () => {
    expect((await revoke('official@county.demo', ofTownHall.id, 'because')).status).toBe(400)
    expect((await revoke('official@county.demo', ofTownHall.id, 'right-ended')).status).toBe(200)
    expect((await revoke('admin@county.demo', ofTownHall.id, 'court-decision')).status).toBe(409)
    expect((await revoke('admin@county.demo', crypto.randomUUID(), 'court-decision')).status).toBe(404)
    const body = await nobody.json(`/api/verify/${ofTownHall.code}`)
    expect(body).toMatchObject({ state: 'revoked', reason: 'right-ended' })
    expect(Date.parse(String(body.since))).toBeLessThanOrEqual(Date.now())
  })
})
