import { findOrganisation, grantRole, invite, nameDeputy, putAccount } from '../../services/index.ts'
import type { AccessFixture } from './access-fixtures.ts'
import { type AccessWorld, FOREIGN_CUI, type Holder, OWN_CUI, type Sample } from './access-world.ts'

/** What routes about organisations and people are asked with. */
export function organisationFixtures(world: AccessWorld): (readonly [RegExp, AccessFixture])[] {
  const { system } = world
  const by = { person: 'matrix', deputyFor: [] }
  const organisationId = async (cui: string) => (await findOrganisation(system.db, { cui }))?.id ?? ''
  const somebody = (memberships: { role: 'reporter'; organisationId: string }[] = []) => {
    const email = `${crypto.randomUUID()}@matrix.test`
    const person = { email, name: email, passwordHash: null, demo: false, grantedBy: 'matrix', memberships }
    return putAccount(system.db, person, system.now())
  }
  const membership = async (person: string, cui: string): Promise<string> => {
    const at = system.now()
    const role = 'reporter'
    await grantRole(
      system.db,
      { person, role, organisationId: await organisationId(cui), from: null, until: null },
      by,
      at,
    )
    const row = await system.db
      .selectFrom('membership')
      .select('id')
      .where('user_id', '=', person)
      .where('organisation_id', '=', await organisationId(cui))
      .where('valid_until', 'is', null)
      .executeTakeFirstOrThrow()
    return row.id
  }
  const invitation = async (cui: string): Promise<Sample> => {
    const expiresAt = new Date(system.now().getTime() + 3_600_000)
    const made = await invite(
      system.db,
      {
        email: `${crypto.randomUUID()}@matrix.test`,
        role: 'reporter',
        organisationId: await organisationId(cui),
        language: 'ro',
        expiresAt,
      },
      by,
      system.now(),
    )
    return { params: { id: made?.id ?? '' } }
  }
  const deputy = async (principal: string, other: string, cui: string): Promise<Sample> => {
    await membership(principal, cui)
    const at = system.now()
    const until = new Date(at.getTime() + 3_600_000)
    const named = { principal, deputy: other, organisationId: await organisationId(cui), from: at, until }
    return { params: { id: (await nameDeputy(system.db, named, by, at)) ?? '' } }
  }
  const proposal = async (): Promise<Sample> => {
    const { id } = await system.db
      .insertInto('cui_proposal')
      .values({
        cui: String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 12).replace(/^0/, '1'),
        name: 'x',
        reason: 'unknown',
        organisation_id: null,
        submission_id: null,
        proposed_at: system.now(),
        decided_at: null,
        decided_by: null,
        decision: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { params: { id }, body: { organisationId: await organisationId(OWN_CUI) } }
  }
  const organisation = (body?: (cui: string) => Promise<unknown>): AccessFixture => {
    const of = async (cui: string): Promise<Sample> => ({
      params: { id: await organisationId(cui) },
      ...(body ? { body: await body(cui) } : {}),
    })
    return { own: () => of(OWN_CUI), foreign: () => of(FOREIGN_CUI), mark: ({ params }) => params?.id ?? '' }
  }
  const sameForAll = (make: () => Promise<Sample>): AccessFixture => ({ own: make, foreign: make })
  const input = async (cui: string) => ({
    cui,
    siruta: null,
    territory: null,
    kind: 'institution',
    names: { ro: 'Una', hu: 'Egy', en: 'One' },
  })
  const user = async (): Promise<Sample> => ({
    params: { id: await somebody() },
    body: { role: 'analyst', organisationId: null, lastDay: null },
  })
  const ofHolder = (
    own: (holder: Holder) => Promise<Sample>,
    foreign: () => Promise<Sample>,
  ): AccessFixture => ({ own, foreign })
  return [
    [
      /PUT \/api\/organisations\/:id\/parent/,
      organisation(async () => ({ parentId: null, from: null, lastDay: null })),
    ],
    [/PUT \/api\/organisations\/:id\/contacts/, organisation(async () => ({ contacts: [] }))],
    [/PUT \/api\/organisations\/:id$/, organisation(input)],
    [/GET \/api\/organisations/, organisation()],
    [
      /DELETE \/api\/memberships/,
      ofHolder(
        async holder => ({ params: { id: await membership(holder.id, FOREIGN_CUI) } }),
        async () => ({ params: { id: await membership(await somebody(), FOREIGN_CUI) } }),
      ),
    ],
    [
      /\/api\/invitations(\/:id|$)/,
      {
        own: () => invitation(OWN_CUI),
        foreign: () => invitation(FOREIGN_CUI),
        mark: ({ params }) => params?.id ?? '',
      },
    ],
    [
      /DELETE \/api\/deputies/,
      ofHolder(
        async holder => deputy(await somebody(), holder.id, FOREIGN_CUI),
        async () => deputy(await somebody(), await somebody(), FOREIGN_CUI),
      ),
    ],
    [/GET \/api\/users\/:id/, sameForAll(async () => ({ params: { id: await somebody() } }))],
    [/\/api\/users\/:id/, sameForAll(user)],
    [/\/api\/cui-proposals\/:id/, sameForAll(proposal)],
  ]
}
