import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/parts.css'
import './styles/tables.css'
import './styles/charts.css'
import './styles/pages.css'
import './styles/account.css'
import './styles/office.css'
import { hydrateRoot } from 'react-dom/client'
import { loadTexts } from './i18n/index.ts'
import type { Envelope } from './page-types.ts'
import { loadPage } from './routes.ts'
import { BrowserRoot } from './shell/browser-root.tsx'

const container = document.getElementById('app')
const source = document.getElementById('page-data')

if (container && source) {
  const envelope = JSON.parse(source.textContent ?? '') as Envelope
  const [t, { Page }] = await Promise.all([loadTexts(envelope.language), loadPage(envelope.page)])
  hydrateRoot(container, <BrowserRoot first={{ envelope, t, Page }} />)
}
