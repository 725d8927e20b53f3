import crypto from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AttachmentPurpose, purposeRule } from '../../../domain/index.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { putAccount } from '../identity/accounts.ts'
import { sendDueDigests } from '../notifications/digest.ts'
import { applyRetention } from './apply-retention.ts'
import type { Processing } from './processing.ts'
import { REGISTER } from './register.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let owner: pg.Client
let person: string
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  person = await putAccount(
    database.db,
    {
      ...{ email: 'ana@x.ro', name: 'Ana', passwordHash: 'x', demo: false, grantedBy: 'tests' },
      memberships: [{ role: 'citizen', organisationId: null }],
    },
    new Date('2026-01-01T00:00:00Z'),
  )
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const DAY_MS = 86_400_000
const NOW = new Date('2040-07-01T03:40:00Z')
const before = (at: Date, ms: number) => new Date(at.getTime() - ms)

/** A row of a field whose term began to run at the moment: when it was written, or ended. */
interface Place {
  readonly table: string
  readonly key: string
  /** What a row looks like when its content is gone, where the row itself stays. */
  readonly gone?: string
}
type Writer = Place & { write(from: Date): Promise<string> }

const insert = async (table: string, key: string, row: Record<string, unknown>): Promise<string> => {
  const names = Object.keys(row)
  const { rows } = await owner.query<{ key: string }>(
    `insert into ${table} (${names.map(name => `"${name}"`).join()}) values (${names.map((_, index) => `$${index + 1}`).join()})
      returning "${key}"::text as key`,
    Object.values(row),
  )
  return rows[0]?.key ?? ''
}
const writer = (table: string, key: string, row: (from: Date) => Record<string, unknown>): Writer => ({
  ...{ table, key },
  write: from => insert(table, key, row(from)),
})
const unique = () => crypto.randomUUID()

const attachment = (from: Date, more: Record<string, unknown>) => ({
  ...{ id: unique(), uploaded_by: person, purpose: 'photo', file_name: 'x', state: 'checking', size: 1 },
  ...{ scan: 'not_scanned', storage_key: unique().replaceAll('-', ''), sealed_key: 'x', created_at: from },
  ...more,
})

const attached = (purpose: AttachmentPurpose): Writer => ({
  ...{ table: 'attachment', key: 'id', gone: 'sealed_key is null and file_name is null' },
  write: from =>
    insert(
      'attachment',
      'id',
      attachment(from, {
        ...{ purpose, subject_kind: 'case', subject_id: unique(), attached_at: from },
        delete_after: new Date(from.getTime() + purposeRule(purpose).keepDays * DAY_MS),
      }),
    ),
})

/** How a row of each field is written; the key is the entry of the register and the field's English text. */
const WRITERS: Readonly<Record<string, Writer>> = {
  'accounts: Open sessions: IP address, browser, time': writer('auth_session', 'id', from => ({
    ...{ id: unique(), token: unique(), userId: person, createdAt: from, updatedAt: from, expiresAt: from },
  })),
  'accounts: Codes sent to confirm an address or for a new password': writer(
    'auth_verification',
    'id',
    from => ({ id: unique(), identifier: 'x', value: 'x', expiresAt: from }),
  ),
  'accounts: Address that a link to confirm was sent to': writer('account_link', 'token_hash', from => ({
    ...{ token_hash: unique(), purpose: 'sign_up', email: 'x@x.ro', language: 'ro' },
    ...{ created_at: before(from, DAY_MS), expires_at: from },
  })),
  'accounts: Access tokens for programs (only their hash)': writer('api_token', 'id', from => ({
    ...{ token_hash: unique(), user_id: person, scopes: '{read}', expires_at: from },
  })),
  'strong-sign-in: Sign-ins under way': writer('sign_in_challenge', 'token_hash', from => ({
    ...{ token_hash: unique(), kind: 'oidc', payload: {}, expires_at: from },
  })),
  'organisations: The address invited; who invited, accepted or revoked': {
    ...{ table: 'invitation', key: 'id' },
    // Each ends in another way: taken, taken back, or left to expire.
    write: from => {
      const [accepted, revoked, expires] = [
        [from, null, new Date(from.getTime() + DAY_MS)],
        [null, from, new Date(from.getTime() + DAY_MS)],
        [null, null, from],
      ][from.getTime() % 3] as [Date | null, Date | null, Date]
      return insert('invitation', 'id', {
        ...{ email: `${unique()}@x.ro`, role: 'citizen', language: 'ro', token_hash: unique() },
        ...{ invited_by: 'x', created_at: from, sent_at: from, expires_at: expires },
        ...{ accepted_at: accepted, revoked_at: revoked },
      })
    },
  },
  "notifications: Messages in the account's inbox": writer('notification', 'id', from => ({
    ...{ person, kind: 'x', params: {}, created_at: from },
  })),
  'notifications: Mails sent and what became of them': writer('delivery', 'id', from => ({
    ...{ person, kind: 'x', params: {}, created_at: from },
  })),
  'attachments: Files that were sent and attached to nothing': writer('attachment', 'id', from =>
    attachment(from, {}),
  ),
  'attachments: Proofs: name and content of the file, encrypted': attached('proof'),
  'attachments: Photographs: name and content of the file, encrypted': attached('photo'),
  'attachments: Documents: name and content of the file, encrypted': attached('document'),
  'attachments: Drawings: name and content of the file, encrypted': attached('plan'),
}

/** Fields that the job removes, and how long after. */
const TERMS = REGISTER.flatMap(({ code, fields }) =>
  fields.flatMap(({ what, retention }) =>
    retention.kind === 'days' ? [{ name: `${code}: ${what.en}`, ms: retention.days * DAY_MS }] : [],
  ),
)

test('every term that the register names is tried below', () => {
  expect(Object.keys(WRITERS).sort()).toEqual(TERMS.map(({ name }) => name).sort())
})

async function isThere({ table, key, gone }: Place, id: string): Promise<boolean> {
  const { rows } = await owner.query(
    `select 1 from ${table} where "${key}"::text = $1 ${gone ? `and not (${gone})` : ''}`,
    [id],
  )
  return rows.length > 0
}

test('nothing past its term is left, and nothing younger is touched', async () => {
  const { db } = database
  // Ages close to the term on both sides, and far from it.
  const age = fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -3e9, max: 3e9 }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ term: fc.constantFrom(...TERMS), over: age.filter(ms => ms !== 0) }), {
        minLength: 1,
        maxLength: 25,
      }),
      async rows => {
        const written = []
        for (const { term, over } of rows) {
          const writer = WRITERS[term.name] as Writer
          written.push({ writer, over, id: await writer.write(before(NOW, term.ms + over)) })
        }
        await applyRetention(db, NOW)
        for (const { writer, over, id } of written)
          expect([writer.table, over, await isThere(writer, id)]).toEqual([writer.table, over, over < 0])
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)

test('the audit keeps counts by table, and nothing of anybody', async () => {
  const { db } = database
  await applyRetention(db, NOW)
  await owner.query(
    'alter table audit_event disable trigger all; delete from audit_link; delete from audit_event',
  )
  for (let row = 0; row < 3; row++)
    await WRITERS['strong-sign-in: Sign-ins under way']?.write(before(NOW, 2 * DAY_MS))
  await applyRetention(db, NOW)
  await applyRetention(db, NOW)
  const { rows } = await owner.query('select actor, action, subject_id, detail, person from audit_event')
  expect(rows).toEqual([
    {
      ...{ actor: 'retention', action: 'retention.applied', subject_id: 'strong-sign-in', person: null },
      detail: { removed: { sign_in_challenge: 3 } },
    },
  ])
})

test('a message that went out in a digest is not sent again when its mail is forgotten', async () => {
  const { db } = database
  const delivery = await insert('delivery', 'id', {
    ...{ person, kind: 'digest', params: {}, created_at: before(NOW, 200 * DAY_MS) },
  })
  const notification = await insert('notification', 'id', {
    ...{ person, kind: 'x', params: {}, created_at: before(NOW, 201 * DAY_MS) },
    ...{ digest_at: before(NOW, 200 * DAY_MS), delivery_id: delivery },
  })
  await applyRetention(db, NOW)
  expect(await isThere({ table: 'delivery', key: 'id' }, delivery)).toBe(false)
  expect(await isThere({ table: 'notification', key: 'id' }, notification)).toBe(true)
  expect(await sendDueDigests(db, NOW)).toBe(0)
})

test('what the law keeps stays for ever: no term of years removes anything', async () => {
  const { db } = database
  await owner.query(`insert into erasure values ($1, 'somebody', '1990-01-01', 'x', 'x')`, [unique()])
  const counts = async () =>
    (
      await owner.query(
        `select (select count(*)::int from erasure) as erasures, (select count(*)::int from audit_event) as events`,
      )
    ).rows
  const kept = await counts()
  await applyRetention(db, NOW)
  expect(await counts()).toEqual(kept)
})

test('a capability that fails does not keep the data of the others', async () => {
  const { db } = database
  const failing: Processing = {
    ...(REGISTER[0] as Processing),
    fields: [
      {
        ...{ table: 'x', columns: [], what: { ro: '', hu: '', en: '' }, onErasure: 'deleted' },
        retention: { kind: 'days', days: 1, after: 'end', purge: () => Promise.reject(new Error('no')) },
      },
    ],
  }
  const writer = WRITERS['strong-sign-in: Sign-ins under way'] as Writer
  const id = await writer.write(before(NOW, 2 * DAY_MS))
  await expect(applyRetention(db, NOW, [failing, ...REGISTER])).rejects.toThrow('not applied everywhere')
  expect(await isThere(writer, id)).toBe(false)
})
