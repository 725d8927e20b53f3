import { useState } from 'react'
import { notify } from '../parts/toast.tsx'
import { useApp } from './app-context.ts'
import { type Sent, send } from './send.ts'

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One command at a time: busy while it runs, then a message, or the reason why not. `refusals`: words for the problem codes of an area. */
export function useCommand(refusals: Readonly<Record<string, string>> = {}) {
  const { t, session, refresh } = useApp()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [code, setCode] = useState<string | null>(null)

  const reasonOf = (answer: Sent<unknown> & { ok: false }): string => {
    if (answer.reason === 'network') return t.account.networkLost
    if (answer.reason === 'expired') return t.account.expired
    const given = answer.problem?.code ?? ''
    return refusals[given] ?? t.accountRefusals[given] ?? t.strong.refusals[given] ?? t.account.failed
  }

  /** The answer's value, or undefined where it was refused. */
  const run = async <T>(
    method: Method,
    path: string,
    body: unknown,
    done: string | null,
    /** The page goes on by itself: it is not read again. */
    { stay = false }: { stay?: boolean } = {},
  ): Promise<{ value: T } | undefined> => {
    if (busy) return undefined
    setBusy(true)
    forget()
    const answer = await send<T>(method, path, session?.csrfToken ?? null, body)
    if (answer.ok) {
      if (done !== null) notify(done)
      if (!stay) await refresh()
    } else {
      setProblem(reasonOf(answer))
      setCode(answer.reason === 'refused' ? (answer.problem?.code ?? null) : null)
    }
    setBusy(false)
    return answer.ok ? { value: answer.value } : undefined
  }
  const forget = () => {
    setProblem(null)
    setCode(null)
  }
  /** `code`: the API's own word for the problem. */
  return { busy, problem, code, run, forget }
}

export type Command = ReturnType<typeof useCommand>
