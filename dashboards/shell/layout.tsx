import type { ReactNode } from 'react'
import { LANGUAGES, type Language, type Names } from '../../domain/index.ts'
import type { PageName, Site } from '../page-types.ts'
import { AccountMenu } from './account-menu.tsx'
import { useApp, useHref } from './app-context.ts'

const LANGUAGE_NAMES: Names = { ro: 'Română', hu: 'Magyar', en: 'English' }

interface Props {
  page: PageName
  site: Site
  alternates: Names
  children: ReactNode
}

function Brand({ site }: { site: Site }) {
  const { language } = useApp()
  const href = useHref()
  const other: Language = language === 'hu' ? 'ro' : 'hu'
  return (
    <a className="brand" href={href('home')} data-nav="">
      <b>{site.countyNames[language]}</b>
      {language === 'en' ? null : (
        <span lang={other} className="brand-other">
          {site.countyNames[other]}
        </span>
      )}
    </a>
  )
}

function Languages({ alternates }: { alternates: Names }) {
  const { language, t } = useApp()
  return (
    <nav className="languages" aria-label={t.site.languages}>
      {LANGUAGES.map(code => (
        <a
          key={code}
          href={alternates[code]}
          hrefLang={code}
          lang={code}
          title={LANGUAGE_NAMES[code]}
          aria-current={code === language ? 'true' : undefined}
        >
          {code.toUpperCase()}
          <span className="visually-hidden"> {LANGUAGE_NAMES[code]}</span>
        </a>
      ))}
    </nav>
  )
}

export function Layout({ page, site, alternates, children }: Props) {
  const { t, session, path } = useApp()
  const href = useHref()
  const reports = session?.user.roles.some(role => role !== 'citizen') ?? false
  const inReports = page === 'reports' || page === 'upload' || page === 'submission'
  return (
    <>
      <a className="skip-link" href="#content">
        {t.site.skip}
      </a>
      <header className="top">
        <Brand site={site} />
        <nav className="main-nav" aria-label={t.site.mainNavigation}>
          <a
            href={href('entities')}
            data-nav=""
            aria-current={page === 'entities' || page === 'budget' ? 'page' : undefined}
          >
            {t.site.budgets}
          </a>
          {reports ? (
            <a href={href('reports')} data-nav="" aria-current={inReports ? 'page' : undefined}>
              {t.site.reports}
            </a>
          ) : null}
        </nav>
        <Languages alternates={alternates} />
        {session ? (
          <>
            <a
              className="inbox-link"
              href={href('inbox')}
              data-nav=""
              aria-current={page === 'inbox' || page === 'inbox-settings' ? 'page' : undefined}
            >
              {t.inbox.link}
              {site.unread > 0 ? (
                <span className="count">
                  <span aria-hidden="true">{site.unread > 99 ? '99+' : site.unread}</span>
                  <span className="visually-hidden">: {t.inbox.unreadCount(site.unread)}</span>
                </span>
              ) : null}
            </a>
            <AccountMenu />
          </>
        ) : page === 'sign-in' ? null : (
          <a
            className="button"
            href={href('sign-in', {}, page === 'home' ? null : new URLSearchParams({ next: path }))}
            data-nav=""
          >
            {t.site.signIn}
          </a>
        )}
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p>{t.site.footer}</p>
        <p className="foot-links">
          <a href={href('verify')} data-nav="">
            {t.verify.linkText}
          </a>
          <a href={href('privacy')} data-nav="">
            {t.privacy.link}
          </a>
          <a href={href('rules')} data-nav="">
            {t.rules.linkText}
          </a>
          <a href="/api/docs">{t.site.openData}</a>
          <a href={href('design')} data-nav="">
            {t.site.parts}
          </a>
        </p>
      </footer>
    </>
  )
}
