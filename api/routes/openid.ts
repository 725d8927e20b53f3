import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AuditAction } from '../../domain/index.ts'
import {
  countWaysIn,
  linkIdentity,
  listLinkedIdentities,
  newToken,
  type OidcClaims,
  type OidcClient,
  OidcUnavailable,
  putChallenge,
  recordOwnEvent,
  resolveIdentity,
  type Store,
  takeChallenge,
  unlinkIdentity,
} from '../../services/index.ts'
import {
  beginLink,
  beginOidc,
  finishOidc,
  listOwnLinks,
  listProviders,
  removeOwnLink,
} from '../contract/openid.ts'
import type { AppEnv } from '../http/environment.ts'
import { freshSession, sessionOf } from '../http/fresh-session.ts'
import { type ProblemCode, ProblemError } from '../http/problem.ts'
import { joinByInvitation } from '../instance/accept-invitation.ts'
import type { System } from '../instance/system.ts'
import { CHALLENGE_COOKIE, openOrAsk, setSignInCookie } from './open-session.ts'
import { tellFactorChange } from './tell-factor-change.ts'

const COOKIE = 'open_county.oidc'
const SECONDS = 600

const REFUSALS = {
  cancelled: 'oidc_cancelled',
  issuer_wrong: 'oidc_answer_wrong',
  token_wrong: 'oidc_answer_wrong',
  email_unverified: 'oidc_email_unverified',
  link_first: 'oidc_link_first',
  account_unknown: 'oidc_account_unknown',
} as const satisfies Record<string, ProblemCode>

/** Sign-in at providers of OpenID Connect, and the identities there that a person has linked. */
export function openidRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const { db, config, oidc } = system

  const record = (store: Store, userId: string, action: AuditAction, provider: string) =>
    recordOwnEvent(store, userId, action, system.now(), { provider })

  const labelOf = (name: string) => oidc.get(name)?.provider.label ?? name
  const tell = (
    store: Store,
    userId: string,
    change: 'identity_linked' | 'identity_unlinked',
    name: string,
  ) => tellFactorChange(store, userId, { change, name: labelOf(name) }, system.now())

  const clientOf = (name: string): OidcClient => {
    const client = oidc.get(name)
    if (!client) throw new ProblemError('not_found')
    return client
  }

  const redirectUri = (name: string) => `${config.publicUrl}/api/session/oidc/${name}/callback`

  /** Where the provider's page is; what has to come back is kept for this browser alone. */
  async function begin(c: Context, client: OidcClient, payload: { next: string; linkFor: string | null }) {
    const { name } = client.provider
    const { url, state, nonce, verifier } = await reachable(system, () => client.begin(redirectUri(name)))
    // Kept where there is one: a second tab must not end what the first began.
    const browser = getCookie(c, COOKIE) ?? newToken()
    await putChallenge(
      db,
      {
        kind: 'oidc',
        token: `${state}:${browser}`,
        userId: payload.linkFor,
        payload: { provider: name, nonce, verifier, next: payload.next },
        seconds: SECONDS,
      },
      system.now(),
    )
    setSignInCookie(c, system, { name: COOKIE, value: browser, path: '/api/session/oidc', seconds: SECONDS })
    c.header('cache-control', 'no-store')
    return url
  }

  async function finish(c: Context<AppEnv>, name: string, parameters: URLSearchParams): Promise<Arrival> {
    const client = clientOf(name)
    const token = `${parameters.get('state')}:${getCookie(c, COOKIE) ?? ''}`
    const asked = await takeChallenge(db, 'oidc', token, system.now())
    if (!asked || asked.payload.provider !== name) throw new ProblemError('oidc_state_wrong')
    const next = String(asked.payload.next)
    try {
      const finished = await reachable(system, () =>
        client.finish(parameters, {
          redirectUri: redirectUri(name),
          nonce: String(asked.payload.nonce),
          verifier: String(asked.payload.verifier),
        }),
      )
      if (!finished.ok) throw new ProblemError(REFUSALS[finished.reason])
      if (asked.userId !== null) {
        // Whoever began it must still be signed in: a link is never made for someone who has left.
        if ((await c.var.caller())?.actor.id !== asked.userId) throw new ProblemError('oidc_state_wrong')
        await link(asked.userId, client, finished.claims)
        return { next, problem: null }
      }
      const resolved = await db.transaction().execute(async store => {
        const { claims } = finished
        const known = await resolveIdentity(store, client.provider, claims, system.now())
        const invited =
          !known.ok && known.reason === 'account_unknown' ? await join(store, name, claims) : null
        const found = invited ?? known
        if (found.ok && found.outcome !== 'known')
          await record(store, found.userId, `identity.${found.outcome}`, name)
        if (found.ok && found.outcome === 'linked') await tell(store, found.userId, 'identity_linked', name)
        return found
      })
      if (!resolved.ok) throw new ProblemError(REFUSALS[resolved.reason])
      await openOrAsk(c, system, {
        userId: resolved.userId,
        strong: finished.claims.strong,
        by: `oidc:${name}`,
      })
      return { next, problem: null }
    } catch (error) {
      if (error instanceof ProblemError) return { next, problem: error }
      throw error
    }
  }

  /** Somebody who was invited and comes through the provider before they have an account. */
  const join = async (store: Store, provider: string, claims: OidcClaims) => {
    const { verifiedEmail: email, name } = claims
    if (email === null) return null
    const userId = await joinByInvitation(store, { email, name: name ?? email }, system.now())
    if (userId === null) return null
    await linkIdentity(store, { userId, provider, claims }, system.now())
    return { ok: true, userId, outcome: 'created' } as const
  }

  const link = (userId: string, client: OidcClient, claims: Parameters<typeof linkIdentity>[1]['claims']) =>
    db.transaction().execute(async store => {
      const { name } = client.provider
      if (!(await linkIdentity(store, { userId, provider: name, claims }, system.now())))
        throw new ProblemError('oidc_link_taken')
      await record(store, userId, 'identity.linked', name)
      await tell(store, userId, 'identity_linked', name)
    })

  app.openapi(listProviders, c =>
    c.json(
      {
        items: [...oidc.values()].map(({ provider }) => ({
          name: provider.name,
          label: provider.label,
          for: provider.for,
        })),
      },
      200,
    ),
  )

  app.openapi(beginOidc, async c => {
    const client = clientOf(c.req.valid('param').provider)
    return c.redirect(await begin(c, client, { next: c.req.valid('query').next, linkFor: null }), 303)
  })

  app.openapi(finishOidc, async c => {
    c.header('cache-control', 'no-store')
    const parameters = new URL(c.req.url).searchParams
    const arrival = await finish(c, c.req.valid('param').provider, parameters).catch((error: unknown) => {
      if (error instanceof ProblemError) return { next: '/ro', problem: error }
      throw error
    })
    const { next, problem } = arrival
    if (problem === null) return c.redirect(next, 303)
    // A program reads the problem; a person gets the page that says it.
    if (!c.req.header('accept')?.includes('text/html')) throw problem
    const { challenge } = problem.members
    if (challenge !== undefined)
      setSignInCookie(c, system, {
        name: CHALLENGE_COOKIE,
        value: challenge,
        path: '/api/session',
        seconds: 300,
      })
    const [, language = 'ro'] = next.split('/')
    return c.redirect(`/${language}/sign-in?${new URLSearchParams({ problem: problem.code, next })}`, 303)
  })

  app.openapi(listOwnLinks, async c => {
    const { actor } = await sessionOf(c)
    const links = await listLinkedIdentities(db, actor.id)
    return c.json(
      {
        items: links.map(item => ({
          ...item,
          label: labelOf(item.provider),
          createdAt: item.createdAt.toISOString(),
          lastUsedAt: item.lastUsedAt?.toISOString() ?? null,
        })),
      },
      200,
    )
  })

  app.openapi(beginLink, async c => {
    const { actor } = await freshSession(c, system.now())
    const { provider, next } = c.req.valid('json')
    const location = await begin(c, clientOf(provider), { next, linkFor: actor.id })
    return c.json({ location }, 200)
  })

  app.openapi(removeOwnLink, async c => {
    const { actor } = await freshSession(c, system.now())
    await db.transaction().execute(async store => {
      const provider = await unlinkIdentity(store, actor.id, c.req.valid('param').id)
      if (provider === null) throw new ProblemError('not_found')
      if ((await countWaysIn(store, actor.id)) === 0) throw new ProblemError('last_way_in')
      await record(store, actor.id, 'identity.unlinked', provider)
      await tell(store, actor.id, 'identity_unlinked', provider)
    })
    return c.body(null, 204)
  })
}

interface Arrival {
  readonly next: string
  readonly problem: ProblemError | null
}

async function reachable<T>(system: System, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof OidcUnavailable)) throw error
    system.log(`openid: ${error.message}${error.cause ? ` (${String(error.cause)})` : ''}`)
    throw new ProblemError('oidc_unavailable')
  }
}
