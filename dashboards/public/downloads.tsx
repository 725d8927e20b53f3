import { notify } from '../parts/toast.tsx'
import { useApp } from '../shell/app-context.ts'
import { apiQuery, type BudgetState } from './budget-state.ts'

const FORMATS = ['csv', 'xlsx', 'json'] as const

interface Props {
  cui: string
  state: BudgetState
  /** What the page was drawn for, so that the file and the copied link keep saying the same. */
  at: string
  asOf: number
}

export function Downloads({ cui, state, at, asOf }: Props) {
  const { t, language } = useApp()
  const query = apiQuery({ ...state, at, asOf: String(asOf) })
  query.set('lang', language)
  const copy = async () => {
    const url = new URL(window.location.href)
    url.searchParams.set('at', at)
    url.searchParams.set('asOf', String(asOf))
    url.hash = ''
    try {
      await navigator.clipboard.writeText(url.href)
      notify(t.budget.linkCopied)
    } catch {
      notify(t.budget.linkNotCopied)
    }
  }
  return (
    <p className="row downloads">
      <span>{t.budget.download}:</span>
      {FORMATS.map(format => {
        query.set('format', format)
        return (
          <a
            key={format}
            className="button"
            href={`/api/public/budget/${cui}/download?${query}`}
            download
            aria-label={t.budget.downloadAs(format.toUpperCase())}
          >
            {format.toUpperCase()}
          </a>
        )
      })}
      <button type="button" className="button quiet scripted" onClick={copy}>
        {t.budget.copyLink}
      </button>
    </p>
  )
}
