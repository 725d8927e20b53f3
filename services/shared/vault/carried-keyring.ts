import type { Kysely, KyselyPlugin } from 'kysely'
import type { Keyring } from './keyring.ts'

/** A plugin that changes nothing: transactions inherit the plugins of their database, and so its keyring. */
class CarriedKeyring implements KyselyPlugin {
  readonly keyring: Keyring

  constructor(keyring: Keyring) {
    this.keyring = keyring
  }

  transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => node
  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result
}

export const carryKeyring = (keyring: Keyring): KyselyPlugin => new CarriedKeyring(keyring)

/** The keyring that the store was opened with. */
export function keyringOf(store: Pick<Kysely<unknown>, 'getExecutor'>): Keyring {
  const plugin = store.getExecutor().plugins.find(carried => carried instanceof CarriedKeyring)
  if (!plugin) throw new Error('the store was opened without a keyring')
  return plugin.keyring
}
