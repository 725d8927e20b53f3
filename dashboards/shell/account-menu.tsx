import { useEffect, useRef } from 'react'
import { accountLinksOf } from './account-links.ts'
import { useApp, useHref } from './app-context.ts'
import { SignOutButton } from './sign-out-button.tsx'

/** The signed-in person's name opens their pages. A details element: it opens without scripts too, and its content is links. */
export function AccountMenu() {
  const { t, session, path } = useApp()
  const href = useHref()
  const menu = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const shut = (event: Event) => {
      const { current } = menu
      if (current?.open && event.target instanceof Node && !current.contains(event.target))
        current.open = false
    }
    const onKey = (event: KeyboardEvent) => {
      const { current } = menu
      if (event.key !== 'Escape' || !current?.open) return
      current.open = false
      current.querySelector('summary')?.focus()
    }
    document.addEventListener('click', shut)
    document.addEventListener('focusin', shut)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('click', shut)
      document.removeEventListener('focusin', shut)
      document.removeEventListener('keydown', onKey)
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has opened
  useEffect(() => {
    if (menu.current) menu.current.open = false
  }, [path])

  if (!session) return null
  const { user } = session
  const here = path.split('?')[0]
  const groups = [
    { group: 'account', links: [{ page: 'account' as const, text: t.account.menu }] },
    ...accountLinksOf(user).map(({ group, links }) => ({
      group,
      links: links.map(({ page, title }) => ({ page, text: title(t) })),
    })),
  ]
  return (
    <details className="account-menu" ref={menu}>
      <summary className="button">
        <svg className="account-sign" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="6.5" r="3.5" />
          <path d="M3 18c0-4 3-6.5 7-6.5s7 2.5 7 6.5" />
        </svg>
        <span className="visually-hidden">{t.site.signedInAs} </span>
        <span className="account-name">{user.name}</span>
        <span className="caret" aria-hidden="true" />
      </summary>
      <div className="account-panel">
        <p className="account-who">
          <b>{user.name}</b>
          <span className="meta">{user.email}</span>
          {user.demo ? <span className="tag tag-signal">{t.site.demoAccount}</span> : null}
        </p>
        <nav aria-label={t.account.menu}>
          {groups.map(({ group, links }) => (
            <ul key={group}>
              {links.map(({ page, text }) => (
                <li key={page}>
                  <a href={href(page)} data-nav="" aria-current={href(page) === here ? 'page' : undefined}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          ))}
        </nav>
        <SignOutButton />
      </div>
    </details>
  )
}
