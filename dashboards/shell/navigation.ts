import type { Language } from '../../domain/index.ts'
import type { Envelope, Head } from '../page-types.ts'

export interface PageAnswer {
  readonly envelope: Envelope
  readonly head: Head
}

export interface Visit {
  /** refresh keeps focus, scroll and address. */
  readonly kind: 'link' | 'back' | 'refresh'
  readonly url: string
  readonly head: Head
}

/** Fetches the data of a page; redirects (to the sign-in, say) are followed, and their address is the one to show. */
export async function fetchPage(url: URL, signal: AbortSignal): Promise<PageAnswer & { url: string }> {
  const response = await fetch(url.pathname + url.search, {
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
    signal,
  })
  if (!response.headers.get('content-type')?.startsWith('application/json')) throw new Error('not a page')
  const answer = (await response.json()) as PageAnswer
  const reached = new URL(response.url)
  return { ...answer, url: reached.pathname + reached.search + url.hash }
}

export function sameSite(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0) return false
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false
  if (link.target !== '' && link.target !== '_self') return false
  if (link.origin !== window.location.origin || link.hasAttribute('download')) return false
  // What the API answers is no page: it leads to a provider of identities, or to a file.
  if (link.pathname.startsWith('/api/')) return false
  // A link inside the page is the browser's own business.
  const here = window.location
  return !(link.hash !== '' && link.pathname === here.pathname && link.search === here.search)
}

/** Puts title, language and focus where a page load would have put them. Returns the title, to be announced. */
export function afterNavigation(visit: Visit, language: Language): string {
  document.title = visit.head.title
  document.documentElement.lang = language
  if (visit.kind === 'refresh') return visit.head.title
  const id = new URL(visit.url, window.location.href).hash.slice(1)
  const target = id === '' ? null : document.getElementById(decodeURIComponent(id))
  const focused =
    target ?? document.querySelector<HTMLElement>('main h1') ?? document.getElementById('content')
  if (focused) {
    if (!focused.hasAttribute('tabindex')) focused.tabIndex = -1
    focused.focus({ preventScroll: true })
  }
  if (visit.kind === 'link') {
    if (target) target.scrollIntoView({ block: 'nearest' })
    else window.scrollTo({ top: 0 })
  }
  return visit.head.title
}
