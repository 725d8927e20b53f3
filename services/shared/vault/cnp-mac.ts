import type { Cnp } from '../../../domain/index.ts'
import type { Store } from '../store/database.ts'
import { keyringOf } from './carried-keyring.ts'

/** What a personal number is found by wherever one is kept: a hash that only this installation can make. */
export const cnpMac = (store: Store, cnp: Cnp): string => keyringOf(store).mac('cnp', cnp)
