import { localDay, MANDATE_STATES } from '../../domain/index.ts'
import type { Attachment, Mandate } from '../api-types.ts'
import { PageProblem, read, readOptional } from './api.ts'
import type { LoadRequest, PageLoaders } from './page-loader.ts'

interface MandatePage {
  items: Mandate[]
  next: string | null
}

async function one({ api, match }: LoadRequest) {
  const address = `/api/mandates/${match.params.id ?? ''}`
  const [mandate, proofs] = await Promise.all([
    read<Mandate>(api, address),
    readOptional<{ items: Attachment[] }>(api, `${address}/proofs`),
  ])
  return { data: { mandate, proofs: proofs?.items ?? [] } }
}

export const mandateLoaders: PageLoaders<
  'mandates' | 'mandate' | 'office-mandates' | 'office-mandate' | 'person-search'
> = {
  mandates: {
    needsAccount: true,
    load: async ({ api }) => {
      const [{ items }, represented] = await Promise.all([
        read<MandatePage>(api, '/api/mandates'),
        read<MandatePage>(api, '/api/mandates?of=represented'),
      ])
      return { data: { items, represented: represented.items, today: localDay(new Date()) } }
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
  'person-search': {
    needsAccount: true,
    // The page has nothing to read; the API refuses everybody else, too.
    load: ({ session }) => {
      if (!session?.user.roles.includes('official')) throw new PageProblem(403, 'not_allowed')
      return { data: null }
    },
  },
}
