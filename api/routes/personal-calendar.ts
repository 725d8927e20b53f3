import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  closeFeed,
  findFeed,
  listCalendarEvents,
  openFeed,
  readerOfFeed,
  writeIcs,
} from '../../services/index.ts'
import {
  calendarFeed,
  closeCalendarFeed,
  followCalendar,
  openCalendarFeed,
} from '../contract/notifications.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import { COUNTY_NAMES } from '../instance/county.ts'
import type { System } from '../instance/system.ts'

/** Deadlines and appointments of a person, followed by calendar programs. */
export function personalCalendarRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const { db, config } = system

  app.openapi(calendarFeed, async c => {
    const feed = await findFeed(db, (await actorOf(c)).id)
    return c.json({ openedAt: feed?.createdAt.toISOString() ?? null, url: null }, 200)
  })

  app.openapi(openCalendarFeed, async c => {
    const at = system.now()
    const token = await openFeed(db, (await actorOf(c)).id, at)
    c.header('cache-control', 'no-store')
    return c.json({ openedAt: at.toISOString(), url: `${config.publicUrl}/api/calendars/${token}.ics` }, 200)
  })

  app.openapi(closeCalendarFeed, async c => {
    await closeFeed(db, (await actorOf(c)).id, system.now())
    return c.body(null, 204)
  })

  app.openapi(followCalendar, async c => {
    const reader = await readerOfFeed(db, c.req.valid('param').file.replace(/\.ics$/, ''))
    if (!reader) throw new ProblemError('not_found')
    const ics = writeIcs(await listCalendarEvents(db, reader.person), {
      language: reader.language,
      publicUrl: config.publicUrl,
      name: COUNTY_NAMES[reader.language],
      method: 'PUBLISH',
    })
    return c.body(ics, 200, {
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'cache-control': 'private, no-store',
    })
  })
}
