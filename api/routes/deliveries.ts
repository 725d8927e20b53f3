import fs from 'node:fs/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  countDeliveries,
  findDelivery,
  findKind,
  listDeliveries as list,
  recordEvent,
  retryDelivery as retry,
} from '../../services/index.ts'
import { deliveryContent, listDeliveries, retryDelivery } from '../contract/notifications.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { readerLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'

const PAGE_SIZE = 50

/** What became of the mails of the installation, for whoever keeps it running. */
export function deliveryRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const { db, mailing } = system

  app.openapi(listDeliveries, async c => {
    const { state, cursor } = c.req.valid('query')
    const language = readerLanguage(c)
    const found = await list(db, { state: state ?? null, before: cursor ?? null, limit: PAGE_SIZE + 1 })
    const page = found.slice(0, PAGE_SIZE)
    c.header('cache-control', 'no-store')
    return c.json(
      {
        items: page.map(({ sequence: _, createdAt, nextAttemptAt, settledAt, ...delivery }) => ({
          ...delivery,
          label: findKind(delivery.kind)?.label[language] ?? delivery.kind,
          createdAt: createdAt.toISOString(),
          nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
          settledAt: settledAt?.toISOString() ?? null,
        })),
        next: found.length > PAGE_SIZE ? (page.at(-1)?.sequence ?? null) : null,
        counts: await countDeliveries(db),
        sends: mailing.sends,
      },
      200,
    )
  })

  app.openapi(deliveryContent, async c => {
    const delivery = await findDelivery(db, c.req.valid('param').id)
    if (delivery?.state !== 'kept') throw new ProblemError('not_found')
    const content = await fs.readFile(mailing.fileOf(delivery.id)).catch(() => null)
    if (!content) throw new ProblemError('not_found')
    const { id: reader } = await actorOf(c)
    await recordEvent(db, {
      at: system.now(),
      actor: reader,
      action: 'delivery.read',
      subjectKind: 'delivery',
      subjectId: delivery.id,
      detail: {},
    })
    return c.body(new Uint8Array(content), 200, {
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${delivery.id}.eml"`,
      'cache-control': 'no-store',
    })
  })

  app.openapi(retryDelivery, async c => {
    const { id } = c.req.valid('param')
    const { id: reader } = await actorOf(c)
    const delivery = await findDelivery(db, id)
    if (!delivery) throw new ProblemError('not_found')
    if (!(await retry(db, id, reader, system.now()))) throw new ProblemError('delivery_sent')
    system.jobs.wake('mail')
    return c.body(null, 204)
  })
}
