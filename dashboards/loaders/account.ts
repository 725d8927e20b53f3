import { hrefOf, safeNext } from '../links.ts'
import type { PageLoaders } from './page-loader.ts'

export const accountLoaders: PageLoaders<'sign-in'> = {
  'sign-in': {
    needsAccount: false,
    load: ({ match: { language }, url, session, demoAccounts }) => {
      const next = safeNext(url.searchParams.get('next'))
      if (!session)
        return { data: { next: next ?? hrefOf('reports', language), demoAccounts: [...demoAccounts] } }
      const reporter = session.user.roles.some(role => role !== 'citizen')
      return { redirect: next ?? hrefOf(reporter ? 'reports' : 'home', language) }
    },
  },
}
