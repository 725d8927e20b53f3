import { useEffect, useState } from 'react'
import type { Submission } from '../api-types.ts'
import { useApp } from '../shell/app-context.ts'
import { send } from '../shell/send.ts'
import { isMoving } from './state-tag.tsx'

const FIRST = 400
const SLOWEST = 4000

interface Live {
  readonly status: Submission['status']
  readonly progress: number
  readonly trouble: 'network' | 'expired' | null
}

/** Follows a submission that is being read or published, and redraws the page when its state has changed. */
export function useLiveSubmission(submission: Submission): Live {
  const { language, refresh } = useApp()
  const { id, status, progress } = submission
  const [live, setLive] = useState<Live>({ status, progress, trouble: null })

  useEffect(() => {
    setLive({ status, progress, trouble: null })
    if (!isMoving(status)) return
    let timer: ReturnType<typeof setTimeout>
    let stopped = false
    const ask = async (pause: number) => {
      const answer = await send<Submission>('GET', `/api/reporting/submissions/${id}?lang=${language}`, null)
      if (stopped) return
      if (answer.ok) {
        setLive({ status: answer.value.status, progress: answer.value.progress, trouble: null })
        if (answer.value.status !== status) {
          await refresh()
          return
        }
      } else {
        setLive(seen => ({ ...seen, trouble: answer.reason === 'expired' ? 'expired' : 'network' }))
        if (answer.reason === 'expired') return
      }
      timer = setTimeout(ask, pause, Math.min(pause * 1.5, SLOWEST))
    }
    timer = setTimeout(ask, FIRST, FIRST)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [id, status, progress, language, refresh])

  return live
}
