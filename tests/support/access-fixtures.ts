import {
  ALL_SUBMISSIONS,
  addPasskey,
  findOrganisation,
  issueToken,
  linkIdentity,
  listLinkedIdentities,
  receiveSubmission,
} from '../../services/index.ts'
import { type AccessWorld, FOREIGN_CUI, type Holder, OWN_CUI, type Sample } from './access-world.ts'

/** How the walk asks a route for something that belongs to a holder, and for something that doesn't. */
export interface AccessFixture {
  readonly own: (holder: Holder) => Promise<Sample>
  readonly foreign: () => Promise<Sample>
  /** For lists: the text by which a row of the stranger's shows in an answer. */
  readonly mark?: (sample: Sample) => string
}

/** Ignored by routes that don't take it. */
const ROWS = '?sheet=CSV&from=1&to=2'

/** Routes whose paths begin so share the making of what they are about. */
export function accessFixtures(world: AccessWorld): (method: string, path: string) => AccessFixture | null {
  const { system } = world
  const submissionOf = async (cui: string, uploadedBy: string): Promise<string> => {
    const organisation = await findOrganisation(system.db, { cui })
    const id = crypto.randomUUID()
    await receiveSubmission(
      system.db,
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
        sample: false,
        at: system.now(),
      },
      ALL_SUBMISSIONS,
    )
    return id
  }
  const submissions: AccessFixture = {
    own: async holder => ({ params: { id: await submissionOf(OWN_CUI, holder.id) }, query: ROWS }),
    foreign: async () => ({
      params: { id: await submissionOf(FOREIGN_CUI, world.stranger.id) },
      query: ROWS,
    }),
    mark: sample => sample.params?.id ?? '',
  }
  const passkeyOf = async (userId: string): Promise<Sample> => {
    const name = crypto.randomUUID()
    const id = await addPasskey(
      system.db,
      {
        userId,
        name,
        credentialId: name,
        publicKey: new Uint8Array(1),
        counter: 0,
        transports: [],
        backedUp: false,
      },
      system.now(),
    )
    return { params: { id: id ?? '' }, body: { name } }
  }
  const passkeys: AccessFixture = {
    own: holder => passkeyOf(holder.id),
    foreign: () => passkeyOf(world.stranger.id),
    mark: sample => sample.params?.id ?? '',
  }
  const linkOf = async (userId: string): Promise<Sample> => {
    const claims = {
      issuer: 'https://x.example',
      subject: crypto.randomUUID(),
      verifiedEmail: null,
      name: null,
    }
    await linkIdentity(system.db, { userId, provider: 'x', claims }, system.now())
    const id = (await listLinkedIdentities(system.db, userId)).at(-1)?.id ?? ''
    return { params: { id } }
  }
  const links: AccessFixture = {
    own: holder => linkOf(holder.id),
    foreign: () => linkOf(world.stranger.id),
    mark: sample => sample.params?.id ?? '',
  }
  const sessionOf = async (holder: Holder): Promise<Sample> => {
    const body = { userId: holder.id, strong: false, address: '', userAgent: '' }
    return { params: { id: (await system.authentication.api.openSession({ body })).sessionId } }
  }
  const tokenOf = async (holder: Holder): Promise<Sample> => {
    const expiresAt = new Date(system.now().getTime() + 60_000)
    const token = { userId: holder.id, name: 'x', scopes: ['read'] as const, expiresAt }
    return { params: { id: (await issueToken(system.db, token)).id } }
  }
  const ofAccount = (make: (holder: Holder) => Promise<Sample>): AccessFixture => ({
    own: make,
    foreign: () => make(world.stranger),
  })
  const fixtures: readonly (readonly [RegExp, AccessFixture])[] = [
    [/ \/api\/reporting\/submissions/, submissions],
    [/ \/api\/account\/passkeys/, passkeys],
    [/ \/api\/account\/links/, links],
    [/ \/api\/account\/sessions\//, ofAccount(sessionOf)],
    [/ \/api\/account\/tokens\//, ofAccount(tokenOf)],
  ]
  return (method, path) => fixtures.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1] ?? null
}
