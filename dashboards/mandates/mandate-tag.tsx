import type { Mandate } from '../api-types.ts'
import { Tag, type TagTone } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'

const TONES: Readonly<Record<Mandate['state'], TagTone>> = {
  submitted: 'plain',
  completion: 'signal',
  confirmed: 'good',
  refused: 'error',
  withdrawn: 'plain',
  ended: 'plain',
}

export function MandateTag({ state }: { state: Mandate['state'] }) {
  const { t } = useApp()
  return <Tag tone={TONES[state]}>{t.mandates.states[state]}</Tag>
}
