import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { loadTexts } from '../i18n/index.ts'
import type { Envelope } from '../page-types.ts'
import { loadPage } from '../routes.ts'
import { AppRoot, type View } from './app-root.tsx'
import { afterNavigation, fetchPage, sameSite, type Visit } from './navigation.ts'

async function viewOf(envelope: Envelope): Promise<View> {
  const [t, { Page }] = await Promise.all([loadTexts(envelope.language), loadPage(envelope.page)])
  return { envelope, t, Page }
}

/** Follows the links marked with data-nav by fetching the page's data; whatever fails becomes an ordinary page load. */
export function BrowserRoot({ first }: { first: View }) {
  const [shown, setShown] = useState<{ view: View; visit: Visit | null }>({ view: first, visit: null })
  const [announcement, setAnnouncement] = useState('')
  const running = useRef<AbortController | null>(null)

  const visit = useCallback(async (href: string, kind: Visit['kind']) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const url = new URL(href, window.location.href)
    try {
      const answer = await fetchPage(url, controller.signal)
      const view = await viewOf(answer.envelope)
      if (controller.signal.aborted) return
      if (kind === 'link') window.history.pushState(null, '', answer.url)
      startTransition(() => setShown({ view, visit: { kind, url: answer.url, head: answer.head } }))
    } catch {
      if (!controller.signal.aborted && kind !== 'refresh') window.location.assign(url)
    }
  }, [])

  useEffect(() => {
    if (!shown.visit) return
    const title = afterNavigation(shown.visit, shown.view.envelope.language)
    if (shown.visit.kind !== 'refresh') setAnnouncement(title)
  }, [shown])

  useEffect(() => {
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-nav]') : null
      if (!(link instanceof HTMLAnchorElement) || !sameSite(event, link)) return
      event.preventDefault()
      void visit(link.href, 'link')
    }
    const submit = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-nav') || event.defaultPrevented)
        return
      event.preventDefault()
      const url = new URL(form.action, window.location.href)
      const fields = new FormData(form, event.submitter)
      url.search = new URLSearchParams(
        [...fields].filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
        ),
      ).toString()
      void visit(url.href, 'link')
    }
    const back = () => void visit(window.location.href, 'back')
    document.addEventListener('click', click)
    document.addEventListener('submit', submit)
    window.addEventListener('popstate', back)
    document.documentElement.dataset.ready = ''
    return () => {
      document.removeEventListener('click', click)
      document.removeEventListener('submit', submit)
      window.removeEventListener('popstate', back)
    }
  }, [visit])

  const go = useCallback((href: string) => visit(href, 'link'), [visit])
  const refresh = useCallback(() => visit(window.location.href, 'refresh'), [visit])
  return <AppRoot view={shown.view} announcement={announcement} go={go} refresh={refresh} />
}
