import { z } from '@hono/zod-openapi'
import { DELIVERY_STATES, DIGESTS } from '../../domain/index.ts'
import { anyone, everyRow, forTokens, only, ownRows, route, signedIn } from './policy.ts'
import { json, problems } from './shared.ts'

const tags = ['notifications']
const lang = z.enum(['ro', 'hu', 'en']).optional()
const id = z.object({ id: z.uuid() })
const cursor = z
  .string()
  .regex(/^\d{1,18}$/)
  .optional()

const Notification = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    principal: z.string().nullable().openapi({ description: 'Whom the reader represents in this matter' }),
    subject: z.string(),
    text: z.string().openapi({ description: 'Paragraphs with a blank line between them' }),
    action: z.string().nullable().openapi({ description: 'Words of the link' }),
    link: z
      .string()
      .nullable()
      .openapi({ description: 'Path of a page, without the language', example: '/reports' }),
    createdAt: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi('Notification')

const inOwnName = forTokens('personal', signedIn)

export const listNotifications = route(
  signedIn,
  {
    method: 'get',
    path: '/api/notifications',
    tags,
    summary: "The signed-in person's inbox, newest first",
    request: { query: z.object({ lang, cursor, unread: z.enum(['true', 'false']).optional() }) },
    responses: {
      200: json(
        z
          .object({
            items: z.array(Notification),
            next: z.string().nullable().openapi({ description: 'Cursor of the next page' }),
            unread: z.number().int(),
          })
          .openapi('Inbox'),
        'A page of the inbox',
      ),
      ...problems(400, 401),
    },
  },
  ownRows,
)

export const readNotification = route(
  inOwnName,
  {
    method: 'post',
    path: '/api/notifications/{id}/read',
    tags,
    summary: 'Mark a notification as read',
    request: { params: id },
    responses: { 204: { description: 'It is read' }, ...problems(400, 401, 403, 404) },
  },
  ownRows,
)

export const readAllNotifications = route(inOwnName, {
  method: 'post',
  path: '/api/notifications/read-all',
  tags,
  summary: 'Mark every notification as read',
  responses: { 204: { description: 'All are read' }, ...problems(401, 403) },
})

const NotificationSettings = z
  .object({
    digest: z.enum(DIGESTS).openapi({ description: 'How often the kinds that may wait come together' }),
    kinds: z.array(
      z.object({
        kind: z.string(),
        label: z.string(),
        required: z.boolean().openapi({ description: 'Nobody can do without its mails' }),
        mail: z.boolean(),
        digest: z.boolean().openapi({ description: 'May wait for the digest' }),
      }),
    ),
  })
  .openapi('NotificationSettings')

export const notificationSettings = route(signedIn, {
  method: 'get',
  path: '/api/notifications/settings',
  tags,
  summary: 'Which notifications come by mail, and when',
  request: { query: z.object({ lang }) },
  responses: { 200: json(NotificationSettings, 'The choices'), ...problems(400, 401) },
})

export const chooseNotifications = route(inOwnName, {
  method: 'post',
  path: '/api/notifications/settings',
  tags,
  summary: 'Choose which notifications come by mail, and when; what is left out stays',
  request: {
    query: z.object({ lang }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            digest: z.enum(DIGESTS).optional(),
            mail: z.record(z.string().max(80), z.boolean()).optional(),
          }),
        },
      },
    },
  },
  responses: { 200: json(NotificationSettings, 'The choices now'), ...problems(400, 401, 403, 422) },
})

const token = z.object({ lang, token: z.string().min(1).max(500) })
const Unsubscription = z
  .object({ kind: z.string(), label: z.string(), mail: z.boolean() })
  .openapi('Unsubscription')

export const showUnsubscription = route(anyone, {
  method: 'get',
  path: '/api/notifications/unsubscribe',
  tags,
  summary: 'What the link at the end of a mail would unsubscribe from; it changes nothing',
  request: { query: token },
  responses: { 200: json(Unsubscription, 'The kind of mail'), ...problems(400, 404) },
})

export const unsubscribe = route(anyone, {
  method: 'post',
  path: '/api/notifications/unsubscribe',
  tags,
  summary: 'One-click unsubscription of a mail program (RFC 8058): the token is all that is needed',
  request: { query: token },
  responses: { 200: json(Unsubscription, 'No more mails of this kind'), ...problems(400, 404) },
})

const Delivery = z
  .object({
    id: z.uuid(),
    address: z.string(),
    kind: z.string(),
    label: z.string(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.number().int(),
    lastError: z.string().nullable(),
    messageId: z.string().nullable(),
    createdAt: z.string(),
    nextAttemptAt: z.string().nullable(),
    settledAt: z.string().nullable(),
  })
  .openapi('Delivery')

export const listDeliveries = route(only('admin', 'auditor'), {
  method: 'get',
  path: '/api/deliveries',
  tags,
  summary: 'Mails of the installation and what became of them, newest first',
  request: { query: z.object({ lang, cursor, state: z.enum(DELIVERY_STATES).optional() }) },
  responses: {
    200: json(
      z
        .object({
          items: z.array(Delivery),
          next: z.string().nullable(),
          counts: z.record(z.enum(DELIVERY_STATES), z.number().int()),
          sends: z
            .boolean()
            .openapi({ description: 'False: no mail server is set, and mails are kept as files' }),
        })
        .openapi('Deliveries'),
      'A page of mails',
    ),
    ...problems(400, 401, 403),
  },
})

export const deliveryContent = route(
  only('admin'),
  {
    method: 'get',
    path: '/api/deliveries/{id}/content',
    tags,
    summary: 'A mail that is kept on this machine, as its file; reading it is recorded',
    request: { params: id },
    responses: {
      200: { description: 'The mail', content: { 'message/rfc822': { schema: z.string() } } },
      ...problems(400, 401, 403, 404),
    },
  },
  everyRow,
)

export const retryDelivery = route(
  only('admin'),
  {
    method: 'post',
    path: '/api/deliveries/{id}/retry',
    tags,
    summary: 'Try a mail again now that was not sent',
    request: { params: id },
    responses: { 204: { description: 'It is on its way' }, ...problems(400, 401, 403, 404, 409) },
  },
  everyRow,
)

const CalendarFeed = z
  .object({
    openedAt: z.string().nullable().openapi({ description: 'Null: nobody can follow the calendar' }),
    url: z.string().nullable().openapi({ description: 'Shown once, when it is made' }),
  })
  .openapi('CalendarFeed')

export const calendarFeed = route(signedIn, {
  method: 'get',
  path: '/api/notifications/calendar',
  tags,
  summary: "Whether the signed-in person's calendar can be followed",
  responses: { 200: json(CalendarFeed, 'The feed'), ...problems(401) },
})

export const openCalendarFeed = route(inOwnName, {
  method: 'post',
  path: '/api/notifications/calendar',
  tags,
  summary: 'Make an address for calendar programs; the one before ends',
  responses: { 200: json(CalendarFeed, 'The feed with its address'), ...problems(401, 403) },
})

export const closeCalendarFeed = route(inOwnName, {
  method: 'delete',
  path: '/api/notifications/calendar',
  tags,
  summary: 'End the address for calendar programs',
  responses: { 204: { description: 'It leads nowhere any more' }, ...problems(401, 403) },
})

export const followCalendar = route(anyone, {
  method: 'get',
  path: '/api/calendars/{file}',
  tags,
  summary: "A person's deadlines and appointments (iCalendar), by the secret address",
  request: { params: z.object({ file: z.string().regex(/^[\w-]{43}\.ics$/) }) },
  responses: {
    200: { description: 'The calendar', content: { 'text/calendar': { schema: z.string() } } },
    ...problems(400, 404),
  },
})
