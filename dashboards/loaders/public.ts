import type { Language } from '../../domain/index.ts'
import type { EntityList, EntitySummary } from '../api-types.ts'
import { read } from './api.ts'
import { loadBudget } from './budget.ts'
import type { PageLoaders } from './page-loader.ts'

/** In the reader's alphabet; sorted here once, because browsers may collate differently. */
const byName = (items: readonly EntitySummary[], language: Language): EntitySummary[] =>
  [...items].sort(
    (a, b) => Number(a.demo) - Number(b.demo) || a.names[language].localeCompare(b.names[language], language),
  )

export const publicLoaders: PageLoaders<'home' | 'entities' | 'budget' | 'design'> = {
  home: {
    needsAccount: false,
    load: async ({ api, match }) => {
      const { items } = await read<EntityList>(api, '/api/public/entities')
      return { data: { entities: byName(items, match.language) } }
    },
  },
  entities: {
    needsAccount: false,
    load: async ({ api, match, url }) => {
      const query = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
      const search = query === '' ? '' : `?${new URLSearchParams({ q: query })}`
      const { items } = await read<EntityList>(api, `/api/public/entities${search}`)
      return { data: { query, entities: byName(items, match.language) } }
    },
  },
  budget: {
    needsAccount: false,
    load: async ({ api, match, url }) => {
      const data = await loadBudget(match.params.cui ?? '', url.searchParams, api)
      // A date without a report is not found, though the page has something to say about it.
      return data.budget === null && data.entity.periods.length > 0 ? { data, status: 404 } : { data }
    },
  },
  design: { needsAccount: false, load: () => ({ data: null }) },
}
