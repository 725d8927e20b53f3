import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import { doneEvents, emitEvent, registerConsumer, replayAll } from './outbox.ts'
import { countOpenTasks, markTaskDone, nextAttempt, nextTask, recordTaskFailure } from './tasks.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const at = new Date('2026-07-01T10:00:00Z')
const NAME = 'example'

sqlSnapshots(import.meta.dirname, {
  registerConsumer: db => registerConsumer(db, { name: NAME, kinds: ['x'], inOrder: 'aggregate' }),
  emitEvent: db => emitEvent(db, { id: ID, kind: 'x', aggregate: 'x', payload: {} }, at),
  nextTask: db => nextTask(db, NAME, at, false),
  nextTaskLocked: db => nextTask(db, NAME, at, true),
  recordTaskFailure: db => recordTaskFailure(db, NAME, ID, 'x', at),
  nextAttempt: db => nextAttempt(db, NAME),
  countOpenTasks: db => countOpenTasks(db),
  markTaskDone: db => markTaskDone(db, NAME, ID, at),
  doneEvents: db => doneEvents(db, NAME),
  replayAll: db => replayAll(db, NAME),
})
