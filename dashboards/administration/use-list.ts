import { useRef, useState } from 'react'
import type { ListKind } from '../../domain/index.ts'
import type { ListResult } from '../api-types.ts'
import { ALL_DETECTED, type DialectTexts } from '../preview/dialect-fields.tsx'
import { useApp } from '../shell/app-context.ts'
import type { Sent } from '../shell/send.ts'
import { sendList } from './send-list.ts'

/** A list on its way in: looked at first, then taken over as it was seen. */
export function useList(kind: ListKind) {
  const { t, language, session } = useApp()
  const [file, setFile] = useState<File | null>(null)
  const [csv, setCsv] = useState<DialectTexts>(ALL_DETECTED)
  const [result, setResult] = useState<ListResult | null>(null)
  const [busy, setBusy] = useState<'looking' | 'taking' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<ListResult['counts'] | null>(null)
  const latest = useRef(0)
  const sender = { language, csrfToken: session?.csrfToken ?? '' }

  const reasonOf = (answer: Sent<unknown> & { ok: false }): string => {
    if (answer.reason === 'network') return t.account.networkLost
    if (answer.reason === 'expired') return t.account.expired
    const code = answer.problem?.code ?? ''
    return t.lists.refusals[code] ?? t.organisation.refusals[code] ?? t.account.failed
  }

  const look = async (chosen: File, choices: DialectTexts, why: string | null = null) => {
    const turn = ++latest.current
    setFile(chosen)
    setCsv(choices)
    setResult(null)
    setDone(null)
    setProblem(why)
    setBusy('looking')
    const answer = await sendList(kind, chosen, choices, null, sender)
    // Another file, or another way to read it, was chosen meanwhile.
    if (turn !== latest.current) return
    setBusy(null)
    if (answer.ok) setResult(answer.value)
    else {
      setProblem(reasonOf(answer))
      setFile(null)
    }
  }

  const take = async () => {
    if (file === null || result === null || busy !== null) return
    setBusy('taking')
    setProblem(null)
    const answer = await sendList(kind, file, csv, result.plan, sender)
    setBusy(null)
    if (answer.ok) {
      forget()
      setDone(answer.value.counts)
      return
    }
    const reason = reasonOf(answer)
    const code = answer.reason === 'refused' ? answer.problem?.code : null
    if (code === 'list_changed' || code === 'list_wrong')
      await look(file, csv, t.lists.refusals.list_changed ?? reason)
    else setProblem(reason)
  }

  const forget = () => {
    latest.current++
    setFile(null)
    setResult(null)
    setProblem(null)
    setDone(null)
    setBusy(null)
  }
  return { file, csv, result, busy, problem, done, look, take, forget }
}
