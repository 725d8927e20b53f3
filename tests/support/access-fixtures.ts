import { ALL_SUBMISSIONS, findOrganisation, receiveSubmission } from '../../services/index.ts'
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
    own: async holder => ({ params: { id: await submissionOf(OWN_CUI, holder.email) }, query: ROWS }),
    foreign: async () => ({
      params: { id: await submissionOf(FOREIGN_CUI, world.stranger.email) },
      query: ROWS,
    }),
    mark: sample => sample.params?.id ?? '',
  }
  const fixtures: readonly (readonly [RegExp, AccessFixture])[] = [
    [/ \/api\/reporting\/submissions/, submissions],
  ]
  return (method, path) => fixtures.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1] ?? null
}
