import { localDay, MANDATE_STATES } from '../../domain/index.ts'
import type { Mandate } from '../api-types.ts'
import { read } from './api.ts'
import type { LoadRequest, PageLoaders } from './page-loader.ts'

interface MandatePage {
  items: Mandate[]
  next: string | null
}

const one = async ({ api, match }: LoadRequest) => ({
  data: { mandate: await read<Mandate>(api, `/api/mandates/${match.params.id ?? ''}`) },
})

export const mandateLoaders: PageLoaders<'mandates' | 'mandate' | 'office-mandates' | 'office-mandate'> = {
  mandates: {
    needsAccount: true,
    load: async ({ api }) => {
      const { items } = await read<MandatePage>(api, '/api/mandates')
      return { data: { items, today: localDay(new Date()) } }
    },
  },
  mandate: { needsAccount: true, load: one },
  'office-mandates': {
    needsAccount: true,
    load: async ({ api, url }) => {
      const state = MANDATE_STATES.find(known => known === url.searchParams.get('state')) ?? null
      const before = /^\d{1,18}$/.exec(url.searchParams.get('before') ?? '')?.[0]
      const query = new URLSearchParams()
      if (state !== null) query.set('state', state)
      if (before !== undefined) query.set('before', before)
      return { data: { ...(await read<MandatePage>(api, `/api/office/mandates?${query}`)), state } }
    },
  },
  'office-mandate': { needsAccount: true, load: one },
}
