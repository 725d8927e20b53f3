import type { ComponentType } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Language } from '../../domain/index.ts'
import type { Texts } from '../i18n/index.ts'
import type { Envelope } from '../page-types.ts'
import { Toasts } from '../parts/toast.tsx'
import { type App, AppContext } from './app-context.ts'
import { Layout } from './layout.tsx'

const LOCALES: Record<Language, string> = { ro: 'ro-RO', hu: 'hu-HU', en: 'en-GB' }

export interface View {
  readonly envelope: Envelope
  readonly t: Texts
  readonly Page: ComponentType<{ data: unknown }>
}

interface Props extends Pick<App, 'go' | 'refresh'> {
  view: View
  /** What a screen reader says after a client-side navigation; empty at first. */
  announcement: string
}

/** The same tree on the server and in the browser. */
export function AppRoot({ view: { envelope, t, Page }, announcement, go, refresh }: Props) {
  const { language, session, path, page, site, alternates, data } = envelope
  return (
    <I18nProvider locale={LOCALES[language]}>
      <AppContext value={{ language, t, session, path, go, refresh }}>
        <Layout page={page} site={site} alternates={alternates}>
          <Page data={data} />
        </Layout>
        <Toasts />
        <div className="visually-hidden" role="status">
          {announcement}
        </div>
      </AppContext>
    </I18nProvider>
  )
}
