import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cnpCheckDigit } from '../../domain/cnp.ts'
import { searchPerson } from '../../services/index.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let installation: TestSystem
let owner: pg.Client
let official: Client
let citizen: Client
const log: string[] = []
beforeAll(async () => {
  installation = await openTestSystem([], { log: line => log.push(line) })
  owner = new pg.Client({ connectionString: installation.system.ownerUrl })
  await owner.connect()
  official = await signedIn(installation.app, 'official@county.demo')
  citizen = await signedIn(installation.app, 'citizen@demo')
})
afterAll(async () => {
  await owner.end()
  await installation.close()
})

const post = (as: Client, path: string, body: unknown) =>
  as.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const search = (as: Client, cnp: string, reason = 'Dosarul nr. 12/2026') =>
  post(as, '/api/people/search', { cnp, reason })
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]
const request = (cnp: string) => ({
  principal: { kind: 'person', cnp, name: `Numele lui ${cnp}` },
  basis: 'guardian',
  from: '2026-01-01',
  until: null,
})

/** Numbers of people born in the last century. */
const cnps = fc
  .record({
    first: fc.constantFrom(1, 2),
    year: fc.nat(99),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    rest: fc.nat(99_999),
  })
  .map(({ first, year, month, day, rest }) => {
    const two = (value: number) => String(value).padStart(2, '0')
    const body = `${first}${two(year)}${two(month)}${two(day)}${String(rest).padStart(5, '0')}`
    return `${body}${cnpCheckDigit(body)}`
  })

/** Tables of which a row, whatever its columns, has the text. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    // Bytes as they are and as their hexadecimal shows them.
    const { rowCount } = await owner.query(
      `select 1 from ${name} as one where position($1 in one::text) > 0 or position($2 in one::text) > 0 limit 1`,
      [text, Buffer.from(text).toString('hex')],
    )
    if (rowCount) found.push(name)
  }
  return found
}

/** Without what people themselves wrote about the person, which whoever reads the mandate reads. */
const withoutWords = (text: string) => text.replaceAll(/(Lipsește actul lui|Numele lui) \d{13}/g, '')

test('no number stands in clear anywhere, nor reaches anybody but who decides', async () => {
  const others = await Promise.all(
    ['clerk', 'auditor', 'admin', 'analyst'].map(role => signedIn(installation.app, `${role}@county.demo`)),
  )
  const addresses = (id: string) => [
    '/api/session',
    '/api/mandates',
    '/api/mandates?of=represented',
    '/api/office/mandates',
    `/api/mandates/${id}`,
    `/api/mandates/${id}/proofs`,
    '/api/audit',
    '/api/audit/export.csv',
    '/api/notifications',
    `/api/registers/general/entries?year=${new Date().getUTCFullYear()}`,
  ]
  await fc.assert(
    fc.asyncProperty(cnps, async cnp => {
      const asked = await post(citizen, '/api/mandates', request(cnp))
      expect(asked.status).toBe(201)
      const { id } = (await asked.json()) as { id: string }
      await post(official, `/api/mandates/${id}/completion`, { reason: `Lipsește actul lui ${cnp}` })
      const wrong = `${cnp.slice(0, 12)}${(Number(cnp[12]) + 1) % 10}`
      for (const answer of [
        await search(official, cnp),
        await search(official, cnp, `Dosarul lui ${cnp}`),
        await search(official, wrong),
        await search(citizen, cnp),
        await post(citizen, '/api/mandates', request(cnp)),
      ]) {
        const text = withoutWords(await answer.text())
        expect(text).not.toContain(cnp)
        expect(text).not.toContain(wrong)
      }
      expect(await tablesWith(cnp)).toEqual([])
      expect(log.join('\n')).not.toContain(cnp)
      for (const reader of [...others, anonymous(installation.app)])
        for (const address of addresses(id)) {
          const answer = await reader.request(address)
          const text = await answer.text()
          const isMandate = address === `/api/mandates/${id}` || address === '/api/office/mandates'
          expect(isMandate ? withoutWords(text) : text, address).not.toContain(cnp)
        }
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

test('an official finds what is kept under a number; the audit says who searched and why', async () => {
  const cnp = `180010122120${cnpCheckDigit('180010122120')}`
  await post(citizen, '/api/mandates', request(cnp))
  const spaced = `${cnp.slice(0, 1)} ${cnp.slice(1, 7)} ${cnp.slice(7)}`
  const answer = await search(official, spaced, 'Dosarul nr. 77/2026')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const { items } = (await answer.json()) as { items: { id: string }[] }
  expect(items).toMatchObject([
    { capability: 'mandates', name: `Numele lui ${cnp}`, path: `/office/mandates/${items[0]?.id}` },
  ])
  const nobody = `180010122121${cnpCheckDigit('180010122121')}`
  expect(await (await search(official, nobody)).json()).toEqual({ items: [] })
  const auditor = await signedIn(installation.app, 'auditor@county.demo')
  const audit = await auditor.json<{ items: object[] }>('/api/audit?action=person.searched')
  expect(audit.items.slice(0, 2)).toMatchObject([
    { detail: { found: [], records: 0 } },
    { detail: { records: 1 }, personal: { state: 'readable', detail: { reason: 'Dosarul nr. 77/2026' } } },
  ])
})

test('whoever is no official searches nothing, and no token does', async () => {
  const cnp = `180010122120${cnpCheckDigit('180010122120')}`
  expect((await search(anonymous(installation.app), cnp)).status).toBe(401)
  expect((await search(citizen, cnp)).status).toBe(403)
  for (const role of ['clerk', 'auditor', 'admin', 'analyst'])
    expect((await search(await signedIn(installation.app, `${role}@county.demo`), cnp)).status).toBe(403)
  expect(await codeOf(await search(official, cnp, `Pentru ${cnp}`))).toEqual([422, 'reason_holds_cnp'])
  expect((await search(official, cnp, 'scurt')).status).toBe(400)
})

test.each([
  ['180010122120', 'a personal number has 13 digits'],
  ['1801301221209', 'the digits name no day of birth'],
  ['1800101221145', 'the check digit is wrong'],
])('%s: %s', async (cnp, message) => {
  const answer = await search(official, cnp)
  expect(answer.status).toBe(400)
  expect(JSON.stringify(await answer.json())).toContain(message)
})

test('after 30 searches in an hour one waits, however many are sent at once; restarts do not forget', async () => {
  const { db } = installation.system
  const at = new Date()
  const by = { person: 'somebody', deputyFor: [] }
  const cnp = `180010122122${cnpCheckDigit('180010122122')}` as Parameters<typeof searchPerson>[1]['cnp']
  const ask = (later = 0) =>
    searchPerson(db, { cnp, reason: 'De ce nu', by, at: new Date(at.getTime() + later) })
  const outcomes = await Promise.all(Array.from({ length: 33 }, () => ask()))
  expect(outcomes.filter(({ outcome }) => outcome === 'searched')).toHaveLength(30)
  expect(await ask(59 * 60_000)).toEqual({ outcome: 'too_many', waitMs: 60_000 })
  expect((await ask(61 * 60_000)).outcome).toBe('searched')
})

test('every column with a keyed hash of personal numbers is searched', async () => {
  const { rows } = await owner.query<{ place: string }>(
    `select table_name || '.' || column_name as place from information_schema.columns
      where table_schema = 'public' and column_name ~ 'cnp' and column_name ~ 'mac|hash'`,
  )
  const { REGISTER } = await import('../../services/index.ts')
  const declared = REGISTER.flatMap(({ cnp }) => (cnp ? [`${cnp.table}.${cnp.mac}`] : []))
  expect(rows.map(({ place }) => place).sort()).toEqual([...declared].sort())
})
