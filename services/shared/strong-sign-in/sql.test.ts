import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import {
  beginSecondFactor,
  countRecoveryCodes,
  createKeyring,
  hasSecondFactor,
  putAccount,
  putChallenge,
  removeSecondFactor,
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
  markStrong: db => markStrong(db, 'x'),
  markConfirmed: db => markConfirmed(db, 'x', now),
})
