import { z } from '@hono/zod-openapi'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { anyone, ownRows, ownSession, route } from './policy.ts'
import { Session } from './session.ts'
import { body, json, line, problems } from './shared.ts'

const Base64Url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/, 'base64url without padding')
const CredentialId = Base64Url.min(1).max(1400)

/** What navigator.credentials gives, as JSON; anything else in it is not read. */
const credential = <S extends z.ZodRawShape>(response: S) =>
  z.object({
    id: CredentialId,
    rawId: CredentialId,
    type: z.literal('public-key'),
    response: z.object(response),
    clientExtensionResults: z.object({}),
  })

const Registration = credential({
  clientDataJSON: Base64Url,
  attestationObject: Base64Url,
  transports: z.array(z.string().max(20)).max(10).default([]),
}).openapi('PasskeyRegistration')

const Assertion = credential({
  clientDataJSON: Base64Url,
  authenticatorData: Base64Url,
  signature: Base64Url,
  userHandle: Base64Url.optional(),
}).openapi('PasskeyAssertion')

/** Handed to the browser as they are. */
const CreationOptions = z
  .custom<PublicKeyCredentialCreationOptionsJSON>()
  .openapi({ type: 'object', description: 'PublicKeyCredentialCreationOptionsJSON of WebAuthn' })
const RequestOptions = z
  .custom<PublicKeyCredentialRequestOptionsJSON>()
  .openapi({ type: 'object', description: 'PublicKeyCredentialRequestOptionsJSON of WebAuthn' })

const Name = line(1, 60).openapi({ example: 'Telefon' })

const Passkey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    backedUp: z.boolean().openapi({ description: 'Whether the passkey is synced between devices' }),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .openapi('Passkey')

const params = z.object({ id: z.uuid() })
const tags = ['sign-in']

export const askPasskey = route(anyone, {
  method: 'post',
  path: '/api/session/passkey/options',
  tags,
  summary: 'What a browser needs to ask for a passkey; a cookie ties the answer to it',
  responses: { 200: json(RequestOptions, 'What navigator.credentials.get takes'), ...problems(429) },
})

export const signInWithPasskey = route(anyone, {
  method: 'post',
  path: '/api/session/passkey',
  tags,
  summary: 'Sign in with a passkey, which counts as both factors',
  request: body(Assertion),
  responses: { 200: json(Session, 'Signed in; the session cookie is set'), ...problems(400, 401, 429) },
})

export const listOwnPasskeys = route(
  ownSession,
  {
    method: 'get',
    path: '/api/account/passkeys',
    tags,
    summary: "The person's passkeys",
    responses: { 200: json(z.object({ items: z.array(Passkey) }), 'Passkeys'), ...problems(401, 403) },
  },
  ownRows,
)

export const askNewPasskey = route(ownSession, {
  method: 'post',
  path: '/api/account/passkeys/options',
  tags,
  summary: 'What a browser needs to make a new passkey; the answer belongs to this session',
  responses: { 200: json(CreationOptions, 'What navigator.credentials.create takes'), ...problems(401, 403) },
})

export const addOwnPasskey = route(ownSession, {
  method: 'post',
  path: '/api/account/passkeys',
  tags,
  summary: 'Keep the passkey that the browser made',
  request: body(z.object({ name: Name, credential: Registration })),
  responses: { 201: json(Passkey, 'The passkey'), ...problems(400, 401, 403, 409, 422) },
})

export const renameOwnPasskey = route(
  ownSession,
  {
    method: 'patch',
    path: '/api/account/passkeys/{id}',
    tags,
    summary: 'Rename a passkey',
    request: { params, ...body(z.object({ name: Name })) },
    responses: { 204: { description: 'Renamed' }, ...problems(400, 401, 403, 404) },
  },
  ownRows,
)

export const removeOwnPasskey = route(
  ownSession,
  {
    method: 'delete',
    path: '/api/account/passkeys/{id}',
    tags,
    summary: 'Remove a passkey: it opens nothing any more',
    request: { params },
    responses: { 204: { description: 'Removed' }, ...problems(400, 401, 403, 404, 409) },
  },
  ownRows,
)
