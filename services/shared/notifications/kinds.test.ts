import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../../domain/index.ts'
import { createKeyring } from '../vault/keyring.ts'
import { composeMail } from './compose-mail.ts'
import { nextDigest } from './digest-time.ts'
import { findKind, KIND_NAMES, messageOf } from './kinds.ts'
import { openUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.ts'

const NAMES = { ro: 'Primăria „Ciuc”', hu: 'Polgármesteri Hivatal', en: 'Town hall' }

describe.each(KIND_NAMES)('the kind %s', name => {
  test.each(LANGUAGES)('says what happened in %s', language => {
    // Every parameter of every kind at once: a kind takes what it needs.
    const params = new Proxy(
      {
        change: 'passkey_added',
        institution: NAMES,
        organisation: NAMES,
        role: 'reporter',
        periodEnd: '2026-06-30',
      },
      { get: (given, key) => (key in given ? given[key as keyof typeof given] : 'VALUE') },
    )
    const { subject, text } = messageOf(name, params, language)
    expect(subject).not.toMatch(/undefined|null|\n|^$/)
    expect(text).not.toMatch(/undefined|null|\[object|^$/)
    expect(findKind(name)?.label[language]).not.toBe('')
  })
})

test('a stored kind that is gone shows its name instead of failing', () => {
  expect(messageOf('constructor', {}, 'ro')).toEqual({ subject: 'constructor', text: '', action: null })
})

test('what others wrote is text in the HTML, never markup', () => {
  const mail = composeMail(
    { name: NAMES, publicUrl: 'https://judet.example', from: 'a@judet.example' },
    {
      to: 'b@example.ro',
      name: '<b>Ana</b>',
      language: 'ro',
      messageId: '<x@judet.example>',
      messages: [{ subject: '<script>', text: 'a & "b" <img src=x>', action: null, link: '/x?a=1&b="' }],
      isDigest: false,
      unsubscribe: null,
      choices: null,
    },
  )
  expect(mail.html).not.toMatch(/<script|<img|<b>/)
  expect(mail.html).toContain('a &amp; &quot;b&quot; &lt;img src=x&gt;')
  expect(mail.html).toContain('href="https://judet.example/ro/x?a=1&amp;b=&quot;"')
  expect(mail.headers).not.toHaveProperty('List-Unsubscribe')
})

test('digests leave at seven by the clock of the county, in winter and in summer', () => {
  const next = (at: string, digest: 'daily' | 'weekly') => nextDigest(new Date(at), digest).toISOString()
  expect(next('2026-07-01T03:59:59Z', 'daily')).toBe('2026-07-01T04:00:00.000Z')
  expect(next('2026-07-01T04:00:00Z', 'daily')).toBe('2026-07-02T04:00:00.000Z')
  expect(next('2026-01-15T12:00:00Z', 'daily')).toBe('2026-01-16T05:00:00.000Z')
  expect(next('2026-10-24T12:00:00Z', 'daily')).toBe('2026-10-25T05:00:00.000Z')
  expect(next('2026-07-01T12:00:00Z', 'weekly')).toBe('2026-07-06T04:00:00.000Z')
  expect(next('2026-07-06T04:00:00Z', 'weekly')).toBe('2026-07-13T04:00:00.000Z')
})

test('an unsubscribe token opens only as it was made', () => {
  const keyring = createKeyring('a secret of the test')
  const token = unsubscribeToken(keyring, 'person-1', 'report.invalid')
  expect(openUnsubscribeToken(keyring, token)).toEqual({ person: 'person-1', kind: 'report.invalid' })
  const [, mac] = token.split('.')
  const other = Buffer.from(JSON.stringify(['person-2', 'report.invalid'])).toString('base64url')
  for (const wrong of ['', '.', token.slice(0, -1), `${other}.${mac}`, 'x.y.z'])
    expect(openUnsubscribeToken(keyring, wrong)).toBeNull()
  expect(openUnsubscribeToken(createKeyring('another secret'), token)).toBeNull()
})

describe.each(LANGUAGES)('a change of the ways into an account, in %s', language => {
  const CHANGES = ['totp_on', 'totp_off', 'codes_renewed', 'passkey_added', 'passkey_removed'] as const
  test('each says another thing, and what to do if it was somebody else', () => {
    const told = [...CHANGES, 'identity_linked', 'identity_unlinked'].map(change =>
      messageOf('account.factor_changed', { change, name: 'Telefonul meu' }, language),
    )
    expect(new Set(told.map(({ subject }) => subject)).size).toBe(7)
    for (const { text } of told) expect(text.split('\n\n')).toHaveLength(2)
    for (const { subject, text } of told.slice(3)) expect(`${subject} ${text}`).toContain('Telefonul meu')
  })
})
