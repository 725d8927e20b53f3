import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { createKeyring } from '../vault/keyring.ts'
import { erasePersonKey } from '../vault/person-keys.ts'
import { recordEvent } from './record-event.ts'
import { auditHead, verifyChain } from './verify-chain.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let owner: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const at = new Date('2026-07-01T10:00:00Z')
const event = (index: number) => ({
  at,
  actor: `person-${index % 3}`,
  action: 'account.changed' as const,
  subjectKind: 'user',
  subjectId: `person-${index % 3}`,
  detail: { index },
  ...(index % 2 ? { personal: { person: `person-${index % 3}`, detail: { phone: `07${index}` } } } : {}),
})

beforeEach(async () => {
  await owner.query(`truncate audit_event, audit_link, person_key;
    update audit_head set number = 0, hash = sha256('open-county audit')`)
  for (let index = 1; index <= 8; index++) await recordEvent(database.db, event(index))
})

const verify = (written: { number: number; hash: string }[] = []) =>
  verifyChain(database.db, database.keyring, written)

test('a chain as the program wrote it is whole, with heads noted on the way', async () => {
  const noted = await auditHead(database.db)
  await recordEvent(database.db, event(9))
  expect(await verify([noted])).toMatchObject({ links: 9, erased: 0, broken: null, head: { number: 9 } })
})

const event5 = `(select event from audit_link where number = 5)`

/** What someone with all rights of the database could do, and where it shows. */
const TAMPERING: [string, string, { number: number; fault: string }][] = [
  [
    'a changed detail',
    `update audit_event set detail = '{"index":50}' where id = ${event5}`,
    { number: 5, fault: 'content_changed' },
  ],
  [
    'another actor',
    `update audit_event set actor = 'person-7' where id = ${event5}`,
    { number: 5, fault: 'content_changed' },
  ],
  [
    'another time',
    `update audit_event set at = at + interval '1 millisecond' where id = ${event5}`,
    { number: 5, fault: 'content_changed' },
  ],
  [
    'another commitment',
    `update audit_event set commitment = sha256('x') where id = ${event5}`,
    { number: 5, fault: 'hash_wrong' },
  ],
  [
    'a changed personal part',
    `update audit_event set personal = personal || '\\x00' where id = ${event5}`,
    { number: 5, fault: 'personal_changed' },
  ],
  [
    'the personal part of another event of the same person',
    `update audit_event set personal = other.personal from
      (select person, personal from audit_event join audit_link on event = id where number = 1) other
      where id = (select event from audit_link where number = 7) and other.person = audit_event.person`,
    { number: 7, fault: 'personal_changed' },
  ],
  ['a lost key', `delete from person_key where person = 'person-2'`, { number: 5, fault: 'key_missing' }],
  [
    'a deleted event with its link',
    `with gone as (delete from audit_link where number = 5 returning event) delete from audit_event using gone where id = event`,
    { number: 5, fault: 'number_missing' },
  ],
  ['a deleted event', `delete from audit_event where id = ${event5}`, { number: 5, fault: 'event_missing' }],
  [
    'an event put in between',
    `update audit_link set number = -number - 1 where number > 4; update audit_link set number = -number where number < 0;
     insert into audit_event select gen_random_uuid(), at, actor, action, subject_kind, subject_id, detail, null, null, null, commitment from audit_event limit 1;
     insert into audit_link select 5, id, sha256('x') from audit_event where id not in (select event from audit_link)`,
    { number: 5, fault: 'hash_wrong' },
  ],
  [
    'an event put beside the chain',
    `insert into audit_event select gen_random_uuid(), at, actor, action, subject_kind, subject_id, detail, null, null, null, commitment from audit_event limit 1`,
    { number: 9, fault: 'event_unlinked' },
  ],
  [
    'two events in each other’s place',
    `update audit_link a set event = b.event from audit_link b where (a.number, b.number) in ((3, 5), (5, 3))`,
    { number: 3, fault: 'hash_wrong' },
  ],
  [
    'the last two cut off',
    `with gone as (delete from audit_link where number > 6 returning event) delete from audit_event using gone where id = event`,
    { number: 7, fault: 'head_wrong' },
  ],
]

test.each(TAMPERING)('%s is found', async (_name, statement, broken) => {
  await owner.query(
    'begin; set local session_replication_role = replica; alter table audit_link drop constraint audit_link_event_key',
  )
  for (const part of statement.split(';')) if (part.trim()) await owner.query(part)
  await owner.query('alter table audit_link add unique (event); commit')
  expect((await verify()).broken).toEqual(broken)
})

test('an end that was cut off with the head set back is told by the heads noted elsewhere', async () => {
  const noted = await auditHead(database.db)
  await owner.query(`begin; set local session_replication_role = replica;
    with gone as (delete from audit_link where number > 6 returning event) delete from audit_event using gone where id = event;
    update audit_head set number = 6, hash = (select hash from audit_link where number = 6); commit`)
  expect((await verify()).broken).toBeNull()
  expect((await verify([noted])).broken).toEqual({ number: 7, fault: 'end_missing' })
  // Written anew to the same length: a whole chain, but another one.
  for (let index = 7; index <= 8; index++) await recordEvent(database.db, event(index))
  expect((await verify()).broken).toBeNull()
  expect((await verify([noted])).broken).toEqual({ number: 8, fault: 'written_head_differs' })
})

test('whoever lacks the secret can forge no content', async () => {
  const report = await verifyChain(database.db, createKeyring('another secret'), [])
  expect(report.broken).toEqual({ number: 1, fault: 'content_changed' })
})

test('whatever is recorded and whoever is erased, the chain stays whole', async () => {
  const person = fc.constantFrom('a', 'b', 'c')
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('record' as const),
        person,
        detail: fc.dictionary(fc.string(), fc.jsonValue()),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('personal' as const),
        person,
        detail: fc.dictionary(fc.string(), fc.jsonValue()),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), person }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
      await owner.query('truncate person_key; delete from audit_link; delete from audit_event')
      await owner.query(`update audit_head set number = 0, hash = sha256('open-county audit')`)
      const erased = new Set<string>()
      const personal = new Map<string, number>()
      let links = 0
      for (const one of steps) {
        if (one.do === 'erase') {
          await erasePersonKey(database.db, one.person, at)
          erased.add(one.person)
          continue
        }
        const base = {
          at,
          actor: one.person,
          action: 'account.changed' as const,
          subjectKind: 'user',
          subjectId: one.person,
          detail: one.detail,
        }
        if (one.do === 'personal' && erased.has(one.person)) continue
        await recordEvent(database.db, {
          ...base,
          ...(one.do === 'personal'
            ? { detail: {}, personal: { person: one.person, detail: one.detail } }
            : {}),
        })
        links++
        if (one.do === 'personal') personal.set(one.person, (personal.get(one.person) ?? 0) + 1)
      }
      const unreadable = [...erased].reduce((sum, one) => sum + (personal.get(one) ?? 0), 0)
      expect(await verify([await auditHead(database.db)])).toMatchObject({
        links,
        erased: unreadable,
        broken: null,
      })
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 25) },
  )
})
