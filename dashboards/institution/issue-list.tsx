import type { Submission } from '../api-types.ts'
import { useApp, useHref } from '../shell/app-context.ts'
import { groupIssues, issueAnchor, type NumberedIssue, rowOf, SEVERITIES } from './issue-groups.ts'

const TONE = { error: 'note-error', warning: 'note-signal', information: 'note-good' } as const

/** What is wrong and how to fix it, worst first; issues of one kind are folded under the first. */
export function IssueList({ submission }: { submission: Submission }) {
  const { t, language } = useApp()
  const { issues, issueCounts, id } = submission
  if (issues.length === 0) return <p>{t.submission.issuesNone}</p>
  return (
    <>
      {SEVERITIES.map(severity => {
        const groups = groupIssues(issues, severity)
        if (groups.length === 0) return null
        return (
          <section key={severity} aria-label={t.submission.severity[severity]}>
            <h3>{t.submission.groups[severity](issueCounts[severity])}</h3>
            {groups.map(group => (
              <div key={group.code} className={`note ${TONE[severity]}`}>
                <Issue issue={group.first} id={id} />
                {group.others.length === 0 ? null : (
                  <details>
                    <summary>{t.submission.more(group.others.length)}</summary>
                    {group.others.map(issue => (
                      <Issue key={issue.number} issue={issue} id={id} />
                    ))}
                  </details>
                )}
              </div>
            ))}
          </section>
        )
      })}
      <p>
        <a href={`/api/reporting/submissions/${id}/issues.csv?lang=${language}`} download>
          {t.submission.allIssues}
        </a>
      </p>
    </>
  )
}

function Issue({ issue, id }: { issue: NumberedIssue; id: string }) {
  const { t } = useApp()
  const href = useHref()
  const row = rowOf(issue.cell)
  const query =
    row === null || issue.sheet === null
      ? null
      : new URLSearchParams({ sheet: issue.sheet, row: String(row) })
  return (
    <div className="issue" id={issueAnchor(issue.number)} tabIndex={-1}>
      <p>
        {query === null ? (
          issue.cell === null ? null : (
            <span className="issue-cell">{`${issue.cell}: `}</span>
          )
        ) : (
          <>
            <a
              className="issue-cell"
              href={`${href('submission', { id }, query)}#c-${issue.cell}`}
              data-nav=""
              aria-label={t.submission.jumpToCell(issue.cell ?? '')}
            >
              {issue.cell}
            </a>
            :{' '}
          </>
        )}
        <b>{issue.message}</b>
      </p>
      {issue.fix === '' ? null : <p>{issue.fix}</p>}
    </div>
  )
}
