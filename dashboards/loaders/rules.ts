import { localDay } from '../../domain/index.ts'
import type { LegalCalendar, Rule } from '../api-types.ts'
import { read } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

export const ruleLoaders: PageLoaders<'rules' | 'rule' | 'holidays'> = {
  rules: {
    needsAccount: false,
    load: async ({ api, url }) => {
      const on = url.searchParams.get('on') ?? ''
      const search = on === '' ? '' : `?${new URLSearchParams({ on })}`
      const found = await read<{ on: string; items: Rule[] }>(api, `/api/rules${search}`)
      return { data: { on: found.on, today: on === '', rules: found.items } }
    },
  },
  rule: {
    needsAccount: false,
    load: async ({ api, match }) => {
      const { items } = await read<{ items: Rule[] }>(api, `/api/rules/${match.params.rule ?? ''}`)
      return { data: { today: localDay(new Date()), rows: items } }
    },
  },
  holidays: {
    needsAccount: false,
    load: async ({ api, url }) => {
      const year = url.searchParams.get('year') ?? ''
      const search = year === '' ? '' : `?${new URLSearchParams({ year })}`
      return {
        data: {
          calendar: await read<LegalCalendar>(api, `/api/calendar${search}`),
          today: localDay(new Date()),
        },
      }
    },
  },
}
