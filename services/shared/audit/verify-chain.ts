import crypto from 'node:crypto'
import type { Database, Store } from '../store/database.ts'
import { type Keyring, SealBroken } from '../vault/keyring.ts'
import { readKey } from '../vault/person-keys.ts'
import { commitmentOf, PERSONAL, personalContent } from './commitment.ts'

/** A head that was written down outside of the database. */
export interface WrittenHead {
  readonly number: number
  /** Hex. */
  readonly hash: string
}

export const CHAIN_FAULTS = [
  'number_missing',
  'event_missing',
  'hash_wrong',
  'content_changed',
  'personal_changed',
  'key_missing',
  'event_unlinked',
  'head_wrong',
  'written_head_differs',
  'end_missing',
] as const
export type ChainFault = (typeof CHAIN_FAULTS)[number]

export interface ChainReport {
  /** Links that were checked. */
  readonly links: number
  /** Events whose personal part can't be read any more, its key being destroyed. */
  readonly erased: number
  readonly head: WrittenHead
  /** The first broken number and what is wrong there; null: all is whole. */
  readonly broken: { readonly number: number; readonly fault: ChainFault } | null
}

const PAGE = 2000
const GENESIS = crypto.createHash('sha256').update('open-county audit').digest()

/** Hash of a link: SHA-256 of the hash before it, its number in 8 bytes, and the commitment of its event. */
function linkHash(previous: Buffer, number: number, commitment: Buffer): Buffer {
  const counted = Buffer.alloc(8)
  counted.writeBigInt64BE(BigInt(number))
  return crypto.createHash('sha256').update(previous).update(counted).update(commitment).digest()
}

/**
 * Checks the whole chain as it stands at one moment: every number, every hash, every content, every personal part whose key
 * lives, and the heads that were written down elsewhere. Writers go on meanwhile.
 */
export async function verifyChain(
  db: Database,
  keyring: Keyring,
  written: readonly WrittenHead[],
): Promise<ChainReport> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async store => {
      const heads = new Map<number, Set<string>>()
      for (const head of written) heads.set(head.number, (heads.get(head.number) ?? new Set()).add(head.hash))
      const keys = new Map<string, Keyring | null | undefined>()
      const keyOf = async (person: string) => {
        if (!keys.has(person)) keys.set(person, await readKey(store, keyring, person))
        return keys.get(person)
      }
      let number = 0
      let hash: Buffer = GENESIS
      let erased = 0
      const end = (broken: ChainReport['broken']): ChainReport => ({
        links: number,
        erased,
        head: { number, hash: hash.toString('hex') },
        broken,
      })
      for (;;) {
        const page = await readLinks(store, number)
        for (const link of page) {
          const expected = number + 1
          const fault = (broken: ChainFault) => end({ number: expected, fault: broken })
          if (Number(link.number) !== expected) return fault('number_missing')
          if (link.commitment === null) return fault('event_missing')
          const made = linkHash(hash, expected, link.commitment)
          if (!made.equals(link.hash)) return fault('hash_wrong')
          if (!commitmentOf(keyring, committed(link)).equals(link.commitment)) return fault('content_changed')
          if (link.person !== null && link.personal !== null) {
            const key = await keyOf(link.person)
            if (key === undefined) return fault('key_missing')
            if (key === null) erased++
            else if (!isWhole(key, link.id ?? '', link.personal, link.personal_mac))
              return fault('personal_changed')
          }
          number = expected
          hash = made
          const noted = heads.get(number)
          if (noted && (noted.size > 1 || !noted.has(hash.toString('hex'))))
            return end({ number, fault: 'written_head_differs' })
        }
        if (page.length < PAGE) break
      }
      const beyond = written.find(head => head.number > number)
      if (beyond) return end({ number: number + 1, fault: 'end_missing' })
      const head = await store.selectFrom('audit_head').select(['number', 'hash']).executeTakeFirst()
      if (!head || Number(head.number) !== number || !head.hash.equals(hash))
        return end({ number: number + 1, fault: 'head_wrong' })
      if (await hasUnlinked(store)) return end({ number: number + 1, fault: 'event_unlinked' })
      return end(null)
    })
}

const readLinks = (store: Store, after: number) =>
  store
    .selectFrom('audit_link as link')
    .leftJoin('audit_event as event', 'event.id', 'link.event')
    .selectAll('event')
    .select(['link.number', 'link.hash'])
    .where('link.number', '>', String(after))
    .orderBy('link.number')
    .limit(PAGE)
    .execute()

type Link = Awaited<ReturnType<typeof readLinks>>[number]

const committed = (link: Link) => ({
  id: link.id ?? '',
  at: link.at ?? new Date(0),
  actor: link.actor ?? '',
  action: link.action ?? '',
  subjectKind: link.subject_kind ?? '',
  subjectId: link.subject_id ?? '',
  detail: link.detail,
  person: link.person,
  personalMac: link.personal_mac,
})

function isWhole(key: Keyring, id: string, personal: Buffer, mac: string | null): boolean {
  try {
    return key.mac(PERSONAL, personalContent(id, key.unseal(PERSONAL, personal).toString())) === mac
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}

/** An event that was put in past the trigger that links it. */
async function hasUnlinked(store: Store): Promise<boolean> {
  const row = await store
    .selectFrom('audit_event as event')
    .leftJoin('audit_link as link', 'link.event', 'event.id')
    .select('event.id')
    .where('link.event', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The last link. */
export async function auditHead(store: Store): Promise<WrittenHead> {
  const { number, hash } = await store
    .selectFrom('audit_head')
    .select(['number', 'hash'])
    .executeTakeFirstOrThrow()
  return { number: Number(number), hash: hash.toString('hex') }
}
