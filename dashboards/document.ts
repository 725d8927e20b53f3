import { LANGUAGES, type Language } from '../domain/index.ts'
import type { BrowserAssets } from './assets.ts'
import type { Envelope, Head } from './page-types.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, letter => ENTITIES[letter] ?? letter)

/** JSON that cannot end its script element, nor start a comment in it. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

const LOCALES: Record<Language, string> = { ro: 'ro_RO', hu: 'hu_HU', en: 'en_GB' }

interface DocumentParts {
  readonly body: string
  readonly head: Head
  readonly envelope: Envelope
  readonly siteName: string
  readonly nonce: string
  readonly assets: BrowserAssets
  readonly preloads: readonly string[]
  readonly publicUrl: string
}

/** Query parameters that choose figures; the others only choose how the page shows them. */
function canonicalSearch(path: string): string {
  const url = new URL(path, 'http://site')
  for (const name of ['view', 'trace', 'line', 'skip', 'next', 'row', 'from']) url.searchParams.delete(name)
  return url.search
}

export function htmlDocument(parts: DocumentParts): string {
  const { envelope, head, assets, nonce, publicUrl, siteName } = parts
  const { language, alternates, path, page, status } = envelope
  const origin = publicUrl.replace(/\/$/, '')
  const search = canonicalSearch(path)
  const address = (code: Language): string =>
    escapeHtml(`${origin}${alternates[code].split('?')[0]}${search}`)
  const title = escapeHtml(page === 'home' ? head.title : `${head.title} · ${siteName}`)
  const description = escapeHtml(head.description)
  const indexed = status === 200 && ['home', 'entities', 'budget'].includes(page)
  const lines = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Vite and react-aria read the nonce here for the elements that they add.
    `<meta property="csp-nonce" nonce="${nonce}">`,
    `<title>${title}</title>`,
    `<meta name="description" content="${description}">`,
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="data:,">`,
    ...(indexed
      ? [
          `<link rel="canonical" href="${address(language)}">`,
          ...LANGUAGES.map(code => `<link rel="alternate" hreflang="${code}" href="${address(code)}">`),
          `<link rel="alternate" hreflang="x-default" href="${address('ro')}">`,
          '<meta property="og:type" content="website">',
          `<meta property="og:site_name" content="${escapeHtml(siteName)}">`,
          `<meta property="og:title" content="${escapeHtml(head.title)}">`,
          `<meta property="og:description" content="${description}">`,
          `<meta property="og:url" content="${address(language)}">`,
          `<meta property="og:locale" content="${LOCALES[language]}">`,
          ...LANGUAGES.filter(code => code !== language).map(
            code => `<meta property="og:locale:alternate" content="${LOCALES[code]}">`,
          ),
        ]
      : ['<meta name="robots" content="noindex">']),
    ...assets.fonts.map(
      file => `<link rel="preload" as="font" type="font/woff2" href="${file}" crossorigin>`,
    ),
    ...assets.styles.map(file => `<link rel="stylesheet" href="${file}">`),
    ...parts.preloads.map(file => `<link rel="modulepreload" href="${file}" nonce="${nonce}">`),
  ]
  return `<!doctype html>
<html lang="${language}">
<head>
${lines.join('\n')}
</head>
<body>
<div id="app">${parts.body}</div>
<script type="application/json" id="page-data" nonce="${nonce}">${scriptJson(envelope)}</script>
<script type="module" src="${assets.entry}" nonce="${nonce}"></script>
</body>
</html>
`
}
