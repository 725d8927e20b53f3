import { type ReactNode, useState } from 'react'
import type { Submission } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Checkbox } from '../parts/forms/field.tsx'
import { Note } from '../parts/states.tsx'
import { notify } from '../parts/toast.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { send } from '../shell/send.ts'
import { refusalOf } from './refusal.tsx'

const WITHDRAWABLE: readonly Submission['status'][] = [
  'invalid',
  'awaiting_confirmation',
  'submitted',
  'returned',
]

/** What the institution can do with the file now. */
export function SubmissionActions({ submission, reading }: { submission: Submission; reading: boolean }) {
  const { t, language, session, path, refresh } = useApp()
  const href = useHref()
  const [read, setRead] = useState(false)
  const [unread, setUnread] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReactNode | null>(null)
  const { id, status, issueCounts, entity, periodEnd, links } = submission

  const act = async (method: 'POST' | 'DELETE', address: string, done: string) => {
    setBusy(true)
    setProblem(null)
    const answer = await send<Submission>(method, address, session?.csrfToken ?? null)
    if (answer.ok) {
      notify(done)
      await refresh()
    } else if (answer.reason === 'refused' && answer.status === 409) {
      await refresh()
      setProblem(t.submission.conflict)
    } else {
      setProblem(refusalOf(answer, t, href('sign-in', {}, new URLSearchParams({ next: path }))))
    }
    setBusy(false)
  }
  const confirm = () => {
    if (issueCounts.warning > 0 && !read) return setUnread(true)
    // The link names the reading that this page shows.
    if (links.confirm !== undefined)
      void act('POST', `${links.confirm}&lang=${language}`, t.submission.confirmed)
  }
  const withdraw = () => void act('DELETE', `/api/reporting/submissions/${id}`, t.submission.withdrawn)

  return (
    <div className="actions">
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      {status === 'awaiting_confirmation' && issueCounts.warning > 0 ? (
        <Checkbox
          isSelected={read}
          onChange={selected => {
            setRead(selected)
            setUnread(false)
          }}
          error={unread ? t.submission.confirmWarningsMissing : null}
        >
          {t.submission.confirmWarnings}
        </Checkbox>
      ) : null}
      <div className="row">
        {status === 'awaiting_confirmation' ? (
          <Button kind="primary" onPress={confirm} busyText={busy ? t.submission.confirming : null}>
            {t.submission.confirm}
          </Button>
        ) : null}
        {status === 'invalid' || status === 'failed' || status === 'returned' ? (
          <a className="button primary" href={href('upload')} data-nav="">
            {t.submission.uploadCorrected}
          </a>
        ) : null}
        {status === 'published' && entity && periodEnd !== null ? (
          <a
            className="button primary"
            href={href('budget', { cui: entity.cui }, new URLSearchParams({ at: periodEnd }))}
            data-nav=""
          >
            {t.submission.publicPage}
          </a>
        ) : null}
        {reading ? (
          <Button onPress={withdraw} isDisabled={busy}>
            {t.submission.cancelReading}
          </Button>
        ) : null}
        <a className="button" href={`/api/reporting/submissions/${id}/file`} download>
          {t.submission.downloadFile}
        </a>
        {WITHDRAWABLE.includes(status) ? (
          <ConfirmDialog
            open={t.submission.withdraw}
            openKind="quiet"
            title={t.submission.withdrawTitle}
            confirm={t.submission.withdrawYes}
            confirmKind="danger"
            cancel={t.submission.withdrawNo}
            isDisabled={busy}
            onConfirm={withdraw}
          >
            <p>{t.submission.withdrawText}</p>
          </ConfirmDialog>
        ) : null}
      </div>
    </div>
  )
}
