import type { Submission } from '../api-types.ts'
import { Tag, type TagTone } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'

const TONES: Readonly<Record<Submission['status'], TagTone>> = {
  draft: 'plain',
  received: 'plain',
  reading: 'plain',
  invalid: 'error',
  awaiting_confirmation: 'signal',
  submitted: 'plain',
  returned: 'signal',
  approved: 'good',
  accepted: 'good',
  published: 'good',
  superseded: 'plain',
  withdrawn: 'plain',
  failed: 'error',
}

export function StateTag({ status }: { status: Submission['status'] }) {
  const { t } = useApp()
  return <Tag tone={TONES[status]}>{t.states[status]}</Tag>
}

/** States that change by themselves: the page keeps asking. */
export const isMoving = (status: Submission['status']): boolean =>
  status === 'received' || status === 'reading' || status === 'accepted'
