import { z } from '@hono/zod-openapi'
import { LANGUAGES, ROLES } from '../../domain/index.ts'
import { Represented } from './mandates.ts'
import { anyone, forTokens, route, signedIn } from './policy.ts'
import { json, Names, problems } from './shared.ts'

export const SessionUser = z
  .object({
    email: z.string(),
    name: z.string(),
    demo: z.boolean(),
    language: z.enum(LANGUAGES),
    roles: z.array(z.enum(ROLES)),
    organisations: z.array(
      z.object({ id: z.uuid(), cui: z.string().nullable(), names: Names, roles: z.array(z.enum(ROLES)) }),
    ),
  })
  .openapi('SessionUser')

export const Session = z
  .object({
    user: SessionUser,
    csrfToken: z.string(),
    lacksFactor: z
      .boolean()
      .openapi({ description: 'Only the security settings are open until a second factor is shown' }),
    mandates: z.array(Represented).openapi({ description: 'Whom the person may act for now' }),
  })
  .openapi('Session')

export const signIn = route(anyone, {
  method: 'post',
  path: '/api/session',
  tags: ['session'],
  summary: 'Sign in with e-mail and password',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ email: z.string().min(3).max(254), password: z.string().min(1).max(256) }),
        },
      },
    },
  },
  responses: { 200: json(Session, 'Signed in; the session cookie is set'), ...problems(400, 401, 429) },
})

export const currentSession = route(signedIn, {
  method: 'get',
  path: '/api/session',
  tags: ['session'],
  summary: 'The signed-in person and a fresh CSRF token',
  responses: { 200: json(Session, 'Signed in'), ...problems(401) },
})

export const signOut = route(forTokens('read', signedIn), {
  method: 'delete',
  path: '/api/session',
  tags: ['session'],
  summary: 'Sign out',
  responses: { 204: { description: 'Signed out' }, ...problems(401, 403) },
})

export const mintCubeToken = route(forTokens('read', signedIn), {
  method: 'post',
  path: '/api/session/cube-token',
  tags: ['session'],
  summary: "A token for Cube's clients with what the signed-in person may see now; good for a minute",
  responses: {
    200: json(
      z
        .object({ token: z.string(), expiresAt: z.string().openapi({ example: '2026-06-30T10:15:00.000Z' }) })
        .openapi('CubeToken'),
      'A JWT with the security context',
    ),
    ...problems(401, 403),
  },
})
