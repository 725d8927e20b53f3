import { landingPage } from '../account/landing-page.ts'
import type {
  Account,
  AccountSession,
  AccountToken,
  LinkedIdentity,
  MailLink,
  OidcProvider,
  Passkey,
  SecondFactor,
} from '../api-types.ts'
import { hrefOf, safeNext } from '../links.ts'
import { read, readOptional } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

export const accountLoaders: PageLoaders<
  'sign-in' | 'sign-up' | 'forgot' | 'mail-link' | 'account' | 'profile' | 'security'
> = {
  'sign-in': {
    needsAccount: false,
    load: async ({ match: { language }, url, session, demoAccounts, api }) => {
      const next = safeNext(url.searchParams.get('next'))
      if (!session) {
        const { items: providers } = await read<{ items: OidcProvider[] }>(api, '/api/session/oidc')
        const problem = url.searchParams.get('problem')
        return { data: { next, demoAccounts: [...demoAccounts], providers, problem } }
      }
      return { redirect: next ?? hrefOf(landingPage(session), language) }
    },
  },
  'sign-up': { needsAccount: false, load: () => ({ data: null }) },
  forgot: { needsAccount: false, load: () => ({ data: null }) },
  'mail-link': {
    needsAccount: false,
    load: async ({ api, url }) => {
      const token = url.searchParams.get('token') ?? ''
      const link = await readOptional<MailLink>(api, `/api/account/link?${new URLSearchParams({ token })}`)
      return { data: { link, token }, status: link === null ? 404 : 200 }
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
      const [account, sessions, tokens, secondFactor, passkeys, links, providers] = await Promise.all([
        read<Account>(api, '/api/account'),
        read<{ items: AccountSession[] }>(api, '/api/account/sessions'),
        read<{ items: AccountToken[] }>(api, '/api/account/tokens'),
        read<SecondFactor>(api, '/api/account/totp'),
        read<{ items: Passkey[] }>(api, '/api/account/passkeys'),
        read<{ items: LinkedIdentity[] }>(api, '/api/account/links'),
        read<{ items: OidcProvider[] }>(api, '/api/session/oidc'),
      ])
      return {
        data: {
          account,
          sessions: sessions.items,
          tokens: tokens.items,
          secondFactor,
          passkeys: passkeys.items,
          links: links.items,
          providers: providers.items,
        },
      }
    },
  },
}
