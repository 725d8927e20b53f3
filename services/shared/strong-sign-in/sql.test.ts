import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import {
  addPasskey,
  beginSecondFactor,
  countRecoveryCodes,
  createKeyring,
  findPasskey,
  hasSecondFactor,
  listCredentials,
  listPasskeys,
  putAccount,
  putChallenge,
  recordPasskeyUse,
  removePasskey,
  removeSecondFactor,
  renamePasskey,
  replaceRecoveryCodes,
  spendCode,
  spendRecoveryCode,
  takeChallenge,
  tryChallenge,
} from '../../index.ts'
import { markConfirmed, markStrong } from './session-marks.ts'

const keyring = createKeyring('a secret of a test, long enough for it')
const now = new Date('2026-07-01T10:00:00Z')
let userId = ''
let passkeyId = ''
const passkey = {
  credentialId: 'x',
  publicKey: new Uint8Array([1]),
  counter: 0,
  transports: [],
  backedUp: false,
  name: 'x',
}
const challenge = { kind: 'oidc', token: 'x', userId: null, payload: {}, seconds: 300 } as const

sqlSnapshots(import.meta.dirname, {
  beginSecondFactor: async (db, forget) => {
    userId = await putAccount(
      db,
      {
        email: 'kata@exemplu.ro',
        name: 'Kata',
        passwordHash: null,
        demo: false,
        memberships: [],
        grantedBy: 'x',
      },
      now,
    )
    forget()
    await beginSecondFactor(db, keyring, userId)
  },
  spendCode: db => spendCode(db, keyring, { userId, code: '000000', confirms: true }, now),
  hasSecondFactor: db => hasSecondFactor(db, userId),
  replaceRecoveryCodes: db => replaceRecoveryCodes(db, keyring, userId),
  spendRecoveryCode: db => spendRecoveryCode(db, keyring, userId, 'abcde-fghjk', now),
  countRecoveryCodes: db => countRecoveryCodes(db, userId),
  removeSecondFactor: db => removeSecondFactor(db, userId),
  putChallenge: db => putChallenge(db, challenge, now),
  tryChallenge: db => tryChallenge(db, 'oidc', 'x', now),
  takeChallenge: db => takeChallenge(db, 'oidc', 'x', now),
  addPasskey: db => addPasskey(db, { ...passkey, userId }, now),
  listPasskeys: async (db, forget) => {
    forget()
    passkeyId = (await listPasskeys(db, userId))[0]?.id ?? ''
  },
  listCredentials: db => listCredentials(db, userId),
  findPasskey: db => findPasskey(db, 'x'),
  recordPasskeyUse: db => recordPasskeyUse(db, passkeyId, 1, now),
  renamePasskey: db => renamePasskey(db, userId, passkeyId, 'Telefon'),
  removePasskey: db => removePasskey(db, userId, passkeyId),
  markStrong: db => markStrong(db, 'x'),
  markConfirmed: db => markConfirmed(db, 'x', now),
})
