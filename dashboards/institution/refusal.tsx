import type { ReactNode } from 'react'
import type { Texts } from '../i18n/index.ts'
import type { Sent } from '../shell/send.ts'

/** Why a request did not go through, and what to do about it. */
export function refusalOf(answer: Sent<unknown> & { ok: false }, t: Texts, signIn: string): ReactNode {
  switch (answer.reason) {
    case 'network':
      return t.submission.networkLost
    case 'expired':
      return (
        <>
          {t.submission.expired} <a href={signIn}>{t.submission.expiredLink}</a>
        </>
      )
    case 'refused':
      return t.refusals[answer.problem?.code ?? ''] ?? t.submission.actionFailed
  }
}
