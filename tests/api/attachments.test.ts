import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../ingestion/fixtures/raw-xlsx.ts'
import {
  attach,
  eraseAttachmentsOf,
  findActor,
  findAttachment,
  listAttachments,
} from '../../services/index.ts'
import { type ClamdServer, EICAR, startClamd } from '../support/clamd-server.ts'
import { beginUpload, idOf, sendAttachment, sendFrom, settled, TUS } from '../support/send-attachment.ts'
import { anonymous, type Client, openTestSystem, signedIn, type TestSystem } from '../support/test-system.ts'

let running: TestSystem
let clamd: ClamdServer
let citizen: Client
let other: Client
let now = new Date('2026-07-01T10:00:00Z')
beforeAll(async () => {
  clamd = await startClamd()
  running = await openTestSystem([], { environment: { CLAMD_URL: clamd.url }, now: () => now })
  citizen = await signedIn(running.app, 'citizen@demo')
  other = await signedIn(running.app, 'official@county.demo')
})
afterAll(async () => {
  await running.close()
  await clamd.close()
})

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n1 0 obj\n(${text})\nendobj\n%%EOF\n`)
const folder = () => path.join(running.system.config.dataFolder, 'attachments')
const personId = async (email: string) => (await findActor(running.system.db, { email }, now))?.id ?? ''

describe('content decides what a file is', () => {
  const docx = zipOf([
    ['[Content_Types].xml', '<Types/>'],
    ['word/document.xml', '<w/>'],
  ])
  const odt = zipOf([
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    ['content.xml', '<x/>'],
  ])
  test.each([
    ['act.pdf', pdf('x'), 'ready', 'act.pdf', 'application/pdf'],
    ['act.jpg', pdf('x'), 'ready', 'act.pdf', 'application/pdf'],
    ['act.pdf.exe', pdf('x'), 'ready', 'act.pdf.exe.pdf', 'application/pdf'],
    ['listă.csv', Buffer.from('a;b\n1;2\n'), 'ready', 'listă.csv', 'text/csv'],
    ['BMW.csv', Buffer.from('BM;1\n'.repeat(2000)), 'ready', 'BMW.csv', 'text/csv'],
    ['note', Buffer.from('\ufeffștiri'), 'ready', 'note.txt', 'text/plain'],
    ['wide.txt', Buffer.from('\ufeffștiri', 'utf16le'), 'ready', 'wide.txt', 'text/plain'],
    [
      'x.docx',
      docx,
      'ready',
      'x.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('%s is taken as what it holds', async (name, content, state, stored, mediaType) => {
    const sent = await sendAttachment(citizen, name, content)
    expect(sent).toMatchObject({ state, fileName: stored, mediaType, scan: 'clean', problem: null })
  })
  const macro = zipOf([
    ['[Content_Types].xml', ''],
    ['word/document.xml', ''],
    ['word/vbaProject.bin', 'x'],
  ])
  test.each([
    ['virus.pdf', Buffer.from(`MZ${'\0'.repeat(80)}`), 'document', 'type_unknown|type_not_allowed'],
    ['page.pdf', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'document', 'markup'],
    [
      'drawing.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'document',
      'markup',
    ],
    ['drawing.txt', Buffer.from('<?xml version="1.0"?><svg/>'), 'document', 'markup'],
    ['letter.docx', macro, 'document', 'macros'],
    ['archive.docx', zipOf([['a.txt', 'x']]), 'document', 'type_unknown'],
    ['archive.docx', Buffer.concat([docx.subarray(0, docx.length - 30)]), 'document', 'damaged'],
    ['secret.docx', zipOf([['[Content_Types].xml', 'x']], { flags: 1 }), 'document', 'protected'],
    ['text.odt', odt.subarray(0, 40), 'document', 'damaged'],
    ['letter.txt', Buffer.from('{\\rtf1 x}'), 'document', 'type_not_allowed'],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'), 'document', 'type_not_allowed'],
    ['act.pdf', pdf('x'), 'photo', 'type_not_allowed'],
    ['broken.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'photo', 'damaged'],
  ])('%s (%#) is refused', async (name, content, purpose, problem) => {
    const before = fs.readdirSync(folder()).length
    const sent = await sendAttachment(citizen, name, content, purpose)
    expect(sent.state).toBe('refused')
    expect(sent.problem).toMatch(new RegExp(`^(${problem})$`))
    expect((await citizen.request(`/api/attachments/${sent.id}/content`)).status).toBe(409)
    await running.system.attachments.checks.idle()
    expect(fs.readdirSync(folder()).length).toBe(before)
    await citizen.request(`/api/attachments/${sent.id}`, { method: 'DELETE' })
  })
  test('an image that claims more pixels than memory holds is refused without taking it', async () => {
    const bomb = await sharp({
      create: { width: 9000, height: 9000, channels: 3, background: 'white' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    const sent = await sendAttachment(citizen, 'bomb.png', bomb, 'photo')
    expect(sent).toMatchObject({ state: 'refused', problem: 'image_too_large' })
  })
})

test('an image is made anew: turned upright, without the place where it was taken, in another file', async () => {
  const taken = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#0b5d4b' } })
    .withExif({
      IFD0: { Make: 'Camera of Ion Pop', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '46/1 21/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '25/1 48/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const hidden = Buffer.concat([taken, Buffer.from('<script>hidden behind the picture</script>')])
  expect(taken.includes('Camera of Ion Pop')).toBe(true)
  const sent = await sendAttachment(citizen, 'photo.png', hidden, 'photo')
  expect(sent).toMatchObject({ state: 'ready', fileName: 'photo.jpg', mediaType: 'image/jpeg' })
  const stored = Buffer.from(
    await (await citizen.request(`/api/attachments/${sent.id}/content`)).arrayBuffer(),
  )
  expect(stored.length).toBe(sent.size)
  expect(stored.includes('Camera of Ion Pop') || stored.includes('hidden behind')).toBe(false)
  const metadata = await sharp(stored).metadata()
  expect(metadata).toMatchObject({ width: 20, height: 40 })
  expect([metadata.exif, metadata.xmp, metadata.icc, metadata.orientation]).toEqual(Array(4).fill(undefined))
})

test('nothing of the content, nor of its name, lies on the disk', async () => {
  const secret = crypto.randomBytes(64).toString('hex')
  const content = Buffer.from(secret.repeat(3000))
  const begun = await beginUpload(citizen, 'certificat-handicap-Ion-Pop.txt', 'document', content.length)
  const half = 200_000
  expect((await sendFrom(citizen, idOf(begun), 0, content.subarray(0, half))).status).toBe(204)
  const everything = () => {
    const names = fs.readdirSync(folder())
    expect(names.every(name => /^[0-9a-f]{32}$/.test(name))).toBe(true)
    return Buffer.concat(names.map(name => fs.readFileSync(path.join(folder(), name))))
  }
  expect(everything().includes(secret)).toBe(false)
  const asked = await citizen.request(`/api/attachments/${idOf(begun)}`, { method: 'HEAD', headers: TUS })
  const offset = Number(asked.headers.get('upload-offset'))
  // What did not fill a chunk is sent again, so that no plain text waits on the disk.
  expect(offset).toBe(Math.floor(half / 65_536) * 65_536)
  expect((await sendFrom(citizen, idOf(begun), offset, content.subarray(offset))).status).toBe(204)
  const sent = await settled(citizen, idOf(begun))
  expect(sent.state).toBe('ready')
  expect(everything().includes(secret)).toBe(false)
  const row = await running.system.db
    .selectFrom('attachment')
    .selectAll()
    .where('id', '=', sent.id)
    .executeTakeFirstOrThrow()
  expect(row.file_name?.includes('Ion')).toBe(false)
  expect(await (await citizen.request(`/api/attachments/${sent.id}/content`)).text()).toBe(content.toString())
})

describe('the virus scanner', () => {
  test('finds the test virus; its content is never handed out', async () => {
    const sent = await sendAttachment(citizen, 'letter.txt', Buffer.from(`${'x'.repeat(100_000)}${EICAR}`))
    expect(sent).toMatchObject({ state: 'infected', scan: 'infected' })
    expect((await citizen.request(`/api/attachments/${sent.id}/content`)).status).toBe(409)
    const by = await personId('citizen@demo')
    const subject = { kind: 'test', id: '1' }
    expect(
      await attach(running.system.db, { upload: sent.id, subject, purpose: 'document', by, at: now }),
    ).toBe('infected')
  })
  test('that does not answer is asked again; what waits is not handed out', async () => {
    const port = Number(new URL(clamd.url).port)
    await clamd.close()
    const sent = await sendAttachment(citizen, 'letter.txt', Buffer.from(`before ${EICAR}`))
    expect(sent).toMatchObject({ state: 'waiting', scan: 'not_scanned' })
    expect((await citizen.request(`/api/attachments/${sent.id}/content`)).status).toBe(409)
    clamd = await startClamd({ at: port, mostBytes: 10 })
    await running.system.attachments.checks.resume()
    await running.system.attachments.checks.idle()
    expect((await settled(citizen, sent.id)).state).toBe('waiting')
    await clamd.close()
    clamd = await startClamd({ at: port })
    await running.system.attachments.checks.resume()
    await running.system.attachments.checks.idle()
    expect((await settled(citizen, sent.id)).state).toBe('infected')
    expect(clamd.scanned()).toBe(1)
  })
})

describe('whose it is', () => {
  test("other people's attachment is not there", async () => {
    const { id } = await sendAttachment(citizen, 'act.pdf', pdf('mine'))
    const nobody = anonymous(running.app)
    for (const [target, init] of [
      [`/api/attachments/${id}`, {}],
      [`/api/attachments/${id}/content`, {}],
      [`/api/attachments/${id}`, { method: 'HEAD', headers: TUS }],
      [`/api/attachments/${id}`, { method: 'DELETE' }],
      [`/api/attachments/${id}`, { method: 'PATCH', headers: { ...TUS, 'upload-offset': '0' } }],
    ] as const) {
      expect([target, (await other.request(target, init)).status]).toEqual([target, 404])
      expect([target, (await nobody.request(target, init)).status]).toEqual([target, 401])
    }
    expect((await citizen.request(`/api/attachments/${id}`)).status).toBe(200)
  })
  test('once attached, its subject says who reads it, and it can no longer be removed', async () => {
    const { id } = await sendAttachment(citizen, 'act.pdf', pdf('for a case'))
    const { db, keyring, attachments } = running.system
    const by = await personId('citizen@demo')
    const request = {
      upload: id,
      subject: { kind: 'closed', id: '7' },
      purpose: 'document',
      by,
      at: now,
    } as const
    expect(await attach(db, { ...request, by: await personId('official@county.demo') })).toBe('unknown')
    expect(await attach(db, { ...request, purpose: 'photo' })).toBe('unknown')
    expect(await attach(db, request)).toBe('attached')
    expect(await attach(db, request)).toBe('already_attached')
    expect(await listAttachments(db, keyring, request.subject)).toMatchObject([{ id, state: 'ready' }])
    attachments.readableBy('closed', async actor => actor.roles.includes('official'))
    expect((await other.request(`/api/attachments/${id}/content`)).status).toBe(200)
    expect((await citizen.request(`/api/attachments/${id}/content`)).status).toBe(404)
    expect((await citizen.request(`/api/attachments/${id}`, { method: 'DELETE' })).status).toBe(409)
    await db.transaction().execute(store => eraseAttachmentsOf(store, request.subject, { by, at: now }))
    const left = await findAttachment(db, keyring, id)
    expect(left).toMatchObject({ state: 'deleted', fileName: null, sha256: null })
    expect(() => left?.contentKey()).toThrow('deleted')
    expect((await other.request(`/api/attachments/${id}/content`)).status).toBe(409)
  })
  test('a change needs the CSRF token, a program on the machine is no person', async () => {
    const withoutToken: Client = {
      ...citizen,
      request: (target, init) =>
        citizen.request(target, { ...init, headers: { ...(init?.headers as object), 'x-csrf-token': 'x' } }),
    }
    expect((await beginUpload(withoutToken, 'a.pdf', 'document', 10)).status).toBe(403)
    const local = await running.app.request(
      '/api/attachments',
      { method: 'POST', headers: TUS },
      { local: true },
    )
    expect(local.status).toBe(403)
  })
})

test('a download is an attachment with its name, in one piece or in ranges', async () => {
  const content = crypto.randomBytes(150_000).toString('base64')
  const { id, size } = await sendAttachment(citizen, 'Cerere „ș”.txt', Buffer.from(content))
  const address = `/api/attachments/${id}/content`
  const whole = await citizen.request(address)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-disposition': `attachment; filename="Cerere ___.txt"; filename*=UTF-8''Cerere%20%E2%80%9E%C8%99%E2%80%9D.txt`,
    'content-type': 'text/plain',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'private, no-store',
    'content-length': String(size),
    'accept-ranges': 'bytes',
  })
  expect(await whole.text()).toBe(content)
  const part = await citizen.request(address, { headers: { range: 'bytes=65530-140000' } })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 65530-140000/${size}`])
  expect(await part.text()).toBe(content.slice(65_530, 140_001))
  const beyond = await citizen.request(address, { headers: { range: `bytes=${size}-` } })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${size}`])
  expect((await citizen.request(address, { method: 'HEAD' })).headers.get('content-length')).toBe(
    String(size),
  )
})

describe('limits', () => {
  test.each([
    ['a.pdf', 'document', 51 * 1024 * 1024, 413],
    ['a.pdf', 'document', 0, 422],
    ['a.pdf', 'nothing', 10, 422],
    ['a.pdf', 'toString', 10, 422],
    ['', 'document', 10, 400],
    ['a.pdf', 'document', '-1', 400],
    ['a.pdf', 'document', '9e9', 400],
    ['a.pdf', 'document', '99999999999999999999', 400],
  ])('%s for %s of %s bytes is answered %i', async (name, purpose, length, status) => {
    const answer = await beginUpload(citizen, name, purpose, length)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })
  test('a person has ten uploads open at most, also when they are begun at the same time', async () => {
    const begun = await Promise.all(
      Array.from({ length: 15 }, () => beginUpload(other, 'a.pdf', 'document', 1000)),
    )
    expect(begun.map(({ status }) => status).sort()).toEqual([...Array(10).fill(201), ...Array(5).fill(429)])
    for (const answer of begun.filter(({ status }) => status === 201))
      expect((await other.request(`/api/attachments/${idOf(answer)}`, { method: 'DELETE' })).status).toBe(204)
    expect((await beginUpload(other, 'a.pdf', 'document', 1000)).status).toBe(201)
  })
  test('more than was announced is refused, and so is another offset', async () => {
    const id = idOf(await beginUpload(citizen, 'a.txt', 'document', 10))
    expect((await sendFrom(citizen, id, 0, Buffer.from('more than ten bytes'))).status).toBe(413)
    expect((await sendFrom(citizen, id, 5, Buffer.from('five.'))).status).toBe(409)
    expect((await sendFrom(citizen, id, 0, Buffer.from('ten bytes.'))).status).toBe(204)
    expect((await settled(citizen, id)).state).toBe('ready')
    expect((await sendFrom(citizen, id, 10, Buffer.alloc(0))).status).toBe(409)
  })
  test('malformed requests are refused, never a fault', async () => {
    const id = idOf(await beginUpload(citizen, 'a.txt', 'document', 10))
    const header = fc.record(
      {
        'tus-resumable': fc.constantFrom('1.0.0', '0.2', ''),
        'upload-offset': fc.constantFrom('0', '-1', '1.5', 'x', '99999999999999999999'),
        'upload-length': fc.constantFrom('1', '0x10', ''),
        'upload-metadata': fc.constantFrom(
          'filename',
          'filename !!',
          'filename YQ==,filename YQ==',
          'purpose ,',
        ),
        'upload-concat': fc.constantFrom('partial', 'final;/a /b'),
        'upload-defer-length': fc.constantFrom('1', '2'),
        'content-type': fc.constantFrom('application/offset+octet-stream', 'text/html'),
        'x-http-method-override': fc.constantFrom('DELETE', 'PATCH'),
        range: fc.string({ unit: fc.constantFrom('bytes=', '1', '-', ',') }),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('POST', 'PATCH', 'HEAD', 'GET', 'PUT', 'OPTIONS'),
        fc.constantFrom('', `/${id}`, `/${id}/content`, '/x', `/${crypto.randomUUID()}`, '/..%2f..%2fetc'),
        header,
        async (method, rest, headers) => {
          const answer = await citizen.request(`/api/attachments${rest}`, {
            method,
            headers: headers as Record<string, string>,
          })
          expect([method, rest, answer.status < 500]).toEqual([method, rest, true])
        },
      ),
      { numRuns: 150 },
    )
  })
})

test('what is never attached is gone after a day, what was attached after its time, with its file', async () => {
  const { db, keyring, attachments } = running.system
  const [loose, bound] = [
    await sendAttachment(citizen, 'a.pdf', pdf('a')),
    await sendAttachment(citizen, 'b.pdf', pdf('b')),
  ]
  const by = await personId('citizen@demo')
  const keepUntil = new Date(now.getTime() + 3 * 86_400_000)
  const subject = { kind: 'test', id: '2' }
  await attach(db, { upload: bound.id, subject, purpose: 'document', by, at: now, keepUntil })
  const keys = new Map<string, string>()
  for (const { id } of [loose, bound]) keys.set(id, (await findAttachment(db, keyring, id))?.storageKey ?? '')
  const onDisk = (id: string) => fs.existsSync(path.join(folder(), keys.get(id) ?? ''))
  await attachments.sweep()
  expect([onDisk(loose.id), onDisk(bound.id)]).toEqual([true, true])
  now = new Date(now.getTime() + 25 * 3_600_000)
  await attachments.sweep()
  expect([onDisk(loose.id), onDisk(bound.id)]).toEqual([false, true])
  expect((await citizen.request(`/api/attachments/${loose.id}`)).status).toBe(404)
  now = new Date(keepUntil.getTime() + 1)
  // A backup that is under way still finds every file that its snapshot names.
  await attachments.files.kept(async () => {
    await attachments.sweep()
    expect(onDisk(bound.id)).toBe(true)
  })
  expect(onDisk(bound.id)).toBe(false)
  expect(await findAttachment(db, keyring, bound.id)).toMatchObject({ state: 'deleted', subject })
  const orphan = path.join(folder(), 'f'.repeat(32))
  fs.writeFileSync(orphan, 'left by a crash')
  fs.utimesSync(orphan, new Date(0), new Date(0))
  await attachments.sweep()
  expect(fs.existsSync(orphan)).toBe(false)
})
