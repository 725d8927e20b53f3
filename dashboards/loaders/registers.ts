import { localDay } from '../../domain/index.ts'
import type { Register, RegisterPage } from '../api-types.ts'
import { PageProblem, read } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

export const registerLoaders: PageLoaders<'registers'> = {
  registers: {
    needsAccount: true,
    load: async ({ api, url }) => {
      const given = url.searchParams
      const { items } = await read<{ items: Register[] }>(api, '/api/registers')
      const register = given.get('register') ?? items[0]?.code
      if (register === undefined || !items.some(({ code }) => code === register))
        throw new PageProblem(404, 'register_unknown')
      const direction = (['entry', 'exit'] as const).find(one => one === given.get('direction')) ?? null
      const thisYear = Number(localDay(new Date()).slice(0, 4))
      const query = new URLSearchParams({ year: given.get('year') || String(thisYear) })
      if (direction !== null) query.set('direction', direction)
      const before = given.get('before')
      if (before) query.set('before', before)
      const page = await read<RegisterPage>(api, `/api/registers/${register}/entries?${query}`)
      return {
        data: {
          registers: items,
          register,
          year: page.year,
          thisYear,
          direction,
          older: Boolean(before),
          page,
        },
      }
    },
  },
}
