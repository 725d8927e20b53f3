import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import { cancelCalendarEvent, findCalendarEvent, listCalendarEvents, putCalendarEvent } from './events.ts'
import { closeFeed, findFeed, openFeed, readerOfFeed } from './feed.ts'

const at = new Date('2026-07-01T10:00:00Z')
const PERSON = 'person-1'
const title = { ro: 'Termen', hu: 'Határidő', en: 'Deadline' }

sqlSnapshots(import.meta.dirname, {
  putCalendarEvent: async (db, forget) => {
    await db
      .insertInto('auth_user')
      .values({
        id: PERSON,
        name: 'Ana',
        email: 'ana@example.ro',
        emailVerified: true,
        image: null,
        demo: false,
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    forget()
    await putCalendarEvent(db, PERSON, { uid: 'x', title, link: null, when: '2026-12-31' }, at)
  },
  cancelCalendarEvent: db => cancelCalendarEvent(db, PERSON, 'x', at),
  findCalendarEvent: db => findCalendarEvent(db, PERSON, 'x'),
  listCalendarEvents: db => listCalendarEvents(db, PERSON),
  openFeed: db => openFeed(db, PERSON, at),
  findFeed: db => findFeed(db, PERSON),
  readerOfFeed: db => readerOfFeed(db, 'x'),
  closeFeed: db => closeFeed(db, PERSON, at),
})
