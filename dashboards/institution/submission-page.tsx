import type { Language } from '../../domain/index.ts'
import type { Submission } from '../api-types.ts'
import { formatDate, formatInstant } from '../format/date.ts'
import type { PageModule, SubmissionData } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Progress } from '../parts/progress.tsx'
import { Note } from '../parts/states.tsx'
import { StepList } from '../parts/step-list.tsx'
import { Tiles } from '../parts/tile.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { IssueList } from './issue-list.tsx'
import { ReadAgain } from './read-again.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { StateTag } from './state-tag.tsx'
import { SubmissionActions } from './submission-actions.tsx'
import { compared, stepOf, submissionHeading } from './submission-words.ts'
import { SubmissionsTable } from './submissions-table.tsx'
import { useLiveSubmission } from './use-live-submission.ts'

function Meta({ submission }: { submission: Submission }) {
  const { t, language } = useApp()
  const { meta } = t.submission
  const { entity, fileName, reportType, periodEnd, lines, receivedAt, uploadedBy } = submission
  const recognised = [
    reportType,
    periodEnd === null ? null : formatDate(periodEnd, language),
    lines === null ? null : meta.lines(lines),
  ].filter(part => part !== null)
  return (
    <p className="meta">
      {entity ? `${entity.names[language]} · ` : null}
      <span className="file-name">{fileName}</span>
      {recognised.length > 0 ? ` · ${meta.recognised} ${recognised.join(', ')}` : null}
      {` · ${meta.received} ${formatInstant(receivedAt, language)}, ${uploadedBy === null ? meta.byGone : `${meta.by} ${uploadedBy}`}`}
    </p>
  )
}

function Totals({ submission }: { submission: Submission }) {
  const { t, language } = useApp()
  const { totals, controlTotals, version, status } = submission
  const { tiles } = t.submission
  const rows = (['revenue', 'expenditure'] as const).map(kind => ({
    label: tiles[kind],
    ...compared(totals?.[kind] ?? null, controlTotals?.[kind] ?? null, language, t),
  }))
  return (
    <Tiles
      tiles={[
        ...rows.map(({ label, value, note, differs }) => ({
          label,
          value,
          note,
          ...(differs ? { tone: 'error' as const } : {}),
        })),
        { label: tiles.version, value: version, note: version === null ? tiles.versionNone : '' },
        {
          label: tiles.state,
          value: <StateTag status={status} />,
          note: status === 'published' || status === 'superseded' ? '' : tiles.nothingSent,
        },
      ]}
    />
  )
}

const placeOf = ({ reportType, periodEnd, fileName }: Submission, language: Language): string =>
  reportType === null || periodEnd === null ? fileName : `${reportType}, ${formatDate(periodEnd, language)}`

function SubmissionPage({ data }: { data: SubmissionData }) {
  const { t, language, path } = useApp()
  const href = useHref()
  const { submission, versions } = data
  const live = useLiveSubmission(submission)
  const reading = live.status === 'received' || live.status === 'reading'
  return (
    <>
      <Breadcrumb
        label={t.site.breadcrumbs}
        steps={[{ text: t.site.reports, href: href('reports') }]}
        here={placeOf(submission, language)}
      />
      <header className="page-head">
        <h1>{submissionHeading(submission, language, t)}</h1>
        <Meta submission={submission} />
        <StepList
          label={t.upload.stepsLabel}
          steps={t.upload.steps}
          current={stepOf(submission.status)}
          done={t.upload.done}
          now={t.upload.now}
        />
      </header>
      <p className="visually-hidden" role="status">
        {t.states[live.status]}
      </p>
      {live.trouble === 'network' ? (
        <Note tone="signal" live>
          {t.submission.networkLost}
        </Note>
      ) : null}
      {live.trouble === 'expired' ? (
        <Note tone="error" live>
          {t.submission.expired}{' '}
          <a href={href('sign-in', {}, new URLSearchParams({ next: path }))}>{t.submission.expiredLink}</a>
        </Note>
      ) : null}
      {submission.duplicateOf === null ? null : (
        <Note tone="signal">
          {t.submission.duplicate}{' '}
          <a href={href('submission', { id: submission.duplicateOf })} data-nav="">
            {t.submission.duplicateLink}
          </a>
        </Note>
      )}
      {reading ? (
        <Progress
          label={t.submission.progress}
          text={t.submission.progressNow(live.progress)}
          value={live.progress}
        />
      ) : (
        <Totals submission={submission} />
      )}
      <SubmissionActions submission={submission} reading={reading} />
      {reading ? null : <ReadAgain submission={submission} />}
      {reading ? null : (
        // What to do comes first; beside the sheet where there is room.
        <div className="columns columns-aside-first">
          <aside aria-labelledby="issues">
            <h2 id="issues">{t.submission.issues}</h2>
            <IssueList submission={submission} />
          </aside>
          <SheetPreview data={data} />
        </div>
      )}
      {versions.length > 1 ? (
        <section>
          <h2>{t.submission.versions}</h2>
          <SubmissionsTable caption={t.submission.versions} items={versions} here={submission.id} />
        </section>
      ) : null}
    </>
  )
}

export const submissionPage: PageModule<SubmissionData> = {
  Page: SubmissionPage,
  head: ({ submission }, { language, t }) => ({
    title: submissionHeading(submission, language, t),
    description: t.submission.title(submission.fileName),
  }),
}
