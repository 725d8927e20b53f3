import { afterAll, beforeAll, expect, test } from 'vitest'
import { notify, putCalendarEvent, sendDueDigests } from '../../services/index.ts'
import { type MailServer, type ReceivedMail, startMailServer } from '../support/mail-server.ts'
import {
  anonymous,
  type Client,
  confirm,
  openTestSystem,
  SAMPLE_JUNE,
  signedIn,
  type TestSystem,
  upload,
  uploadSample,
} from '../support/test-system.ts'

const CUI = '4245747'
const USER = 'county'
const JSON_BODY = { 'content-type': 'application/json' }
const FAILED = { file: 'x.csv', institution: null, periodEnd: null }
const PASSWORD = 'a secret/with:marks'
const REPORTER = `reporter@${CUI}.demo`
let mail: MailServer
let test_: TestSystem
let reporter: Client
let firstMail: ReceivedMail
beforeAll(async () => {
  mail = await startMailServer({ user: USER, password: PASSWORD })
  test_ = await openTestSystem([{ cui: CUI, name: 'Municipiul Miercurea Ciuc' }], {
    environment: {
      SMTP_URL: mail.url,
      MAIL_FROM: 'Județul Harghita <no-reply@harghita.example>',
    },
  })
  reporter = await signedIn(test_.app, REPORTER)
})
afterAll(async () => {
  await test_.close()
  await mail.stop()
})

test('an invalid file tells its sender, by mail and in the inbox', async () => {
  await upload(reporter, 'nota.csv', Buffer.from('a;b\n1;2\n'))
  firstMail = await mail.waitFor(REPORTER, ({ subject }) => subject?.includes('nota.csv') === true)
  const received = firstMail
  expect(received.subject).toBe('De corectat: nota.csv')
  expect(received.from?.text).toContain('no-reply@harghita.example')
  expect(received.text).toContain('Nu poate fi depus încă: are o greșeală.')
  expect(received.text).toMatch(/Deschideți raportul: http:\/\/localhost:0\/ro\/reports\/[0-9a-f-]{36}/)
  expect(received.html).toContain('lang="ro"')
  expect(received.html).not.toMatch(/<img|src=|@import|url\(/)
  expect(received.headers.get('auto-submitted')).toBe('auto-generated')
})

test('a published report tells its sender, in their language', async () => {
  const { db } = test_.system
  await db.updateTable('auth_user').set({ language: 'hu' }).where('email', '=', REPORTER).execute()
  const submission = await uploadSample(reporter, SAMPLE_JUNE)
  await confirm(reporter, submission.id)
  const received = await mail.waitFor(REPORTER, ({ subject }) => subject?.startsWith('Megjelent') === true)
  expect(received.text).toContain('Tisztelt Municipiul Miercurea Ciuc (reporter)!')
  expect(received.text).toContain('2026. június 30.')
  expect(received.headers.get('content-language')).toBe('hu')
})

test('a server that went away gets the mail when it is back, under the same Message-ID', async () => {
  const { db } = test_.system
  await mail.stop()
  const at = test_.system.now()
  await db
    .transaction()
    .execute(store =>
      notify(
        store,
        { to: { email: 'gone@example.ro', language: 'en' }, kind: 'report.failed', params: FAILED },
        at,
      ),
    )
  const state = () =>
    db.selectFrom('delivery').selectAll().where('email', '=', 'gone@example.ro').executeTakeFirstOrThrow()
  let waiting = await state()
  while (waiting.attempts === 0) waiting = await state()
  expect(waiting).toMatchObject({ state: 'waiting', settled_at: null })
  expect(waiting.last_error).toContain('ECONNREFUSED')
  mail = await startMailServer({ port: Number(new URL(mail.url).port), user: USER, password: PASSWORD })
  const received = await mail.waitFor('gone@example.ro')
  expect(received.messageId).toBe(waiting.message_id)
  let sent = await state()
  while (sent.state === 'waiting') sent = await state()
  expect(sent).toMatchObject({ state: 'sent', last_error: null, next_attempt_at: null })
})

test('what is rolled back tells nobody', async () => {
  const { db } = test_.system
  const at = test_.system.now()
  await expect(
    db.transaction().execute(async store => {
      await notify(
        store,
        { to: { email: 'never@example.ro', language: 'en' }, kind: 'report.failed', params: FAILED },
        at,
      )
      throw new Error('changed its mind')
    }),
  ).rejects.toThrow('changed its mind')
  await notify(
    db,
    { to: { email: 'after@example.ro', language: 'en' }, kind: 'report.failed', params: FAILED },
    at,
  )
  await mail.waitFor('after@example.ro')
  expect(mail.mails.flatMap(({ envelope }) => envelope.to)).not.toContain('never@example.ro')
})

interface Inbox {
  items: { id: string; kind: string; subject: string; text: string; link: string; readAt: string | null }[]
  unread: number
  next: string | null
}

test('the inbox has it too, for its owner alone, and remembers what was read', async () => {
  const inbox = await reporter.json<Inbox>('/api/notifications?lang=en')
  expect(inbox).toMatchObject({ unread: 2, next: null })
  expect(inbox.items.map(({ kind }) => kind)).toEqual(['report.published', 'report.invalid'])
  const [published] = inbox.items
  expect(published).toMatchObject({
    subject: 'Published: Municipiul Miercurea Ciuc',
    link: expect.stringMatching(/^\/reports\/[0-9a-f-]{36}$/),
    readAt: null,
  })
  const approver = await signedIn(test_.app, `approver@${CUI}.demo`)
  expect((await approver.json<Inbox>('/api/notifications')).items).toEqual([])
  const read = `/api/notifications/${published?.id}/read`
  expect((await approver.request(read, { method: 'POST' })).status).toBe(404)
  expect((await reporter.request(read, { method: 'POST' })).status).toBe(204)
  expect(await reporter.json<Inbox>('/api/notifications?unread=true')).toMatchObject({
    unread: 1,
    items: [{ kind: 'report.invalid' }],
  })
  expect((await reporter.request('/api/notifications/read-all', { method: 'POST' })).status).toBe(204)
  expect(await reporter.json<Inbox>('/api/notifications?unread=true')).toMatchObject({ unread: 0, items: [] })
  expect((await test_.app.request('/api/notifications')).status).toBe(401)
  expect((await reporter.request('/api/notifications?cursor=x')).status).toBe(400)
})

test('a mail program unsubscribes with one POST; the page of the link changes nothing by itself', async () => {
  const received = firstMail
  expect(received.headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringContaining('/api/notifications/unsubscribe?token=') },
    'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
  })
  const header = String((received.headers.get('list') as { unsubscribe: { url: string } }).unsubscribe.url)
  const target = header.slice(header.indexOf('/api'))
  const nobody = anonymous(test_.app)
  expect(await nobody.json(`${target}&lang=en`)).toMatchObject({ kind: 'report.invalid', mail: true })
  const press = () =>
    nobody.request(target, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
  expect((await press()).status).toBe(200)
  expect((await press()).status).toBe(200)
  expect(await nobody.json(`${target}&lang=en`)).toMatchObject({ mail: false })
  expect((await nobody.request(`${target}0`, { method: 'POST' })).status).toBe(404)
  const before = mail.mails.length
  await upload(reporter, 'alta.csv', Buffer.from('a;b\n1;3\n'))
  expect(await reporter.json<Inbox>('/api/notifications?unread=true')).toMatchObject({ unread: 1 })
  await notify(
    test_.system.db,
    { to: { email: 'later@example.ro', language: 'en' }, kind: 'report.failed', params: FAILED },
    test_.system.now(),
  )
  await mail.waitFor('later@example.ro')
  expect(mail.mails.slice(before).map(({ envelope }) => envelope.to)).toEqual([['later@example.ro']])
})

test('who wants a digest gets one mail for all that is unread', async () => {
  const choices = await reporter.json<{ digest: string; kinds: { kind: string; mail: boolean }[] }>(
    '/api/notifications/settings',
    {
      method: 'POST',
      headers: JSON_BODY,
      body: JSON.stringify({ digest: 'daily', mail: { 'report.invalid': true } }),
    },
  )
  expect(choices).toMatchObject({ digest: 'daily' })
  expect(choices.kinds).toContainEqual(expect.objectContaining({ kind: 'report.invalid', mail: true }))
  const wrong = await reporter.request('/api/notifications/settings', {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify({ mail: { 'no.such': false } }),
  })
  expect(wrong.status).toBe(422)
  await reporter.request('/api/notifications/read-all', { method: 'POST' })
  const before = mail.mails.length
  await upload(reporter, 'unu.csv', Buffer.from('a;b\n1;4\n'))
  await upload(reporter, 'doi.csv', Buffer.from('a;b\n1;5\n'))
  await upload(reporter, 'citit.csv', Buffer.from('a;b\n1;6\n'))
  const { items } = await reporter.json<Inbox>('/api/notifications?unread=true')
  expect(items).toHaveLength(3)
  await reporter.request(`/api/notifications/${items[0]?.id}/read`, { method: 'POST' })
  const { db } = test_.system
  expect(await sendDueDigests(db, test_.system.now())).toBe(0)
  const tomorrow = new Date(test_.system.now().getTime() + 25 * 3_600_000)
  expect(await sendDueDigests(db, tomorrow)).toBe(1)
  expect(await sendDueDigests(db, tomorrow)).toBe(0)
  const digest = await mail.waitFor(REPORTER, ({ subject }) => subject === '2 új üzenete van')
  expect(digest.text).toContain('* Javítandó: unu.csv')
  expect(digest.text).toContain('* Javítandó: doi.csv')
  expect(digest.text).not.toContain('citit.csv')
  expect(mail.mails.slice(before)).toHaveLength(1)
})

test('the administrator sees what became of each mail and tries again what was refused', async () => {
  const admin = await signedIn(test_.app, 'admin@county.demo')
  interface Deliveries {
    items: { id: string; address: string; state: string; lastError: string | null }[]
    counts: Record<string, number>
    sends: boolean
  }
  mail.refuseWith(550)
  await notify(
    test_.system.db,
    { to: { email: 'full@example.ro', language: 'en' }, kind: 'report.failed', params: FAILED },
    test_.system.now(),
  )
  const failed = async () => (await admin.json<Deliveries>('/api/deliveries?state=failed')).items[0]
  while (!(await failed())) await new Promise(resolve => setTimeout(resolve, 50))
  expect(await failed()).toMatchObject({
    address: 'full@example.ro',
    lastError: expect.stringContaining('550'),
  })
  mail.refuseWith(null)
  const { id } = (await failed()) as { id: string }
  expect((await admin.request(`/api/deliveries/${id}/content`)).status).toBe(404)
  expect((await admin.request(`/api/deliveries/${id}/retry`, { method: 'POST' })).status).toBe(204)
  await mail.waitFor('full@example.ro')
  const all = await admin.json<Deliveries>('/api/deliveries')
  expect(all.sends).toBe(true)
  expect(all.counts.failed).toBe(0)
  expect((await reporter.request('/api/deliveries')).status).toBe(403)
})

test('an event goes with its mail and into the calendar that a program follows, until the address ends', async () => {
  const { db } = test_.system
  const { id: person } = await db
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', `approver@${CUI}.demo`)
    .executeTakeFirstOrThrow()
  const approver = await signedIn(test_.app, `approver@${CUI}.demo`)
  const uid = 'debate-1@county.example'
  const put = (from: string, to: string) =>
    putCalendarEvent(
      db,
      person,
      {
        uid,
        title: { ro: 'Dezbatere publică; bugetul, 2026', hu: 'Közvita', en: 'Public debate' },
        link: '/debates/1',
        when: { from: new Date(from), to: new Date(to) },
      },
      new Date('2026-06-01T08:00:00Z'),
    )
  await put('2026-07-01T07:00:00Z', '2026-07-01T09:30:00Z')
  await putCalendarEvent(
    db,
    person,
    {
      uid: 'term-1',
      title: { ro: 'Termen', hu: 'Határidő', en: 'Deadline' },
      link: null,
      when: '2026-12-31',
    },
    new Date('2026-06-01T08:00:00Z'),
  )
  await notify(
    db,
    { to: { person }, kind: 'report.failed', params: FAILED, calendarUid: uid },
    test_.system.now(),
  )
  const received = await mail.waitFor(`approver@${CUI}.demo`)
  const [attachment] = received.attachments
  expect(attachment?.contentType).toBe('text/calendar')
  const lines = (text: string) => text.replaceAll('\r\n ', '').replaceAll('\r\n\t', '').split('\r\n')
  const attached = lines(attachment?.content.toString() ?? '')
  expect(attached).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      'TZID:Europe/Bucharest',
      `UID:${uid}`,
      'SEQUENCE:0',
      'URL:http://localhost:0/ro/debates/1',
      'SUMMARY:Dezbatere publică\\; bugetul\\, 2026',
      'DTSTART;TZID=Europe/Bucharest:20260701T100000',
      'DTEND;TZID=Europe/Bucharest:20260701T123000',
    ]),
  )
  const feed = await approver.json<{ url: string }>('/api/notifications/calendar', { method: 'POST' })
  const follow = async () => test_.app.request(feed.url.slice(feed.url.indexOf('/api')))
  // Another season, another offset; the same again is no change.
  await put('2026-12-01T08:00:00Z', '2026-12-01T09:00:00Z')
  await put('2026-12-01T08:00:00Z', '2026-12-01T09:00:00Z')
  const followed = lines(await (await follow()).text())
  expect(followed).toEqual(
    expect.arrayContaining([
      'SEQUENCE:1',
      'DTSTART;TZID=Europe/Bucharest:20261201T100000',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
    ]),
  )
  expect(followed.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(2)
  expect((await approver.request('/api/notifications/calendar', { method: 'DELETE' })).status).toBe(204)
  expect((await follow()).status).toBe(404)
})
