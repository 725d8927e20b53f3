import type { Account, AuditPage, Processing, UserListItem } from '../api-types.ts'
import { type Api, PageProblem, read } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

const readRegister = async (api: Api) =>
  (await read<{ items: Processing[] }>(api, '/api/privacy/register')).items
const readAccount = (api: Api) => read<Account>(api, '/api/account')

const ASKED = ['actor', 'action', 'q', 'from', 'to'] as const

export const oversightLoaders: PageLoaders<'audit' | 'privacy' | 'erasure' | 'office-erasures'> = {
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
    load: async ({ api }) => ({ data: { items: await readRegister(api) } }),
  },
  erasure: {
    needsAccount: true,
    load: async ({ api }) => {
      const [items, { hasPassword }] = await Promise.all([readRegister(api), readAccount(api)])
      return { data: { items, hasPassword } }
    },
  },
  'office-erasures': {
    needsAccount: true,
    load: async ({ api, url, session }) => {
      // Others read the list of people too, but only an administrator erases.
      if (!session?.user.roles.includes('admin')) throw new PageProblem(403, 'forbidden')
      const query = url.searchParams.get('q')?.trim().slice(0, 200) ?? ''
      const asked = new URLSearchParams({ q: query })
      const after = url.searchParams.get('after')?.slice(0, 254)
      if (after) asked.set('after', after)
      const [items, { hasPassword }, found] = await Promise.all([
        readRegister(api),
        readAccount(api),
        query === ''
          ? null
          : read<{ items: UserListItem[]; next: string | null }>(api, `/api/users?${asked}`),
      ])
      const data = { items, hasPassword, query, people: found?.items ?? null, next: found?.next ?? null }
      return { data }
    },
  },
}
