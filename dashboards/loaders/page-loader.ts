import type { Session } from '../api-types.ts'
import type { LinkedPage, Match } from '../links.ts'
import type { PageDataOf } from '../page-types.ts'
import type { Api } from './api.ts'

export interface LoadRequest {
  readonly match: Match
  readonly url: URL
  readonly session: Session | null
  readonly api: Api
  readonly demoAccounts: readonly string[]
}

/** The data of a page, or where to go instead. */
export type Loaded<P extends LinkedPage> =
  | { readonly data: PageDataOf[P]; readonly status?: number }
  | { readonly redirect: string }

/** How a page gets its data from the API, whose policies decide what the reader sees of it. */
export interface PageLoader<P extends LinkedPage> {
  /** Whoever is not signed in is led to the sign-in page and back. */
  readonly needsAccount: boolean
  /** Throws PageProblem when the API refuses. */
  readonly load: (request: LoadRequest) => Loaded<P> | Promise<Loaded<P>>
}

export type PageLoaders<P extends LinkedPage> = { readonly [K in P]: PageLoader<K> }
