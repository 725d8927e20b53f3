import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { NewPasskey, StoredPasskey } from './passkeys.ts'

/** Who asks for passkeys: a browser gives them to this origin alone. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
  readonly name: string
}

export function relyingParty(publicUrl: string, name: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, origin, name }
}

export const CEREMONY_SECONDS = 300

/** A passkey that needs no name typed and always asks for a finger, a face or a PIN: it stands for both factors. */
export const registrationOptions = (
  party: RelyingParty,
  person: { id: string; email: string; name: string },
  existing: readonly { id: string; transports: string[] }[],
) =>
  generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    timeout: CEREMONY_SECONDS * 1000,
    excludeCredentials: [...existing],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

export type RegistrationResponse = RegistrationResponseJSON

/** The new passkey, or null when the answer is not good: another challenge, origin or site, no user verification. */
export async function verifyRegistration(
  party: RelyingParty,
  response: RegistrationResponse,
  challenge: string,
): Promise<Omit<NewPasskey, 'userId' | 'name'> | null> {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return null
  const { credential, credentialBackedUp } = verified.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
  }
}

/** Whichever passkey the browser has for this site: nobody says first who they are. */
export const signInOptions = (party: RelyingParty) =>
  generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    timeout: CEREMONY_SECONDS * 1000,
  })

export type SignInResponse = AuthenticationResponseJSON

/** The passkey's new counter, or null when the answer is not good. */
export async function verifySignIn(
  party: RelyingParty,
  response: SignInResponse,
  challenge: string,
  passkey: StoredPasskey,
): Promise<number | null> {
  // The authenticator says whose key it is; it must be the account that we know the key for.
  const owner = Buffer.from(response.response.userHandle ?? '', 'base64url').toString()
  if (owner !== passkey.userId) return null
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: {
      id: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
    },
    requireUserVerification: true,
  }).catch(() => null)
  return verified?.verified ? verified.authenticationInfo.newCounter : null
}
