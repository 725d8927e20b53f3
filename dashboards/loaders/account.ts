import { landingPage } from '../account/landing-page.ts'
import type { Account, AccountSession, AccountToken } from '../api-types.ts'
import { hrefOf, safeNext } from '../links.ts'
import { read } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

export const accountLoaders: PageLoaders<'sign-in' | 'account' | 'profile' | 'security'> = {
  'sign-in': {
    needsAccount: false,
    load: ({ match: { language }, url, session, demoAccounts }) => {
      const next = safeNext(url.searchParams.get('next'))
      if (!session) return { data: { next, demoAccounts: [...demoAccounts] } }
      return { redirect: next ?? hrefOf(landingPage(session.user), language) }
    },
  },
  account: { needsAccount: true, load: () => ({ data: null }) },
  profile: {
    needsAccount: true,
    load: async ({ api }) => ({ data: { account: await read<Account>(api, '/api/account') } }),
  },
  security: {
    needsAccount: true,
    load: async ({ api }) => {
      const [account, sessions, tokens] = await Promise.all([
        read<Account>(api, '/api/account'),
        read<{ items: AccountSession[] }>(api, '/api/account/sessions'),
        read<{ items: AccountToken[] }>(api, '/api/account/tokens'),
      ])
      return { data: { account, sessions: sessions.items, tokens: tokens.items } }
    },
  },
}
