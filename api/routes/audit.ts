import type { OpenAPIHono } from '@hono/zod-openapi'
import Papa from 'papaparse'
import { addDays, endOfDay, localDay } from '../../domain/index.ts'
import {
  auditHead,
  type EventFilter,
  type FoundEvent,
  lastCheck,
  listActions,
  recordEvent,
  searchEvents,
} from '../../services/index.ts'
import { exportAudit, readAudit } from '../contract/audit.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { inertText } from '../http/inert-text.ts'
import type { System } from '../instance/system.ts'

const PAGE_SIZE = 50
const EXPORT_PAGE = 1000
const COLUMNS = [
  'number',
  'at',
  'actor',
  'actorName',
  'action',
  'subjectKind',
  'subjectId',
  'detail',
  'personal',
  'hash',
]

interface Query {
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly subjectKind?: string | undefined
  readonly subjectId?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly q?: string | undefined
}

const filterOf = ({ from, to, q, ...same }: Query): Omit<EventFilter, 'limit'> => ({
  ...same,
  text: q,
  from: from === undefined ? undefined : endOfDay(addDays(from, -1)),
  until: to === undefined ? undefined : endOfDay(to),
})

const view = (event: FoundEvent) => ({
  ...event,
  at: event.at.toISOString(),
  actor: { ...event.actor },
  personal: {
    state: event.personal.state,
    detail: event.personal.state === 'readable' ? event.personal.detail : null,
  },
})

function csvRow({
  number,
  at,
  actor,
  action,
  subjectKind,
  subjectId,
  detail,
  personal,
  hash,
}: FoundEvent): string[] {
  const told =
    personal.state === 'readable'
      ? JSON.stringify(personal.detail)
      : personal.state === 'erased'
        ? 'erased'
        : ''
  const name = [actor.name, actor.email && `<${actor.email}>`].filter(Boolean).join(' ')
  return [
    String(number),
    at.toISOString(),
    actor.id,
    name,
    action,
    subjectKind,
    subjectId,
    JSON.stringify(detail),
    told,
    hash,
  ]
}

/** The audit for whoever checks it: nobody writes here, and taking events away leaves an event. */
export function auditRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const { db } = system

  app.openapi(readAudit, async c => {
    const { before, ...query } = c.req.valid('query')
    const found = await searchEvents(db, { ...filterOf(query), before, limit: PAGE_SIZE + 1 })
    const page = found.slice(0, PAGE_SIZE)
    const check = await lastCheck(db)
    c.header('cache-control', 'no-store')
    return c.json(
      {
        items: page.map(view),
        next: found.length > PAGE_SIZE ? (page.at(-1)?.number ?? null) : null,
        actions: await listActions(db),
        head: { ...(await auditHead(db)) },
        lastCheck: check && {
          ...check,
          at: check.at.toISOString(),
          broken: check.broken && { ...check.broken },
        },
      },
      200,
    )
  })

  app.openapi(exportAudit, async c => {
    const query = c.req.valid('query')
    const actor = (await actorOf(c)).id
    const { number } = await auditHead(db)
    // Before a line goes out: an export that is broken off was one, too. The address asked for may be a person's.
    await recordEvent(db, {
      ...{
        at: system.now(),
        actor,
        action: 'audit.exported',
        subjectKind: 'audit',
        subjectId: String(number),
      },
      detail: { from: query.from ?? null, to: query.to ?? null, action: query.action ?? null },
    })
    const filter = filterOf(query)
    const encoder = new TextEncoder()
    let before: number | undefined = number + 1
    let started = false
    const stream = new ReadableStream<Uint8Array>({
      pull: async controller => {
        if (!started) {
          started = true
          controller.enqueue(encoder.encode(`\uFEFF${Papa.unparse([COLUMNS])}\r\n`))
          return
        }
        const events = await searchEvents(db, { ...filter, before, limit: EXPORT_PAGE })
        const rows = events.map(event => csvRow(event).map(inertText))
        if (rows.length > 0)
          controller.enqueue(encoder.encode(`${Papa.unparse(rows, { newline: '\r\n' })}\r\n`))
        before = events.at(-1)?.number
        if (events.length < EXPORT_PAGE) controller.close()
      },
    })
    c.header('cache-control', 'no-store')
    c.header('content-disposition', `attachment; filename="audit-${localDay(system.now())}.csv"`)
    return c.body(stream, 200, { 'content-type': 'text/csv; charset=utf-8' }) as never
  })
}
