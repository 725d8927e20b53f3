import crypto from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { doneEvents, emitEvent, registerConsumer, replayAll } from './outbox.ts'
import { runConsumer, runOutsideConsumer } from './run-consumer.ts'
import { countOpenTasks, markTaskDone } from './tasks.ts'

// A run takes about a second.
const RUNS = Math.min(Number(process.env.PROPERTY_RUNS ?? 4), 60)
const AGGREGATES = ['a', 'b', 'c'] as const
let database: Awaited<ReturnType<typeof createTestDatabase>>
let owner: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(
    `create table effect (id bigint generated always as identity, consumer text, event uuid, aggregate text);
     grant select, insert, delete on effect to open_county_app`,
  )
})
beforeEach(async () => {
  await owner.query('truncate outbox_task, outbox_event, effect; delete from outbox_consumer')
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const options = (consumer: string) => ({
  db: database.db,
  consumer,
  now: () => new Date(),
  log: () => {},
  pauses: [5],
})

interface Effect {
  event: string
  aggregate: string
}
const effects = async (consumer: string): Promise<Effect[]> =>
  (await owner.query('select event, aggregate from effect where consumer = $1 order by id', [consumer])).rows

/** The effect of an event, to be written with the store that a consumer is given. */
const effectOf = (consumer: string, event: { id: string; aggregate: string }) =>
  CompiledQuery.raw('insert into effect (consumer, event, aggregate) values ($1, $2, $3)', [
    consumer,
    event.id,
    event.aggregate,
  ])

async function emit(aggregate: string, kind = 'thing.happened'): Promise<string> {
  const id = crypto.randomUUID()
  await database.db
    .transaction()
    .execute(store => emitEvent(store, { id, kind, aggregate, payload: {} }, new Date()))
  return id
}

/** The events of each aggregate in the order in which they were committed. */
async function emitted(): Promise<Map<string, string[]>> {
  const { rows } = await owner.query('select id, aggregate from outbox_event order by sequence')
  return new Map(
    AGGREGATES.map(name => [name, rows.filter(row => row.aggregate === name).map(row => row.id)]),
  )
}

const allDone = async () => {
  while ((await countOpenTasks(database.db)) > 0) await delay(10)
}

/** What an attempt does: fails before its effect, after it, or succeeds. */
const attempts = fc.array(fc.constantFrom('before', 'after', 'fine', 'fine'), {
  minLength: 20,
  maxLength: 40,
})
const emissions = fc.array(
  fc.record({ aggregate: fc.constantFrom(...AGGREGATES), rolledBack: fc.boolean(), wait: fc.nat(4) }),
  { minLength: 10, maxLength: 25 },
)

test('each event counts once, in the order of its aggregate, whatever fails and whoever emits meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(emissions, attempts, async (planned, outcomes) => {
      await owner.query('truncate outbox_task, outbox_event, effect; delete from outbox_consumer')
      await registerConsumer(database.db, { name: 'inside', kinds: ['thing.happened'], inOrder: 'aggregate' })
      await registerConsumer(database.db, { name: 'outside', kinds: ['thing.happened'], inOrder: 'all' })
      const plan = [...outcomes]
      const inside = () =>
        runConsumer({
          ...options('inside'),
          apply: async (event, store) => {
            const outcome = plan.pop()
            if (outcome === 'before') throw new Error('failed before its effect')
            await store.executeQuery(effectOf('inside', event))
            if (outcome === 'after') throw new Error('cut off after its effect')
          },
        })
      // An effect elsewhere that knows ids; a crash leaves it there without the mark.
      const outsideEffects: string[] = []
      const crashes = [...outcomes]
      const outside = runOutsideConsumer({
        ...options('outside'),
        carry: async task => {
          const outcome = crashes.pop()
          if (outcome === 'before') throw new Error('failed before its effect')
          if (!outsideEffects.includes(task.id)) outsideEffects.push(task.id)
          if (outcome === 'after') throw new Error('cut off after its effect')
          await markTaskDone(database.db, 'outside', task.id, new Date())
        },
      })
      const workers = [inside(), inside(), outside]
      // Each emitter learns its place among the committed events of its aggregate while it holds that aggregate.
      const places = new Map<string, number>()
      await Promise.all(
        planned.map(async ({ aggregate, rolledBack, wait }) => {
          await delay(wait)
          const id = crypto.randomUUID()
          const event = { id, kind: 'thing.happened', aggregate, payload: {} }
          await database.db
            .transaction()
            .execute(async store => {
              await emitEvent(store, event, new Date())
              const { count } = await store
                .selectFrom('outbox_event')
                .select(({ fn }) => fn.countAll<string>().as('count'))
                .where('aggregate', '=', aggregate)
                .executeTakeFirstOrThrow()
              await delay(wait)
              if (rolledBack) throw new Error('rolled back')
              places.set(id, Number(count))
            })
            .catch(() => {})
          for (const worker of workers) worker.wake()
        }),
      )
      await allDone()
      await Promise.all(workers.map(worker => worker.stop()))
      const applied = await effects('inside')
      const expected = await emitted()
      for (const [aggregate, ids] of expected) {
        expect(ids.map(id => places.get(id))).toEqual(ids.map((_, index) => index + 1))
        expect(applied.filter(row => row.aggregate === aggregate).map(row => row.event)).toEqual(ids)
        expect(outsideEffects.filter(id => ids.includes(id))).toEqual(ids)
      }
      expect(applied).toHaveLength(planned.filter(({ rolledBack }) => !rolledBack).length)
      // A consumer in order of all has exactly the sequence.
      expect((await doneEvents(database.db, 'outside')).map(({ id }) => id)).toEqual(outsideEffects)
    }),
    { numRuns: RUNS },
  )
})

test('an event that fails for ever holds up its own aggregate and no other', async () => {
  await registerConsumer(database.db, { name: 'inside', kinds: ['thing.happened'], inOrder: 'aggregate' })
  const poison = await emit('a')
  const behind = await emit('a')
  const others = [await emit('b'), await emit('c'), await emit('b')]
  let healed = false
  const consumer = runConsumer({
    ...options('inside'),
    apply: async (event, store) => {
      if (event.id === poison && !healed) throw new Error('poison')
      await store.executeQuery(effectOf('inside', event))
    },
  })
  consumer.wake()
  while ((await effects('inside')).length < others.length) await delay(10)
  await consumer.idle()
  expect((await effects('inside')).map(({ event }) => event)).toEqual(others)
  healed = true
  await allDone()
  await consumer.stop()
  expect((await effects('inside')).map(({ event }) => event)).toEqual([...others, poison, behind])
})

test('a consumer that comes late has every event of its kinds from the start, and may have them all again', async () => {
  const early = [await emit('a'), await emit('b')]
  await emit('a', 'other.thing')
  await registerConsumer(database.db, { name: 'late', kinds: ['thing.happened'], inOrder: 'all' })
  early.push(await emit('a'))
  const consumer = runConsumer({
    ...options('late'),
    apply: async (event, store) => {
      await store.executeQuery(effectOf('late', event))
    },
  })
  consumer.wake()
  await allDone()
  expect((await effects('late')).map(({ event }) => event)).toEqual(early)
  await consumer.pausedFor(async () => {
    await owner.query('truncate effect')
    await replayAll(database.db, 'late')
  })
  await allDone()
  expect((await effects('late')).map(({ event }) => event)).toEqual(early)
  await registerConsumer(database.db, {
    name: 'late',
    kinds: ['thing.happened', 'other.thing'],
    inOrder: 'all',
  })
  consumer.wake()
  await allDone()
  await consumer.stop()
  expect(await effects('late')).toHaveLength(4)
})
