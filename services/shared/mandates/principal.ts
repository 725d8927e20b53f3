import type { Cnp, Cui } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'
import { keyringOf } from '../vault/carried-keyring.ts'
import { cnpMac } from '../vault/cnp-mac.ts'
import { openFor, sealFor } from '../vault/person-keys.ts'

/** Whoever is to be represented. */
export type NewPrincipal =
  | { readonly kind: 'company'; readonly cui: Cui; readonly name: string }
  | { readonly kind: 'person'; readonly cnp: Cnp; readonly name: string }

const CNP = 'principal-cnp'
const NAME = 'principal-name'

/** Their own key, so that erasing them leaves those who acted for them. */
export const principalKey = (id: string): string => `principal:${id}`

/** The id of the one represented, added when it was not known yet. */
export async function knowPrincipal(store: Store, principal: NewPrincipal, at: Date): Promise<string> {
  const keyring = keyringOf(store)
  const by =
    principal.kind === 'company'
      ? ({ column: 'cui', value: principal.cui } as const)
      : ({ column: 'cnp_mac', value: cnpMac(store, principal.cnp) } as const)
  const find = () =>
    store.selectFrom('principal').select('id').where(by.column, '=', by.value).executeTakeFirst()
  const known = await find()
  if (known) return known.id
  const id = crypto.randomUUID()
  const added = await store
    .insertInto('principal')
    .values({
      id,
      kind: principal.kind,
      cui: principal.kind === 'company' ? principal.cui : null,
      cnp_mac: principal.kind === 'person' ? by.value : null,
      cnp:
        principal.kind === 'person'
          ? await sealFor(store, keyring, principalKey(id), CNP, principal.cnp)
          : null,
      created_at: at,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  const found = added ?? (await find())
  if (!found) throw new Error('the one represented is and is not there')
  return found.id
}

export const sealPrincipalName = (store: Store, principal: string, name: string): Promise<Buffer> =>
  sealFor(store, keyringOf(store), principalKey(principal), NAME, name)

/** Null once those data were erased. */
export const openPrincipalName = (store: Store, principal: string, sealed: Buffer): Promise<string | null> =>
  openFor(store, keyringOf(store), principalKey(principal), NAME, sealed)

export const openCnp = (store: Store, principal: string, sealed: Buffer): Promise<Cnp | null> =>
  openFor(store, keyringOf(store), principalKey(principal), CNP, sealed) as Promise<Cnp | null>
