import { createContext, useContext } from 'react'
import type { Language, Names } from '../../domain/index.ts'
import type { Session } from '../api-types.ts'
import type { Texts } from '../i18n/index.ts'
import { hrefOf, type LinkedPage, type Params } from '../links.ts'

export interface App {
  readonly language: Language
  readonly t: Texts
  readonly session: Session | null
  /** Path and query of the page. */
  readonly path: string
  /** Follows a link of this site without reloading it. */
  go(href: string): Promise<void>
  /** Reads the data of this page again and shows it, keeping focus and scroll. */
  refresh(): Promise<void>
}

export const AppContext = createContext<App | null>(null)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp outside of AppContext')
  return app
}

/** Address of a page in the language that is being read. */
export function useHref(): (page: LinkedPage, params?: Params, query?: URLSearchParams | null) => string {
  const { language } = useApp()
  return (page, params, query) => hrefOf(page, language, params, query)
}

/** The name in the language of the page, and the other of the county's two names where it differs. */
export function namesFor(
  names: Names,
  language: Language,
): { own: string; other: { name: string; language: Language } | null } {
  const own = names[language]
  const otherLanguage: Language = language === 'hu' ? 'ro' : 'hu'
  const other = names[otherLanguage]
  return { own, other: other === own || other === '' ? null : { name: other, language: otherLanguage } }
}
