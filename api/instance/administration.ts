import {
  type AuditAction,
  type Cui,
  parseCui,
  placeOfKind,
  ROLE_PLACES,
  type Role,
  TOKEN_SCOPES,
  type TokenScope,
} from '../../domain/index.ts'
import {
  findActor,
  findOrganisation,
  hashPassword,
  issueToken,
  listOrganisations,
  OrganisationConflict,
  putAccount,
  putOrganisations,
  recordEvent,
} from '../../services/index.ts'
import { ProblemError } from '../http/problem.ts'
import { demoPasswordHash } from '../seed/demo-accounts.ts'
import type { System } from './system.ts'

const ADMINISTRATOR = 'admin command'

function requireCui(text: string): Cui {
  const cui = parseCui(text)
  if (!cui)
    throw new ProblemError(
      'request_invalid',
      `"${text}" is no fiscal code: digits are missing or the check digit is wrong.`,
    )
  return cui
}

export interface EntityInput {
  readonly cui: string
  readonly name: string
  readonly nameHu?: string | undefined
  readonly nameEn?: string | undefined
  readonly siruta?: string | undefined
  readonly kind?: string | undefined
  readonly parent?: string | undefined
}

/** Adds an institution or gives a town hall its fiscal code; with demo accounts seeded, it gets its own two. */
export async function addEntity(
  system: System,
  input: EntityInput,
): Promise<{ cui: string; accounts: string[] }> {
  const cui = requireCui(input.cui)
  const known = await findOrganisation(system.db, { cui })
  const kind = input.kind ?? known?.kind ?? (input.siruta ? 'commune' : 'institution')
  try {
    await putOrganisations(
      system.db,
      [
        {
          county: 'HR',
          cui,
          siruta: input.siruta ?? known?.siruta ?? null,
          kind,
          names: { ro: input.name, hu: input.nameHu ?? input.name, en: input.nameEn ?? input.name },
          parentCui: input.parent ? requireCui(input.parent) : (known?.parentCui ?? null),
          demo: known?.demo ?? false,
        },
      ],
      system.now(),
    )
  } catch (error) {
    if (error instanceof OrganisationConflict) throw new ProblemError('request_invalid', error.message)
    throw error
  }
  system.relay.wake()
  await recordAdministration(system, 'organisation.put', 'organisation', cui, { name: input.name })
  return { cui, accounts: await addDemoReporters(system, [cui]) }
}

/** A demo reporter and approver for institutions, when demo accounts are in use. */
export async function addDemoReporters(system: System, cuis: readonly string[]): Promise<string[]> {
  const passwordHash = await demoPasswordHash(system)
  if (!passwordHash) return []
  const emails: string[] = []
  for (const cui of cuis) {
    const organisation = await findOrganisation(system.db, { cui })
    if (!organisation) continue
    for (const role of ['reporter', 'approver'] as const) {
      const email = `${role}@${cui}.demo`
      await putAccount(
        system.db,
        {
          email,
          name: `${organisation.names.ro} (${role})`,
          passwordHash,
          demo: true,
          memberships: [{ role, organisationId: organisation.id }],
          grantedBy: 'seed',
        },
        system.now(),
      )
      emails.push(email)
    }
  }
  return emails
}

export interface AccountInput {
  readonly email: string
  readonly name?: string | undefined
  readonly password?: string | undefined
  readonly role: Role
  readonly entity?: string | undefined
  /** Name of a department of the county council. */
  readonly department?: string | undefined
}

export async function addAccount(
  system: System,
  input: AccountInput,
): Promise<{ email: string; role: string }> {
  const organisation = await organisationOf(system, input)
  if ((input.entity || input.department) && !organisation) throw new ProblemError('entity_unknown')
  const places = ROLE_PLACES[input.role]
  if (!organisation && !places.includes('county'))
    throw new ProblemError(
      'request_invalid',
      `The role ${input.role} needs --entity with the institution's fiscal code.`,
    )
  // A role for the whole county stays one where an institution is named with it.
  const takesPlace = organisation !== null && places.includes(placeOfKind(organisation.kind))
  const id = await putAccount(
    system.db,
    {
      email: input.email,
      name: input.name ?? input.email,
      passwordHash: input.password ? await hashPassword(input.password) : null,
      demo: false,
      memberships: [{ role: input.role, organisationId: takesPlace ? (organisation?.id ?? null) : null }],
      grantedBy: ADMINISTRATOR,
    },
    system.now(),
  )
  await recordAdministration(system, 'account.put', 'user', id, {
    role: input.role,
    entity: input.entity ?? null,
  })
  return { email: input.email, role: input.role }
}

async function organisationOf(system: System, { entity, department }: AccountInput) {
  if (entity) return findOrganisation(system.db, { cui: requireCui(entity) })
  if (!department) return null
  const named = (await listOrganisations(system.db)).find(
    ({ kind, names }) => kind === 'department' && Object.values(names).includes(department),
  )
  return named ?? null
}

/** A token for scripts; without scopes named it may do whatever the account may. */
export async function issueAccountToken(
  system: System,
  email: string,
  days: number,
  more: { readonly scopes?: readonly TokenScope[] | undefined; readonly name?: string | undefined } = {},
) {
  const actor = await findActor(system.db, { email }, system.now())
  if (!actor) throw new ProblemError('not_found', `No account has the address ${email}.`)
  const expiresAt = new Date(system.now().getTime() + days * 86_400_000)
  const scopes = more.scopes ?? TOKEN_SCOPES
  const { secret: token } = await issueToken(system.db, {
    userId: actor.id,
    name: more.name ?? 'npm run admin',
    scopes,
    expiresAt,
    strong: true,
  })
  await recordAdministration(system, 'token.issued', 'user', actor.id, {
    expiresAt: expiresAt.toISOString(),
    scopes,
  })
  return { email: actor.email, token, expiresAt: expiresAt.toISOString() }
}

const recordAdministration = (
  system: System,
  action: AuditAction,
  subjectKind: string,
  subjectId: string,
  detail: Record<string, unknown>,
) =>
  recordEvent(system.db, { at: system.now(), actor: ADMINISTRATOR, action, subjectKind, subjectId, detail })
