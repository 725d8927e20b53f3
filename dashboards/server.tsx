import { renderToString } from 'react-dom/server'
import { isLanguage, LANGUAGES, type Language, type Names } from '../domain/index.ts'
import type { Session } from './api-types.ts'
import { type BrowserAssets, loadAssets } from './assets.ts'
import { htmlDocument } from './document.ts'
import { loadTexts } from './i18n/index.ts'
import { hrefOf, matchPath } from './links.ts'
import { type Api, PageProblem } from './loaders/api.ts'
import { loadPageData } from './loaders/load-page-data.ts'
import type { Envelope, Head, Site } from './page-types.ts'
import { loadPage, PAGE_FILES } from './routes.ts'
import { AppRoot } from './shell/app-root.tsx'

export { type BrowserAssets, hrefOf, loadAssets }

export interface RenderRequest {
  readonly url: URL
  readonly session: Session | null
  /** Calls this site's API as the person who asks for the page; paths start with /api/. */
  readonly api: Api
  readonly nonce: string
  readonly assets: BrowserAssets
  /** Origin that people reach the site at, for canonical links. */
  readonly publicUrl: string
  readonly site: Site & { readonly demoAccounts: readonly string[] }
}

export interface Rendered {
  readonly status: number
  readonly html: string
  readonly headers: Record<string, string>
}

export interface RenderedData {
  readonly status: number
  /** To be sent as application/json. */
  readonly json: string
  readonly headers: Record<string, string>
}

interface Prepared {
  readonly envelope: Envelope
  readonly head: Head
}

// The same address answers HTML or JSON, and differently to each account.
const HEADERS = { 'cache-control': 'private, no-cache', vary: 'Accept, Cookie' }

function languageOf(url: URL): Language {
  const first = url.pathname.split('/')[1] ?? ''
  return isLanguage(first) ? first : 'ro'
}

/** The same page in each language. */
function alternatesOf(url: URL): Names {
  const match = matchPath(url.pathname)
  const of = (language: Language): string =>
    match ? hrefOf(match.page, language, match.params, url.searchParams) : `/${language}`
  const [ro, hu, en] = LANGUAGES.map(of) as [string, string, string]
  return { ro, hu, en }
}

type Page = Pick<Envelope, 'page' | 'status' | 'data'>

async function pageOf(request: RenderRequest): Promise<Page | { redirect: string }> {
  const { url, session, api, site } = request
  const problem = (status: number, code: string | null = null): Page => ({
    page: 'problem',
    status,
    data: { status, code },
  })
  const match = matchPath(url.pathname)
  if (!match) return url.pathname === '/design' ? { redirect: '/ro/design' } : problem(404)
  try {
    return await loadPageData({ match, url, session, api, demoAccounts: site.demoAccounts })
  } catch (error) {
    if (!(error instanceof PageProblem)) throw error
    if (error.status === 401) {
      const next = new URLSearchParams({ next: url.pathname + url.search })
      return { redirect: hrefOf('sign-in', match.language, {}, next) }
    }
    return problem(error.status, error.code)
  }
}

async function prepared(request: RenderRequest, page: Page): Promise<Prepared> {
  const { url, session, site } = request
  const language = languageOf(url)
  const envelope: Envelope = {
    ...page,
    language,
    path: url.pathname + url.search,
    alternates: alternatesOf(url),
    session,
    site: { countyNames: site.countyNames, unread: site.unread },
  }
  const [t, { head }] = await Promise.all([loadTexts(language), loadPage(page.page)])
  return { envelope, head: head(page.data, { language, t, site: envelope.site }) }
}

const nowhere = async (): Promise<void> => undefined

async function html(request: RenderRequest, page: Page): Promise<Rendered> {
  const { envelope, head } = await prepared(request, page)
  const [t, { Page }] = await Promise.all([loadTexts(envelope.language), loadPage(page.page)])
  const body = renderToString(
    <AppRoot view={{ envelope, t, Page }} announcement="" go={nowhere} refresh={nowhere} />,
  )
  const document = htmlDocument({
    body,
    head,
    envelope,
    siteName: request.site.countyNames[envelope.language],
    nonce: request.nonce,
    assets: request.assets,
    preloads: request.assets.preloads(PAGE_FILES[page.page]),
    publicUrl: request.publicUrl,
  })
  return { status: page.status, html: document, headers: { ...HEADERS } }
}

/** Renders the page of an address to a whole HTML document; a redirect has a location header and no body. */
export async function render(request: RenderRequest): Promise<Rendered> {
  const page = await pageOf(request)
  if ('redirect' in page) {
    return { status: 303, html: '', headers: { ...HEADERS, location: page.redirect } }
  }
  return html(request, page)
}

/** The data of the same page, for a navigation inside the browser. */
export async function renderData(request: RenderRequest): Promise<RenderedData> {
  const page = await pageOf(request)
  if ('redirect' in page) {
    return { status: 303, json: '', headers: { ...HEADERS, location: page.redirect } }
  }
  const answer = await prepared(request, page)
  return { status: page.status, json: JSON.stringify(answer), headers: { ...HEADERS } }
}

/** The page for an error that happened outside of the pages themselves (404 of a file, 500). */
export async function renderProblem(request: RenderRequest, status: number): Promise<Rendered> {
  return html(request, { page: 'problem', status, data: { status, code: null } })
}
