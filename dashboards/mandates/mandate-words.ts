import type { Language } from '../../domain/index.ts'
import type { Mandate } from '../api-types.ts'
import { formatDate } from '../format/date.ts'
import type { Texts } from '../i18n/index.ts'

export const principalName = ({ principal }: Mandate, t: Texts): string =>
  principal.name ?? principal.cui ?? t.mandates.principalGone

export const periodOf = ({ from, until }: Mandate, language: Language, t: Texts): string =>
  until === null
    ? t.mandates.since(formatDate(from, language))
    : t.mandates.between(formatDate(from, language), formatDate(until, language))

/** What the statutory clock says, in a sentence. */
export function clockSentence({ clock }: Mandate, language: Language, t: Texts): string | null {
  const { running, stopped, ended, overdue, endedLate } = t.mandates.clockTexts
  if (clock.status === 'not_started') return null
  if (clock.status === 'ended') return clock.overdue ? endedLate(clock.daysOver) : ended
  if (clock.overdue) return overdue(clock.daysOver)
  if (clock.status === 'stopped' || clock.deadline === null) return stopped(clock.daysLeft)
  return running(formatDate(clock.deadline, language), clock.daysLeft)
}
