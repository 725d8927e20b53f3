import type { Processing } from '../api-types.ts'
import { useApp } from '../shell/app-context.ts'

export type ProcessedField = Processing['fields'][number]

/** How long something is kept, in words. */
export function useTerm() {
  const { t } = useApp()
  return ({ kind, days, after, years, law }: ProcessedField['retention']): string => {
    switch (kind) {
      case 'account':
        return t.privacy.account
      case 'days':
        return t.privacy.days(days ?? 0, after ?? 'writing')
      case 'years':
        return t.privacy.years(years ?? 0, law ?? '')
      case 'permanent':
        return t.privacy.permanent(law ?? '')
    }
  }
}
