import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import { findSignIn, putAccount } from './accounts.ts'
import { findToken, issueToken, listTokens, revokeToken } from './api-tokens.ts'
import { changeProfile, findProfile, setPasswordHash } from './profile.ts'
import { listSessions, revokeSession, revokeSessions, touchSession } from './sessions.ts'
import { clearAttempts, sweepAttempts, takeAttempt } from './sign-in-tally.ts'

const at = new Date('2026-07-01T10:00:00Z')
const later = new Date('2026-08-01T10:00:00Z')
const ID = '00000000-0000-4000-8000-000000000001'
let user = ''
let secret = ''

sqlSnapshots(import.meta.dirname, {
  setPasswordHash: async (db, forget) => {
    user = await putAccount(
      db,
      {
        email: 'a@b.ro',
        name: 'A',
        passwordHash: null,
        demo: false,
        memberships: [],
        grantedBy: 'x',
      },
      at,
    )
    forget()
    await setPasswordHash(db, user, 'x', at)
  },
  findSignIn: db => findSignIn(db, 'a@b.ro'),
  findProfile: db => findProfile(db, user),
  changeProfile: db => changeProfile(db, user, { name: 'B', language: 'hu' }, at),
  findToken: async (db, forget) => {
    secret = (
      await issueToken(db, { userId: user, name: 'x', scopes: ['read'], expiresAt: later, strong: true })
    ).secret
    forget()
    await findToken(db, secret, at)
  },
  listTokens: db => listTokens(db, user),
  revokeToken: db => revokeToken(db, user, ID),
  listSessions: db => listSessions(db, user, at),
  touchSession: db => touchSession(db, 'x', at, 60_000),
  revokeSession: db => revokeSession(db, user, 'x'),
  revokeSessions: db => revokeSessions(db, user, 'x'),
  takeAttempt: async db => {
    for (let time = 0; time < 6; time++) await takeAttempt(db, 'x', at)
  },
  clearAttempts: db => clearAttempts(db, 'x'),
  sweepAttempts: db => sweepAttempts(db, at),
})
