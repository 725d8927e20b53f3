import fs from 'node:fs'
import path from 'node:path'
import {
  ALL_SUBMISSIONS,
  addPasskey,
  createReportType,
  findOrganisation,
  issueToken,
  linkIdentity,
  listLinkedIdentities,
  publishReportType,
  receiveSubmission,
  registerEntry,
} from '../../services/index.ts'
import { organisationFixtures } from './access-organisations.ts'
import { type AccessWorld, FOREIGN_CUI, type Holder, OWN_CUI, type Sample } from './access-world.ts'
import { mandateFixtures } from './mandate-fixtures.ts'
import { postsDefinition } from './report-definition.ts'

/** How the walk asks a route for something that belongs to a holder, and for something that doesn't. */
export interface AccessFixture {
  readonly own: (holder: Holder) => Promise<Sample>
  readonly foreign: () => Promise<Sample>
  /** For lists: the text by which a row of the stranger's shows in an answer. */
  readonly mark?: (sample: Sample) => string
}

/** Ignored by routes that don't take it. */
const ROWS = '?sheet=CSV&from=1&to=2'

/** Things for the walk: each call makes a new one, so that no request finds what an earlier one changed. */
export function accessFixtures(world: AccessWorld): (method: string, path: string) => AccessFixture | null {
  const { system, stranger } = world
  const { db } = system
  const ofPerson = (
    make: (holder: Holder) => Promise<Sample>,
    mark = (sample: Sample) => sample.params?.id ?? '',
  ): AccessFixture => ({ own: make, foreign: () => make(stranger), mark })

  const submission = async (cui: string, uploadedBy: string): Promise<Sample> => {
    const organisation = await findOrganisation(db, { cui })
    const id = crypto.randomUUID()
    await receiveSubmission(
      db,
      {
        id,
        fileName: 'report.csv',
        sha256: await system.files.put(Buffer.from(`a;b\n${id};1\n`)),
        size: 1,
        organisationId: organisation?.id ?? null,
        requestedCui: cui,
        requestedType: null,
        csv: {},
        uploadedBy,
        deputyFor: [],
        sample: false,
        at: system.now(),
      },
      ALL_SUBMISSIONS,
    )
    return { params: { id }, query: ROWS }
  }

  const passkey = async ({ id: userId }: Holder): Promise<Sample> => {
    const name = crypto.randomUUID()
    const key = { publicKey: new Uint8Array(1), counter: 0, transports: [], backedUp: false }
    const id = await addPasskey(db, { userId, name, credentialId: name, ...key }, system.now())
    return { params: { id: id ?? '' }, body: { name } }
  }

  const linkedIdentity = async ({ id: userId }: Holder): Promise<Sample> => {
    const subject = crypto.randomUUID()
    const claims = { issuer: 'https://x.example', subject, verifiedEmail: null, name: null, strong: false }
    await linkIdentity(db, { userId, provider: 'x', claims }, system.now())
    return { params: { id: (await listLinkedIdentities(db, userId)).at(-1)?.id ?? '' } }
  }

  const session = async ({ id: userId }: Holder): Promise<Sample> => {
    const body = { userId, strong: false, address: '', userAgent: '' }
    return { params: { id: (await system.authentication.api.openSession({ body })).sessionId } }
  }

  const token = async ({ id: userId }: Holder): Promise<Sample> => {
    const expiresAt = new Date(system.now().getTime() + 60_000)
    const { id } = await issueToken(db, { userId, name: 'x', scopes: ['read'], expiresAt, strong: true })
    return { params: { id } }
  }

  const document = async ({ id: owner_person }: Holder): Promise<Sample> => {
    const id = crypto.randomUUID()
    const sha256 = await system.files.put(Buffer.from(id))
    await db
      .insertInto('document')
      .values({
        id,
        key: id,
        code: id,
        kind: 'mandate-certificate',
        number: '1/2026',
        date: '2026-01-01',
        issuer_ro: 'x',
        issuer_hu: 'x',
        issuer_en: 'x',
        signer: 'x',
        demo_signature: true,
        owner_person,
        owner_organisation: null,
        issued_at: system.now(),
        superseded_at: null,
        revoked_at: null,
        revocation_reason: null,
      })
      .execute()
    await db
      .insertInto('document_file')
      .values({ document_id: id, rendition: 'official', language: 'ro', sha256, size: 36 })
      .execute()
    return { params: { id }, body: { reason: 'issued-in-error' } }
  }

  const registerLine = async (): Promise<Sample> => {
    const { id } = await db.transaction().execute(store =>
      registerEntry(store, {
        register: 'general',
        direction: 'entry',
        subject: { kind: 'paper', id: crypto.randomUUID() },
        summary: 'A paper',
        correspondent: { name: 'Somebody' },
        answers: null,
        at: system.now(),
      }),
    )
    return {
      params: { register: 'general', id },
      absent: { register: 'nothing', id },
      query: `?year=${system.now().getUTCFullYear()}&format=csv&lang=ro`,
      body: { direction: 'entry', summary: 'A paper', correspondent: 'Somebody', reason: 'Entered twice' },
    }
  }

  const rule = async (): Promise<Sample> => {
    const { code, valid_from } = await db
      .selectFrom('legal_rule')
      .select(['code', 'valid_from'])
      .where('to_be_confirmed', '=', true)
      .executeTakeFirstOrThrow()
    return {
      params: { code, validFrom: valid_from },
      body: { by: 'The legal office', on: '2026-06-30' },
      absent: { code: 'nothing', validFrom: '1990-01-01' },
    }
  }

  const reportType = async (holder: Holder): Promise<Sample> => {
    const code = `t${crypto.randomUUID()}`
    const drafted = await createReportType(db, code, postsDefinition(), holder.id, system.now())
    if (drafted.outcome !== 'saved') throw new Error(drafted.outcome)
    return {
      params: { code },
      body: { revision: 1, definition: postsDefinition() },
      absent: { code: 'nothing' },
    }
  }
  const publishedType = async (holder: Holder): Promise<Sample> => {
    const sample = await reportType(holder)
    await publishReportType(db, sample.params?.code ?? '', 1, holder.id, system.now())
    return sample
  }

  const notification = async (person: string): Promise<Sample> => {
    const { id } = await db
      .insertInto('notification')
      .values({
        person,
        principal: null,
        kind: 'report.published',
        params: JSON.stringify({}),
        link: null,
        calendar_uid: null,
        created_at: system.now(),
        read_at: null,
        digest_at: null,
        delivery_id: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { params: { id } }
  }

  const delivery = async (): Promise<Sample> => {
    const { id } = await db
      .insertInto('delivery')
      .values({
        person: null,
        email: 'x@matrix.test',
        language: 'ro',
        kind: 'report.published',
        params: JSON.stringify({}),
        link: null,
        calendar_uid: null,
        state: 'kept',
        last_error: null,
        message_id: null,
        created_at: system.now(),
        next_attempt_at: null,
        valid_until: null,
        settled_at: system.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const file = system.mailing.fileOf(id)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, 'Subject: x\r\n\r\nx')
    return { params: { id } }
  }

  const attachment = async (holder: Holder): Promise<Sample> => {
    const metadata = Object.entries({ filename: 'x.pdf', purpose: 'proof' })
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(',')
    const tus = { 'tus-resumable': '1.0.0' }
    // Begun by one person and given to the holder: an auditor begins none, and too many unfinished ones are refused.
    await db.deleteFrom('attachment').where('uploaded_by', '=', holder.id).execute()
    const begun = await stranger.client().request('/api/attachments', {
      method: 'POST',
      headers: { ...tus, 'upload-length': '100', 'upload-metadata': metadata },
    })
    const id = begun.headers.get('location')?.split('/').at(-1)
    if (!id) throw new Error(`an upload can't begin: ${begun.status} ${await begun.text()}`)
    await db.updateTable('attachment').set({ uploaded_by: holder.id }).where('id', '=', id).execute()
    return {
      params: { id },
      headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    }
  }

  const fixtures: readonly (readonly [RegExp, AccessFixture])[] = [
    [
      / \/api\/reporting\/submissions/,
      {
        own: holder => submission(OWN_CUI, holder.id),
        foreign: () => submission(FOREIGN_CUI, stranger.id),
        mark: sample => sample.params?.id ?? '',
      },
    ],
    [/ \/api\/account\/passkeys/, ofPerson(passkey)],
    [/ \/api\/account\/links/, ofPerson(linkedIdentity)],
    [/ \/api\/account\/sessions\//, ofPerson(session)],
    [/ \/api\/account\/tokens\//, ofPerson(token)],
    [/ \/api\/documents/, ofPerson(document)],
    ...mandateFixtures(world),
    [/ \/api\/registers/, ofPerson(registerLine)],
    [/ \/api\/rules/, ofPerson(rule)],
    [/^GET \/api\/reporting\/types\//, ofPerson(publishedType)],
    [/ \/api\/reporting\/types\//, ofPerson(reportType)],
    [/ \/api\/notifications/, ofPerson(holder => notification(holder.id))],
    [/ \/api\/deliveries/, ofPerson(delivery)],
    [/ \/api\/attachments/, ofPerson(attachment)],
    ...organisationFixtures(world),
  ]
  return (method, path) => fixtures.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1] ?? null
}
