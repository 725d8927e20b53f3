import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cnpCheckDigit } from '../../domain/cnp.ts'
import { erasePerson, putAccount } from '../../services/index.ts'
import { DEMO_PASSWORD } from '../support/instance.ts'
import { type AttachmentBody, beginUpload, idOf, sendAttachment } from '../support/send-attachment.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let installation: TestSystem
let ana: Client
let bela: Client
let official: Client
beforeAll(async () => {
  installation = await openTestSystem([])
  ana = await citizen('ana@example.ro')
  bela = await citizen('bela@example.ro')
  official = await signedIn(installation.app, 'official@county.demo')
})
afterAll(() => installation.close())

async function citizen(email: string): Promise<Client> {
  const { system, app } = installation
  const { password } = await system.authentication.$context
  await putAccount(
    system.db,
    {
      email,
      name: email.split('@')[0] ?? '',
      passwordHash: await password.hash(DEMO_PASSWORD),
      demo: false,
      memberships: [{ role: 'citizen', organisationId: null }],
      grantedBy: 'test',
    },
    system.now(),
  )
  return signedIn(app, email)
}

interface MandateBody {
  id: string
  number: string
  state: string
  active: boolean
  principal: { id: string; cnp: string | null; name: string }
  steps: { step: string; reason: string | null }[]
  clock: { status: string }
  next: string[]
  document: { code: string; state: string; files: { path: string; rendition: string }[] } | null
}
const post = (as: Client, path: string, body: unknown) =>
  as.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const posted = async (as: Client, path: string, body: unknown) => {
  const answer = await post(as, path, body)
  if (answer.status >= 300) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as MandateBody
}
const represented = async (as: Client) =>
  (await as.json<{ mandates: { mandate: string; name: string }[] }>('/api/session')).mandates
const get = (as: Client, id: string) => as.json<MandateBody>(`/api/mandates/${id}`)

const company = {
  principal: { kind: 'company', cui: 'RO 4245747', name: 'Fântâna S.R.L.' },
  basis: 'administrator',
  from: '2026-01-01',
  until: null,
}

test('a mandate from the request to its end, with its certificate', async () => {
  const asked = await posted(ana, '/api/mandates', company)
  expect(asked).toMatchObject({ state: 'submitted', next: ['withdrawn'], document: null })
  expect(asked.number).toMatch(/^\d+\/\d\d\.\d\d\.\d{4}$/)
  expect((await post(ana, '/api/mandates', company)).status).toBe(409)
  const queue = await official.json<{ items: MandateBody[] }>('/api/office/mandates')
  expect(queue.items.map(({ id }) => id)).toEqual([asked.id])

  const address = `/api/mandates/${asked.id}`
  expect((await posted(official, `${address}/completion`, { reason: 'Lipsește actul' })).clock.status).toBe(
    'stopped',
  )
  const answered = await posted(ana, `${address}/answer`, { text: 'Am adăugat actul.' })
  expect(answered.clock.status).toBe('running')
  expect(answered.steps.map(({ reason }) => reason)).toEqual([null, 'Lipsește actul', 'Am adăugat actul.'])
  expect(await represented(ana)).toEqual([])
  await posted(official, `${address}/decision`, { decision: 'confirmed' })
  expect(await represented(ana)).toMatchObject([
    { mandate: asked.id, cui: '4245747', name: 'Fântâna S.R.L.' },
  ])
  expect(await represented(bela)).toEqual([])

  const confirmed = await get(ana, asked.id)
  expect(confirmed).toMatchObject({ state: 'confirmed', active: true, next: ['renounced'] })
  const code = confirmed.document?.code
  const verify = () => anonymous(installation.app).json(`/api/verify/${code}`)
  expect(await verify()).toMatchObject({ state: 'valid', kind: 'mandate-certificate' })
  const pdf = confirmed.document?.files.find(({ rendition }) => rendition === 'official')?.path ?? ''
  expect((await ana.request(pdf)).status).toBe(200)

  // A second one who acts for the same company sees it; a stranger doesn't.
  expect((await bela.request(address)).status).toBe(404)
  expect((await bela.request(pdf)).status).toBe(404)
  const second = await posted(bela, '/api/mandates', { ...company, basis: 'power_of_attorney' })
  expect((await bela.request(address)).status).toBe(404)
  await posted(official, `/api/mandates/${second.id}/decision`, { decision: 'confirmed' })
  expect(await get(bela, asked.id)).toMatchObject({ next: [], document: { code } })
  expect((await bela.request(pdf)).status).toBe(200)

  await posted(official, `${address}/end`, { step: 'revoked', reason: 'Firma a retras împuternicirea.' })
  expect(await represented(ana)).toEqual([])
  expect(await verify()).toMatchObject({ state: 'revoked', reason: 'at-request' })
  expect((await ana.request(pdf)).status).toBe(404)
  expect(await get(ana, asked.id)).toMatchObject({ state: 'ended', active: false, next: [], document: null })
  expect((await ana.request(`/api/mandates/${second.id}`)).status).toBe(404)
  // The other one still acts.
  expect((await bela.request(pdf)).status).toBe(200)
})

test('a refusal says why; the personal number is whole for who decides only', async () => {
  const asked = await posted(ana, '/api/mandates', {
    principal: { kind: 'person', cnp: '1800101221144', name: 'Ioan Pop' },
    basis: 'guardian',
    from: '2026-01-01',
    until: '2030-01-01',
  })
  expect((await get(official, asked.id)).principal.cnp).toBe('1800101221144')
  const auditor = await signedIn(installation.app, 'auditor@county.demo')
  expect((await get(auditor, asked.id)).principal.cnp).toBe('•••••••••1144')
  expect((await post(official, `/api/mandates/${asked.id}/decision`, { decision: 'refused' })).status).toBe(
    400,
  )
  const refused = await posted(official, `/api/mandates/${asked.id}/decision`, {
    decision: 'refused',
    reason: 'Actul nu dovedește calitatea.',
  })
  expect(refused).toMatchObject({ state: 'refused', clock: { status: 'ended' } })
  expect((await get(ana, asked.id)).steps.at(-1)?.reason).toBe('Actul nu dovedește calitatea.')
  expect((await post(official, `/api/mandates/${asked.id}/decision`, { decision: 'confirmed' })).status).toBe(
    409,
  )
})

test.each([
  [{ ...company, principal: { ...company.principal, cui: '4245748' } }],
  [{ ...company, principal: { kind: 'person', cnp: '1800101221145', name: 'Ioan Pop' }, basis: 'parent' }],
  [{ ...company, basis: 'parent' }],
  [{ ...company, until: '2025-12-31' }],
  [{ ...company, from: '2026-02-30' }],
  [{ ...company, principal: { kind: 'company', cui: '4245747', name: ' ' } }],
  [{}],
])('refuses %j', async body => {
  const answer = await post(ana, '/api/mandates', body)
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
})

test('only officials decide, and nobody about a mandate of their own', async () => {
  const asked = await posted(official, '/api/mandates', company)
  const decision = `/api/mandates/${asked.id}/decision`
  const own = await post(official, decision, { decision: 'confirmed' })
  expect([own.status, ((await own.json()) as { code: string }).code]).toEqual([403, 'mandate_own'])
  expect((await post(ana, decision, { decision: 'confirmed' })).status).toBe(403)
  const auditor = await signedIn(installation.app, 'auditor@county.demo')
  expect((await post(auditor, decision, { decision: 'confirmed' })).status).toBe(403)
  const end = `/api/mandates/${asked.id}/end`
  expect((await post(auditor, end, { step: 'revoked', reason: 'De ce nu' })).status).toBe(403)
  expect((await post(ana, end, { step: 'withdrawn' })).status).toBe(404)
  expect((await post(ana, '/api/office/mandates', {})).status).toBe(404)
  expect((await ana.request('/api/office/mandates')).status).toBe(403)
  expect((await anonymous(installation.app).request('/api/mandates')).status).toBe(401)
})

describe('proofs', () => {
  const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`)
  const child = (body: string) => ({
    principal: { kind: 'person', cnp: `${body}${cnpCheckDigit(body)}`, name: 'Ioan Pop' },
    basis: 'guardian',
    from: '2026-01-01',
    until: null,
  })
  interface Proof {
    id: string
    fileName: string | null
    state: string
    scan: string
    links: { content: string | null }
  }
  const proofs = async (as: Client, id: string) =>
    (await as.json<{ items: Proof[] }>(`/api/mandates/${id}/proofs`)).items
  const row = (id: string) =>
    installation.system.db
      .selectFrom('attachment')
      .select(['state', 'sealed_key', 'file_name', 'delete_after'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  let mandate = ''
  let sent: AttachmentBody[] = []

  test('go with the request and with the answer; who asked and who decides download them', async () => {
    const first = await sendAttachment(ana, 'hotărâre.pdf', pdf('Hotărârea 12 a judecătoriei'), 'proof')
    mandate = (await posted(ana, '/api/mandates', { ...child('180010122115'), proofs: [first.id] })).id
    await posted(official, `/api/mandates/${mandate}/completion`, { reason: 'Lipsește procura' })
    const second = await sendAttachment(ana, 'procura.pdf', pdf('Procura'), 'proof')
    await posted(ana, `/api/mandates/${mandate}/answer`, { text: 'Iată procura.', proofs: [second.id] })
    sent = [first, second]
    expect(await proofs(official, mandate)).toMatchObject([
      { id: first.id, fileName: 'hotărâre.pdf', state: 'ready', scan: 'not_scanned' },
      { id: second.id, fileName: 'procura.pdf', state: 'ready' },
    ])
    for (const reader of [ana, official]) {
      const content = await reader.request((await proofs(reader, mandate))[0]?.links.content ?? '')
      expect(await content.text()).toContain('Hotărârea 12')
      expect(content.headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(content.headers.get('x-content-type-options')).toBe('nosniff')
    }
    // While it is asked for, nothing says when they go.
    expect(await row(first.id)).toMatchObject({ delete_after: null })
  })

  test('nobody else finds them: not who reads the mandates, nor who acts for the same one', async () => {
    const clerk = await signedIn(installation.app, 'clerk@county.demo')
    const auditor = await signedIn(installation.app, 'auditor@county.demo')
    for (const other of [bela, clerk, auditor]) {
      expect((await other.request(`/api/mandates/${mandate}/proofs`)).status).toBe(404)
      expect((await other.request(`/api/attachments/${sent[0]?.id}/content`)).status).toBe(404)
    }
    const { status } = await anonymous(installation.app).request(`/api/mandates/${mandate}/proofs`)
    expect(status).toBe(401)
    expect((await ana.request(`/api/attachments/${sent[0]?.id}`, { method: 'DELETE' })).status).toBe(409)
  })

  test('are kept for five years after the end', async () => {
    await posted(official, `/api/mandates/${mandate}/decision`, { decision: 'confirmed' })
    expect(await row(sent[0]?.id ?? '')).toMatchObject({ delete_after: null })
    await posted(ana, `/api/mandates/${mandate}/end`, { step: 'renounced' })
    const { delete_after } = await row(sent[0]?.id ?? '')
    const years = ((delete_after?.getTime() ?? 0) - Date.now()) / (365 * 86_400_000)
    expect(years).toBeCloseTo(5, 2)
  })

  test('are deleted when the request is withdrawn', async () => {
    const proof = await sendAttachment(ana, 'act.pdf', pdf('Act'), 'proof')
    const asked = await posted(ana, '/api/mandates', { ...child('180010122116'), proofs: [proof.id] })
    await posted(ana, `/api/mandates/${asked.id}/end`, { step: 'withdrawn' })
    expect(await row(proof.id)).toMatchObject({ state: 'deleted', sealed_key: null, file_name: null })
    expect(await proofs(official, asked.id)).toMatchObject([{ state: 'deleted', links: { content: null } }])
    expect((await official.request(`/api/attachments/${proof.id}/content`)).status).toBe(409)
  })

  test('with a file that is not theirs to attach nothing is registered', async () => {
    const { length } = (await official.json<{ items: unknown[] }>('/api/office/mandates')).items
    const foreign = await sendAttachment(bela, 'act.pdf', pdf('Act'), 'proof')
    const photo = await sendAttachment(ana, 'act.pdf', pdf('Act'), 'document')
    const refused = await sendAttachment(ana, 'act.pdf', Buffer.from(`MZ${'\0'.repeat(200)}`), 'proof')
    const unfinished = idOf(await beginUpload(ana, 'act.pdf', 'proof', 1000))
    for (const id of [foreign.id, photo.id, refused.id, unfinished, sent[0]?.id ?? '', crypto.randomUUID()]) {
      const answer = await post(ana, '/api/mandates', { ...child('180010122117'), proofs: [id] })
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        422,
        'proof_unusable',
      ])
    }
    const one = crypto.randomUUID()
    const many = Array.from({ length: 6 }, () => crypto.randomUUID())
    for (const wrong of [[one, one], many, ['x'], 'x'])
      expect((await post(ana, '/api/mandates', { ...child('180010122117'), proofs: wrong })).status).toBe(400)
    expect((await official.json<{ items: unknown[] }>('/api/office/mandates')).items).toHaveLength(length)
  })

  test('are gone once their owner is erased', async () => {
    const { db } = installation.system
    const cleo = await citizen('cleo@example.ro')
    const proof = await sendAttachment(cleo, 'act.pdf', pdf('Act'), 'proof')
    await posted(cleo, '/api/mandates', { ...child('180010122118'), proofs: [proof.id] })
    const { id } = await db
      .selectFrom('auth_user')
      .select('id')
      .where('email', '=', 'cleo@example.ro')
      .executeTakeFirstOrThrow()
    expect((await erasePerson(db, id, id, new Date())).outcome).toBe('erased')
    expect(await row(proof.id)).toMatchObject({ state: 'deleted', sealed_key: null, file_name: null })
  })
})

test('the deadline of a request is in the calendars that its sender and the officials follow', async () => {
  const feedOf = async (as: Client) => {
    const { url } = await as.json<{ url: string }>('/api/notifications/calendar', { method: 'POST' })
    return async () => {
      const ics = await anonymous(installation.app).request(url.slice(url.indexOf('/api')))
      return (await ics.text()).replaceAll('\r\n\t', '').replaceAll('\r\n ', '')
    }
  }
  const csaba = await citizen('csaba@example.ro')
  const [own, offices, strangers] = [await feedOf(csaba), await feedOf(official), await feedOf(bela)]
  const asked = await posted(csaba, '/api/mandates', { ...company, basis: 'power_of_attorney' })
  const eventOf = (ics: string, matter: string) =>
    ics.split('BEGIN:VEVENT').find(event => event.includes(`UID:mandate-${asked.id}-${matter}`)) ?? ''
  const { deadline } = asked.clock as { deadline?: string }
  const day = `DTSTART;VALUE=DATE:${deadline?.replaceAll('-', '')}`
  expect(day).toMatch(/:\d{8}$/)
  expect(eventOf(await own(), 'decision')).toContain(day)
  expect(eventOf(await own(), 'decision')).toContain(`/ro/mandates/${asked.id}`)
  expect(eventOf(await offices(), 'due')).toContain(day)
  expect(eventOf(await offices(), 'due')).toContain(`/ro/office/mandates/${asked.id}`)
  expect(await strangers()).not.toContain(asked.id)
  await posted(official, `/api/mandates/${asked.id}/decision`, { decision: 'refused', reason: 'Fără dovadă' })
  for (const [ics, matter] of [[await own(), 'decision'] as const, [await offices(), 'due'] as const])
    expect(eventOf(ics, matter)).toContain('STATUS:CANCELLED')
})
