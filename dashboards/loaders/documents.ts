import { DOCUMENT_STATES, type Role } from '../../domain/index.ts'
import type { DocumentSummary, Verification } from '../api-types.ts'
import { PageProblem, read } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

/** Who reads every document; for others the API would list their own. */
const OFFICE: readonly Role[] = ['official', 'clerk', 'admin', 'auditor']

export const documentLoaders: PageLoaders<'verify' | 'verification' | 'documents' | 'office-documents'> = {
  verify: {
    needsAccount: false,
    load: ({ url }) => ({ data: { given: url.searchParams.get('code')?.slice(0, 60) ?? null } }),
  },
  documents: {
    needsAccount: true,
    load: async ({ api }) => ({
      data: await read<{ items: DocumentSummary[] }>(api, '/api/documents?of=me'),
    }),
  },
  'office-documents': {
    needsAccount: true,
    load: async ({ api, url, session }) => {
      if (!session?.user.roles.some(role => OFFICE.includes(role))) throw new PageProblem(403, 'forbidden')
      const query = url.searchParams.get('q')?.trim().slice(0, 60) ?? ''
      const state = DOCUMENT_STATES.find(known => known === url.searchParams.get('state')) ?? null
      const asked = new URLSearchParams({ q: query, ...(state === null ? {} : { state }) })
      const { items } = await read<{ items: DocumentSummary[] }>(api, `/api/documents?${asked}`)
      return { data: { items, query, state } }
    },
  },
  verification: {
    needsAccount: false,
    load: async ({ api, match }) => {
      const document = await read<Verification>(api, `/api/verify/${match.params.code ?? ''}`).catch(
        (error: unknown) => {
          // An unknown code is an answer too: the page says what it may mean.
          if (error instanceof PageProblem && error.status === 404) return null
          throw error
        },
      )
      return document ? { data: { document } } : { data: { document: null }, status: 404 }
    },
  },
}
