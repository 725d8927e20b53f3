import { type Language, SUBMISSION_STATES } from '../../domain/index.ts'
import type { EntityList, EntitySummary, Session, SubmissionPage } from '../api-types.ts'
import { hrefOf, type Match, safeNext } from '../links.ts'
import type { BudgetData, PageDataOf, PageName } from '../page-types.ts'
import { type Api, read } from './api.ts'
import { loadBudget } from './budget.ts'
import { loadSubmission } from './submission.ts'

export interface LoadRequest {
  readonly match: Match
  readonly url: URL
  readonly session: Session | null
  readonly api: Api
  readonly demoAccounts: readonly string[]
}

type Loaded = {
  [P in PageName]: { readonly page: P; readonly data: PageDataOf[P]; readonly status?: number }
}[PageName]

/** The data of a page, or where to go instead. */
export type PageAnswer = Loaded | { readonly redirect: string }

/** In the reader's alphabet; sorted here once, because browsers may collate differently. */
const byName = (items: readonly EntitySummary[], language: Language): EntitySummary[] =>
  [...items].sort(
    (a, b) => Number(a.demo) - Number(b.demo) || a.names[language].localeCompare(b.names[language], language),
  )

const needsAccount = ['reports', 'upload', 'submission']

/** A date without a report is not found, though the page has something to say about it. */
const budgetAnswer = (data: BudgetData): PageAnswer => ({
  page: 'budget',
  data,
  ...(data.budget === null && data.entity.periods.length > 0 ? { status: 404 } : {}),
})

/** Asks the API for what a page shows. Throws PageProblem when it refuses. */
export async function loadPageData(request: LoadRequest): Promise<PageAnswer> {
  const { match, url, session, api } = request
  const { page, language, params } = match
  if (needsAccount.includes(page) && !session) {
    return {
      redirect: hrefOf('sign-in', language, {}, new URLSearchParams({ next: url.pathname + url.search })),
    }
  }
  switch (page) {
    case 'home': {
      const { items } = await read<EntityList>(api, '/api/public/entities')
      return { page, data: { entities: byName(items, language) } }
    }
    case 'entities': {
      const query = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
      const search = query === '' ? '' : `?${new URLSearchParams({ q: query })}`
      const { items } = await read<EntityList>(api, `/api/public/entities${search}`)
      return { page, data: { query, entities: byName(items, language) } }
    }
    case 'budget':
      return budgetAnswer(await loadBudget(params.cui ?? '', url.searchParams, api))
    case 'sign-in': {
      const reporter = session?.user.roles.some(role => role !== 'citizen') ?? false
      const next = safeNext(url.searchParams.get('next'))
      if (session) return { redirect: next ?? hrefOf(reporter ? 'reports' : 'home', language) }
      return {
        page,
        data: { next: next ?? hrefOf('reports', language), demoAccounts: [...request.demoAccounts] },
      }
    }
    case 'reports': {
      const entity = /^\d{2,10}$/.exec(url.searchParams.get('entity') ?? '')?.[0] ?? null
      const status = SUBMISSION_STATES.find(state => state === url.searchParams.get('status')) ?? null
      const query = new URLSearchParams({ lang: language })
      const cursor = url.searchParams.get('cursor')
      if (entity !== null) query.set('entity', entity)
      if (status !== null) query.set('status', status)
      if (cursor !== null) query.set('cursor', cursor)
      const list = await read<SubmissionPage>(api, `/api/reporting/submissions?${query}`)
      return { page, data: { page: list, entity, status } }
    }
    case 'upload':
      return { page, data: null }
    case 'submission':
      return { page, data: await loadSubmission(params.id ?? '', language, url.searchParams, api) }
    case 'design':
      return { page, data: null }
  }
}
