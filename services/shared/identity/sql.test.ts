import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import { findSignIn, putAccount } from './accounts.ts'
import { isLastAdministrator } from './administrators.ts'
import { findToken, issueToken, listTokens, revokeToken } from './api-tokens.ts'
import { endDeputy, findDeputy, listDeputies, nameDeputy } from './deputies.ts'
import {
  findInvitation,
  invite,
  listInvitations,
  lookUpInvitation,
  renewInvitation,
  revokeInvitation,
  spendInvitation,
} from './invitations.ts'
import { endLinks } from './mail-links.ts'
import { endRole, findMembership, grantRole, listMemberships } from './memberships.ts'
import { changeProfile, findProfile, setPasswordHash } from './profile.ts'
import { listSessions, revokeSession, revokeSessions, touchSession } from './sessions.ts'
import { clearAttempts, sweepAttempts, takeAttempt } from './sign-in-tally.ts'

const at = new Date('2026-07-01T10:00:00Z')
const later = new Date('2026-08-01T10:00:00Z')
const ID = '00000000-0000-4000-8000-000000000001'
let user = ''
const by = { person: 'x', deputyFor: [] }
const offer = { email: 'b@b.ro', role: 'analyst' as const, organisationId: null, language: 'ro' as const }
let secret = ''
let invitation = { id: '', token: '' }
let deputy = ''

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
  isLastAdministrator: db => db.transaction().execute(store => isLastAdministrator(store, user, at)),
  listTokens: db => listTokens(db, user),
  revokeToken: db => revokeToken(db, user, ID),
  listSessions: db => listSessions(db, user, at),
  touchSession: db => touchSession(db, 'x', at, 60_000),
  revokeSession: db => revokeSession(db, user, 'x'),
  revokeSessions: db => revokeSessions(db, user, 'x'),
  endLinks: db => endLinks(db, user),
  takeAttempt: async db => {
    for (let time = 0; time < 6; time++) await takeAttempt(db, 'x', at)
  },
  clearAttempts: db => clearAttempts(db, 'x'),
  sweepAttempts: db => sweepAttempts(db, at),
  invite: db =>
    db.transaction().execute(async store => {
      invitation = (await invite(store, { ...offer, expiresAt: later }, by, at)) ?? invitation
    }),
  listInvitations: db => listInvitations(db, ID),
  findInvitation: db => findInvitation(db, { token: invitation.token }),
  lookUpInvitation: db => lookUpInvitation(db, invitation.token, at),
  renewInvitation: db =>
    db.transaction().execute(store => renewInvitation(store, invitation.id, later, by, at)),
  spendInvitation: db => db.transaction().execute(store => spendInvitation(store, invitation.id, user, at)),
  revokeInvitation: async (db, forget) => {
    const made = await invite(db, { ...offer, expiresAt: later }, by, at)
    forget()
    await db.transaction().execute(store => revokeInvitation(store, made?.id ?? '', by, at))
  },
  grantRole: db =>
    db
      .transaction()
      .execute(store =>
        grantRole(store, { person: user, role: 'analyst', organisationId: null, until: null }, by, at),
      ),
  listMemberships: db => listMemberships(db, { organisation: ID }, at),
  nameDeputy: async (db, forget) => {
    const person = { email: 'c@b.ro', name: 'C', passwordHash: null, demo: false, memberships: [] }
    const other = await putAccount(db, { ...person, grantedBy: 'x' }, at)
    forget()
    const named = { principal: user, deputy: other, organisationId: null, from: at, until: later }
    deputy = (await db.transaction().execute(store => nameDeputy(store, named, by, at))) ?? ''
  },
  listDeputies: db => listDeputies(db, { person: user }, at),
  findDeputy: db => findDeputy(db, deputy, at),
  endDeputy: async (db, forget) => {
    const named = await findDeputy(db, deputy, at)
    forget()
    if (named) await db.transaction().execute(store => endDeputy(store, named, by, at))
  },
  findMembership: db => findMembership(db, ID),
  endRole: async (db, forget) => {
    const [held] = await listMemberships(db, { people: [user] }, at)
    forget()
    if (held) await db.transaction().execute(store => endRole(store, held, by, later))
  },
})
