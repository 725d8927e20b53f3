import { formatDay, type Language, localDay, type Names } from '../../domain/index.ts'
import type { CollectedEntry } from '../../services/index.ts'

const TEXTS: Readonly<Record<Language, { title: string; made: string; nothing: string }>> = {
  ro: {
    title: 'Datele dumneavoastră',
    made: 'Întocmit la',
    nothing: 'Nu păstrăm nimic.',
  },
  hu: {
    title: 'Az Ön adatai',
    made: 'Készült:',
    nothing: 'Semmit sem őrzünk.',
  },
  en: { title: 'Your data', made: 'Made on', nothing: 'Nothing is kept.' },
}

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

/** snake_case and camelCase as words. */
const words = (name: string): string => name.replaceAll(/_|(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()

function value(held: unknown): string {
  if (held === null || held === undefined || held === '') return '–'
  if (held instanceof Date) return escapeHtml(held.toISOString())
  if (typeof held !== 'object') return escapeHtml(String(held))
  if (Array.isArray(held))
    return held.length === 0 ? '–' : `<ol>${held.map(one => `<li>${value(one)}</li>`).join('')}</ol>`
  const rows = Object.entries(held).map(
    ([name, inner]) => `<dt>${escapeHtml(words(name))}</dt><dd>${value(inner)}</dd>`,
  )
  return rows.length === 0 ? '–' : `<dl>${rows.join('')}</dl>`
}

const isEmpty = (held: unknown): boolean => Array.isArray(held) && held.length === 0

/** What is held about a person as a page that stands alone: for reading, while the JSON is for programs. */
export async function readableExport(
  entries: AsyncIterable<CollectedEntry>,
  language: Language,
  at: Date,
): Promise<string> {
  const texts = TEXTS[language]
  const text = (names: Names) => escapeHtml(names[language])
  const parts: string[] = []
  for await (const { processing, data } of entries) {
    const held = Object.entries(data).filter(([, one]) => !isEmpty(one))
    const body =
      held.length === 0
        ? `<p>${texts.nothing}</p>`
        : held.map(([name, one]) => `<h3>${escapeHtml(words(name))}</h3>${value(one)}`).join('')
    parts.push(
      `<section><h2>${text(processing.name)}</h2><p>${text(processing.purpose)}</p>${body}</section>`,
    )
  }
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${texts.title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.1rem 1rem;margin:.25rem 0}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}section{border-top:1px solid #ccc;margin-top:2rem}h3{font-size:1rem;margin-bottom:0}</style></head>
<body><h1>${texts.title}</h1><p>${texts.made} ${escapeHtml(formatDay(localDay(at), language))}</p>${parts.join('\n')}</body></html>`
}
