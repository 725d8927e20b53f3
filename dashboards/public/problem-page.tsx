import type { Texts } from '../i18n/index.ts'
import type { PageModule, ProblemData } from '../page-types.ts'
import { useApp, useHref } from '../shell/app-context.ts'

const LACKS_FACTOR = 'second_factor_required'

function wordsOf({ status, code }: ProblemData, t: Texts): { title: string; text: string } {
  const { problem } = t
  if (code === LACKS_FACTOR) return { title: t.strong.required.title, text: t.strong.required.text }
  if (status === 404) return { title: problem.notFound, text: problem.notFoundText }
  if (status === 403) return { title: problem.forbidden, text: problem.forbiddenText }
  if (status === 503 || status === 429) return { title: problem.unavailable, text: problem.unavailableText }
  if (status < 500) return { title: problem.badRequest, text: problem.badRequestText }
  return { title: problem.broken, text: problem.brokenText }
}

function ProblemPage({ data }: { data: ProblemData }) {
  const { status } = data
  const { t, path } = useApp()
  const href = useHref()
  const { title, text } = wordsOf(data, t)
  const lacksFactor = data.code === LACKS_FACTOR
  return (
    <div className="narrow">
      <p className="code">{status}</p>
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="row">
        {status >= 429 ? (
          <a className="button primary" href={path}>
            {t.problem.retry}
          </a>
        ) : null}
        {lacksFactor ? (
          <a className="button primary" href={href('security')} data-nav="">
            {t.strong.required.link}
          </a>
        ) : null}
        <a
          className={status >= 429 || lacksFactor ? 'button' : 'button primary'}
          href={href('entities')}
          data-nav=""
        >
          {t.problem.toEntities}
        </a>
        <a className="button" href={href('home')} data-nav="">
          {t.site.home}
        </a>
      </p>
    </div>
  )
}

export const problemPage: PageModule<ProblemData> = {
  Page: ProblemPage,
  head: (data, { t }) => {
    const { title, text } = wordsOf(data, t)
    return { title, description: text }
  },
}
