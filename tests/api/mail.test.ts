import { afterAll, beforeAll, expect, test } from 'vitest'
import { notify } from '../../services/index.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import {
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
const PASSWORD = 'a secret/with:marks'
const REPORTER = `reporter@${CUI}.demo`
let mail: MailServer
let test_: TestSystem
let reporter: Client
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
  const received = await mail.waitFor(REPORTER, ({ subject }) => subject?.includes('nota.csv') === true)
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
  const notice = { file: 'x.csv', institution: null, periodEnd: null }
  await db
    .transaction()
    .execute(store =>
      notify(
        store,
        { to: { email: 'gone@example.ro', language: 'en' }, kind: 'report.failed', params: notice },
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
  const params = { file: 'x.csv', institution: null, periodEnd: null }
  await expect(
    db.transaction().execute(async store => {
      await notify(
        store,
        { to: { email: 'never@example.ro', language: 'en' }, kind: 'report.failed', params },
        at,
      )
      throw new Error('changed its mind')
    }),
  ).rejects.toThrow('changed its mind')
  await notify(db, { to: { email: 'after@example.ro', language: 'en' }, kind: 'report.failed', params }, at)
  await mail.waitFor('after@example.ro')
  expect(mail.mails.flatMap(({ envelope }) => envelope.to)).not.toContain('never@example.ro')
})
