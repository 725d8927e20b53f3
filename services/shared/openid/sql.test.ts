import { sqlSnapshots } from '../../../tests/support/sql-snapshots.ts'
import {
  countWaysIn,
  linkIdentity,
  listLinkedIdentities,
  resolveIdentity,
  unlinkIdentity,
} from '../../index.ts'

const now = new Date('2026-07-01T10:00:00Z')
const claims = {
  issuer: 'https://x.example',
  subject: '1',
  verifiedEmail: 'kata@exemplu.ro',
  name: 'Kata',
  strong: false,
}
const provider = {
  name: 'x',
  label: 'X',
  issuer: claims.issuer,
  clientId: 'x',
  clientSecret: null,
  for: 'citizen',
  scope: 'openid',
  strongAcr: [],
  strongAmr: [],
} as const
let userId = ''
let link = ''

sqlSnapshots(import.meta.dirname, {
  createFromIdentity: async db => {
    const resolved = await resolveIdentity(db, provider, claims, now)
    userId = resolved.ok ? resolved.userId : ''
  },
  resolveIdentity: db => resolveIdentity(db, provider, { ...claims, subject: '2' }, now),
  linkIdentity: db => linkIdentity(db, { userId, provider: 'x', claims: { ...claims, subject: '3' } }, now),
  listLinkedIdentities: async db => {
    link = (await listLinkedIdentities(db, userId))[0]?.id ?? ''
  },
  countWaysIn: db => countWaysIn(db, userId),
  unlinkIdentity: db => unlinkIdentity(db, userId, link),
})
