import { z } from '@hono/zod-openapi'
import { isSitePath } from '../../domain/index.ts'
import { anyone, ownRows, ownSession, route } from './policy.ts'
import { body, json, problems } from './shared.ts'

const Provider = z
  .object({ name: z.string(), label: z.string(), for: z.enum(['citizen', 'official']) })
  .openapi('OidcProvider')

const Link = z
  .object({
    id: z.uuid(),
    provider: z.string(),
    label: z.string(),
    email: z.string().nullable(),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .openapi('LinkedIdentity')

const Next = z
  .string()
  .max(500)
  .refine(isSitePath, "a path of this site's own pages")
  .openapi({ example: '/ro/raportari', description: 'The page that is shown afterwards' })

const ProviderName = z.string().regex(/^[a-z][a-z0-9]{0,29}$/, 'the name of a provider')
const provider = z.object({ provider: ProviderName })
const tags = ['sign-in']
const elsewhere = { 303: { description: 'To the provider, or back to the page that was asked for' } }

export const listProviders = route(anyone, {
  method: 'get',
  path: '/api/session/oidc',
  tags,
  summary: 'Providers of OpenID Connect that lead in',
  responses: { 200: json(z.object({ items: z.array(Provider) }), 'Providers') },
})

export const beginOidc = route(anyone, {
  method: 'get',
  path: '/api/session/oidc/{provider}',
  tags,
  summary: 'Go to a provider to sign in; a cookie ties what comes back to this browser',
  request: { params: provider, query: z.object({ next: Next.default('/ro') }) },
  responses: { ...elsewhere, ...problems(400, 404, 503) },
})

export const finishOidc = route(anyone, {
  method: 'get',
  path: '/api/session/oidc/{provider}/callback',
  tags,
  summary: 'Where the provider sends the browser back to',
  request: {
    params: provider,
    query: z.object({
      state: z.string().min(1).max(200),
      code: z.string().max(4000).optional(),
      iss: z.string().max(1000).optional(),
      error: z.string().max(200).optional(),
    }),
  },
  responses: { ...elsewhere, ...problems(400, 401, 403, 404, 409, 503) },
})

export const listOwnLinks = route(
  ownSession,
  {
    method: 'get',
    path: '/api/account/links',
    tags,
    summary: "Identities of providers that open the person's account",
    responses: { 200: json(z.object({ items: z.array(Link) }), 'Links'), ...problems(401, 403) },
  },
  ownRows,
)

export const beginLink = route(ownSession, {
  method: 'post',
  path: '/api/account/links',
  tags,
  summary: 'Link an identity of a provider: the browser has to go to the address that is answered',
  request: body(z.object({ provider: ProviderName, next: Next })),
  responses: {
    200: json(z.object({ location: z.string() }), 'Where the browser goes'),
    ...problems(400, 401, 403, 404, 503),
  },
})

export const removeOwnLink = route(
  ownSession,
  {
    method: 'delete',
    path: '/api/account/links/{id}',
    tags,
    summary: 'Remove a link: that identity opens the account no more',
    request: { params: z.object({ id: z.uuid() }) },
    responses: { 204: { description: 'Removed' }, ...problems(400, 401, 403, 404, 409) },
  },
  ownRows,
)
