import type { AuditPage, Processing } from '../api-types.ts'
import { read } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

const ASKED = ['actor', 'action', 'q', 'from', 'to'] as const

export const oversightLoaders: PageLoaders<'audit' | 'privacy'> = {
  audit: {
    needsAccount: true,
    load: async ({ api, url }) => {
      const asked = Object.fromEntries(
        ASKED.flatMap(name => {
          // A field called "action" would hide where its form leads to.
          const value =
            url.searchParams
              .get(name === 'action' ? 'what' : name)
              ?.trim()
              .slice(0, 200) ?? ''
          // A date that is being typed is no reason for an error page.
          const wrong = (name === 'from' || name === 'to') && !/^\d{4}-\d{2}-\d{2}$/.test(value)
          return value === '' || wrong ? [] : [[name, value]]
        }),
      )
      const before = /^[1-9]\d{0,14}$/.exec(url.searchParams.get('before') ?? '')?.[0]
      const query = new URLSearchParams({ ...asked, ...(before === undefined ? {} : { before }) })
      return { data: { asked, page: await read<AuditPage>(api, `/api/audit?${query}`) } }
    },
  },
  privacy: {
    needsAccount: false,
    load: async ({ api }) => ({ data: await read<{ items: Processing[] }>(api, '/api/privacy/register') }),
  },
}
