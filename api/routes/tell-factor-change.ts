import { type FactorChange, notify, type Store } from '../../services/index.ts'

/** In the transaction of a change of the ways into an account: its owner hears of it, whoever made it. */
export const tellFactorChange = (
  store: Store,
  person: string,
  params: { readonly change: FactorChange; readonly name?: string },
  at: Date,
): Promise<void> =>
  notify(
    store,
    {
      to: { person },
      kind: 'account.factor_changed',
      params: { change: params.change, name: params.name ?? '' },
      link: '/account/security',
    },
    at,
  )
