import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { listParents, setParent } from './hierarchy.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
const ids: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  for (const name of ['a', 'b', 'c', 'd']) {
    const row = await database.db
      .insertInto('organisation')
      .values({
        county: 'HR',
        cui: null,
        siruta: null,
        territory: null,
        kind: 'institution',
        name_ro: name,
        name_hu: name,
        name_en: name,
        demo: false,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.push(row.id)
  }
})
afterAll(() => database.close())

/** Days 1 to 9 of a month; 0 and 10 stand for since ever and without end. */
const day = (number: number) => `2026-01-0${number}`
const change = fc
  .record({
    child: fc.nat(3),
    parent: fc.option(fc.nat(3), { freq: 6 }),
    from: fc.integer({ min: 0, max: 9 }),
    last: fc.integer({ min: 1, max: 10 }),
  })
  .filter(({ from, last }) => from <= last)

const PROBES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** The same rule, day by day in plain arrays. */
function applied(
  table: (number | null)[][],
  { child, parent, from, last }: { child: number; parent: number | null; from: number; last: number },
): (number | null)[][] | null {
  const next = table.map(row => [...row])
  for (const probe of PROBES) {
    if (probe < from || probe > last) continue
    ;(next[child] as (number | null)[])[probe] = parent
    for (let at: number | null = parent, steps = 0; at !== null; at = next[at]?.[probe] ?? null) {
      if (at === child || ++steps > 9) return null
    }
  }
  return next
}

test('any series of changes leaves one parent a day, no circle, and what was said last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 10 }), async changes => {
      await database.db.deleteFrom('organisation_parent').execute()
      let table: (number | null)[][] = ids.map(() => PROBES.map(() => null))
      for (const one of changes) {
        const expected = applied(table, one)
        const done = await database.db.transaction().execute(store =>
          setParent(store, ids[one.child] ?? '', {
            parentId: one.parent === null ? null : (ids[one.parent] ?? ''),
            from: one.from === 0 ? null : day(one.from),
            lastDay: one.last === 10 ? null : day(one.last),
          }),
        )
        expect(done).toBe(expected !== null)
        if (expected) table = expected
      }
      for (const [child, id] of ids.entries()) {
        const parents = await listParents(database.db, id)
        for (const probe of PROBES) {
          const date = probe === 0 ? '2025-01-01' : probe === 10 ? '2027-01-01' : day(probe)
          const holding = parents.filter(
            ({ from, lastDay }) => (from === null || from <= date) && (lastDay === null || lastDay >= date),
          )
          expect(holding.map(({ parentId }) => ids.indexOf(parentId))).toEqual(
            [table[child]?.[probe] ?? null].filter(parent => parent !== null),
          )
        }
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 40) },
  )
})

test('the database itself refuses two parents on one day', async () => {
  await database.db.deleteFrom('organisation_parent').execute()
  const add = (parent: number) =>
    sql`insert into organisation_parent (organisation_id, parent_id, valid_from) values (${ids[0]}::uuid, ${ids[parent]}::uuid, '2026-01-01')`.execute(
      database.db,
    )
  await add(1)
  await expect(add(2)).rejects.toThrow(/exclusion constraint/)
})
