import { hrefOf, type LinkedPage } from '../links.ts'
import type { Envelope } from '../page-types.ts'
import { accountLoaders } from './account.ts'
import { administrationLoaders } from './administration.ts'
import { documentLoaders } from './documents.ts'
import { inboxLoaders } from './inbox.ts'
import { institutionLoaders } from './institution.ts'
import { mandateLoaders } from './mandates.ts'
import { organisationLoaders } from './organisations.ts'
import { oversightLoaders } from './oversight.ts'
import type { Loaded, LoadRequest, PageLoader, PageLoaders } from './page-loader.ts'
import { publicLoaders } from './public.ts'
import { registerLoaders } from './registers.ts'
import { ruleLoaders } from './rules.ts'

const LOADERS: PageLoaders<LinkedPage> = {
  ...publicLoaders,
  ...documentLoaders,
  ...ruleLoaders,
  ...registerLoaders,
  ...accountLoaders,
  ...mandateLoaders,
  ...inboxLoaders,
  ...institutionLoaders,
  ...organisationLoaders,
  ...oversightLoaders,
  ...administrationLoaders,
}

type PageAnswer = Pick<Envelope, 'page' | 'status' | 'data'> | { readonly redirect: string }

/** Asks the API for what a page shows. Throws PageProblem when it refuses. */
export async function loadPageData(request: LoadRequest): Promise<PageAnswer> {
  const { match, url, session } = request
  // The page and its data belong together by name; the compiler cannot follow that through a variable.
  const loader = LOADERS[match.page] as PageLoader<LinkedPage>
  if (loader.needsAccount && !session) {
    const next = new URLSearchParams({ next: url.pathname + url.search })
    return { redirect: hrefOf('sign-in', match.language, {}, next) }
  }
  const loaded: Loaded<LinkedPage> = await loader.load(request)
  return 'redirect' in loaded ? loaded : { page: match.page, data: loaded.data, status: loaded.status ?? 200 }
}
