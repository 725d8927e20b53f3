import { SUBMISSION_STATES } from '../../domain/index.ts'
import type { SubmissionPage } from '../api-types.ts'
import { read } from './api.ts'
import type { PageLoaders } from './page-loader.ts'
import { loadSubmission } from './submission.ts'

export const institutionLoaders: PageLoaders<'reports' | 'upload' | 'submission'> = {
  reports: {
    needsAccount: true,
    load: async ({ api, match, url }) => {
      const entity = /^\d{2,10}$/.exec(url.searchParams.get('entity') ?? '')?.[0] ?? null
      const status = SUBMISSION_STATES.find(state => state === url.searchParams.get('status')) ?? null
      const query = new URLSearchParams({ lang: match.language })
      const cursor = url.searchParams.get('cursor')
      if (entity !== null) query.set('entity', entity)
      if (status !== null) query.set('status', status)
      if (cursor !== null) query.set('cursor', cursor)
      const page = await read<SubmissionPage>(api, `/api/reporting/submissions?${query}`)
      return { data: { page, entity, status } }
    },
  },
  upload: { needsAccount: true, load: () => ({ data: null }) },
  submission: {
    needsAccount: true,
    load: async ({ api, match, url }) => ({
      data: await loadSubmission(match.params.id ?? '', match.language, url.searchParams, api),
    }),
  },
}
