import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Language } from '../../domain/index.ts'
import {
  choose,
  countUnread,
  findKind,
  listInbox,
  listKinds,
  markRead,
  openUnsubscribeToken,
  readWishes,
} from '../../services/index.ts'
import {
  chooseNotifications,
  listNotifications,
  notificationSettings,
  readAllNotifications,
  readNotification,
  showUnsubscription,
  unsubscribe,
} from '../contract/notifications.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { readerLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'

const PAGE_SIZE = 30

/** Inbox and choices of the signed-in person; nobody reaches another's. */
export function notificationRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const { db } = system

  app.openapi(listNotifications, async c => {
    const person = (await actorOf(c)).id
    const query = c.req.valid('query')
    const found = await listInbox(db, person, {
      unread: query.unread === 'true',
      before: query.cursor ?? null,
      limit: PAGE_SIZE + 1,
      language: readerLanguage(c),
    })
    const page = found.slice(0, PAGE_SIZE)
    c.header('cache-control', 'no-store')
    return c.json(
      {
        items: page.map(({ sequence: _, createdAt, readAt, ...item }) => ({
          ...item,
          createdAt: createdAt.toISOString(),
          readAt: readAt?.toISOString() ?? null,
        })),
        next: found.length > PAGE_SIZE ? (page.at(-1)?.sequence ?? null) : null,
        unread: await countUnread(db, person),
      },
      200,
    )
  })

  app.openapi(readAllNotifications, async c => {
    await markRead(db, (await actorOf(c)).id, null, system.now())
    return c.body(null, 204)
  })

  app.openapi(readNotification, async c => {
    if (!(await markRead(db, (await actorOf(c)).id, c.req.valid('param').id, system.now())))
      throw new ProblemError('not_found')
    return c.body(null, 204)
  })

  const settingsOf = async (person: string, language: Language) => {
    const wishes = await readWishes(db, person)
    return {
      digest: wishes.digest,
      kinds: listKinds().map(({ name, kind }) => ({
        kind: name,
        label: kind.label[language],
        required: kind.required,
        mail: kind.required || !wishes.refused.includes(name),
        digest: kind.digest,
      })),
    }
  }

  app.openapi(notificationSettings, async c =>
    c.json(await settingsOf((await actorOf(c)).id, readerLanguage(c)), 200),
  )

  app.openapi(chooseNotifications, async c => {
    const person = (await actorOf(c)).id
    const { wrongKind } = await choose(db, person, c.req.valid('json'), 'settings', system.now())
    if (wrongKind !== null) throw new ProblemError('notification_kind_wrong', wrongKind)
    return c.json(await settingsOf(person, readerLanguage(c)), 200)
  })

  const subscriptionOf = (token: string) => {
    const opened = openUnsubscribeToken(system.keyring, token)
    const kind = opened && findKind(opened.kind)
    if (!opened || !kind) throw new ProblemError('not_found')
    return { ...opened, definition: kind }
  }

  app.openapi(showUnsubscription, async c => {
    const { person, kind, definition } = subscriptionOf(c.req.valid('query').token)
    const { refused } = await readWishes(db, person)
    c.header('cache-control', 'no-store')
    return c.json({ kind, label: definition.label[readerLanguage(c)], mail: !refused.includes(kind) }, 200)
  })

  app.openapi(unsubscribe, async c => {
    const { person, kind, definition } = subscriptionOf(c.req.valid('query').token)
    const known = await system.findActor(person)
    // Whoever deleted the account gets no more mails anyway.
    if (known) await choose(db, person, { mail: { [kind]: false } }, 'unsubscribe', system.now())
    return c.json({ kind, label: definition.label[readerLanguage(c)], mail: false }, 200)
  })
}
