import crypto from 'node:crypto'
import { sql } from 'kysely'
import { allRoles } from '../identity/actor.ts'
import { findActor } from '../identity/find-actor.ts'
import type { Store } from '../store/database.ts'
import type { OidcClaims } from './client.ts'
import { findLinkedPerson, linkIdentity } from './linked-identities.ts'
import type { OidcProvider } from './provider.ts'

/** email_unverified: the provider does not vouch for an address; link_first: the account's owner has to link it while signed in; account_unknown: no account and no invitation. */
type IdentityRefusal = 'email_unverified' | 'link_first' | 'account_unknown'

type Resolved =
  | { readonly ok: true; readonly userId: string; readonly outcome: 'known' | 'linked' | 'created' }
  | { readonly ok: false; readonly reason: IdentityRefusal }

/** What is known of the account that has the address which the provider vouches for. */
export interface Candidate {
  readonly emailVerified: boolean
  /** Roles beyond a citizen's own. */
  readonly hasOffice: boolean
  readonly hasFactor: boolean
  readonly hasOtherIdentity: boolean
}

/**
 * Whether an address that a provider has verified may open an account that nobody linked to it. The account's own address
 * must be verified, or whoever signed up with a stranger's address would share the account with them; what the owner did to
 * protect it is not gone round: a second factor, a passkey or another provider asks for linking while signed in. A provider
 * for citizens never opens an office.
 */
export const mayLinkSilently = (candidate: Candidate, provider: Pick<OidcProvider, 'for'>): boolean =>
  candidate.emailVerified &&
  !candidate.hasFactor &&
  !candidate.hasOtherIdentity &&
  (provider.for === 'official' || !candidate.hasOffice)

/** Whose account an identity opens: issuer and subject decide; at the first time the address that the provider has verified. */
export async function resolveIdentity(
  store: Store,
  provider: OidcProvider,
  claims: OidcClaims,
  now: Date,
): Promise<Resolved> {
  const known = await findLinkedPerson(store, claims, now)
  if (known !== null) return { ok: true, userId: known, outcome: 'known' }
  const email = claims.verifiedEmail
  if (email === null) return { ok: false, reason: 'email_unverified' }
  const candidate = await findCandidate(store, email, now)
  if (candidate) {
    if (!mayLinkSilently(candidate, provider)) return { ok: false, reason: 'link_first' }
    const linked = await linkIdentity(store, { userId: candidate.id, provider: provider.name, claims }, now)
    return linked
      ? { ok: true, userId: candidate.id, outcome: 'linked' }
      : { ok: false, reason: 'link_first' }
  }
  if (provider.for === 'official') return { ok: false, reason: 'account_unknown' }
  const userId = await createCitizen(store, { email, name: claims.name ?? email }, provider.name, now)
  if (userId === null) return { ok: false, reason: 'link_first' }
  await linkIdentity(store, { userId, provider: provider.name, claims }, now)
  return { ok: true, userId, outcome: 'created' }
}

async function findCandidate(
  store: Store,
  email: string,
  now: Date,
): Promise<(Candidate & { id: string }) | null> {
  const actor = await findActor(store, { email }, now)
  if (!actor) return null
  const row = await store
    .selectFrom('auth_user')
    .select([
      'emailVerified',
      sql<boolean>`exists (select from second_factor where user_id = auth_user.id and confirmed_at is not null)
        or exists (select from passkey where user_id = auth_user.id)`.as('factor'),
      sql<boolean>`exists (select from linked_identity where user_id = auth_user.id)`.as('identity'),
    ])
    .where('id', '=', actor.id)
    .executeTakeFirstOrThrow()
  return {
    id: actor.id,
    emailVerified: row.emailVerified,
    hasOffice: allRoles(actor).some(role => role !== 'citizen'),
    hasFactor: row.factor,
    hasOtherIdentity: row.identity,
  }
}

/** Null when somebody else took the address in the same moment. */
async function createCitizen(
  store: Store,
  person: { email: string; name: string },
  provider: string,
  now: Date,
): Promise<string | null> {
  const id = crypto.randomUUID()
  const row = await store
    .insertInto('auth_user')
    .values({ id, ...person, emailVerified: true, image: null, demo: false, createdAt: now, updatedAt: now })
    .onConflict(conflict => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await store
    .insertInto('membership')
    .values({
      user_id: id,
      role: 'citizen',
      organisation_id: null,
      valid_from: now,
      valid_until: null,
      granted_by: `oidc:${provider}`,
      ended_by: null,
    })
    .execute()
  return id
}
