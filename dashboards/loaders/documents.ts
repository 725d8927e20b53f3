import type { DocumentSummary, Verification } from '../api-types.ts'
import { PageProblem, read } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

export const documentLoaders: PageLoaders<'verify' | 'verification' | 'documents'> = {
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
