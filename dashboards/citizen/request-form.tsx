import { useState } from 'react'
import { BASES_OF, PRINCIPAL_KINDS } from '../../domain/index.ts'
import type { Mandate } from '../api-types.ts'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { ProofsField, useProofs } from './proofs-field.tsx'
import { mistakesOf, type RequestDraft, type RequestMistakes, requestBody } from './request-mistakes.ts'

/** Asks for a mandate; what was asked opens on its own page. */
export function RequestForm({ today }: { today: string }) {
  const { t, go } = useApp()
  const href = useHref()
  const words = t.mandates
  const { busy, problem, run } = useCommand(t.mandates.refusals)
  const [draft, setDraft] = useState<RequestDraft>({
    kind: 'company',
    code: '',
    name: '',
    basis: 'administrator',
    from: today,
    until: '',
  })
  const [mistakes, setMistakes] = useState<RequestMistakes>({})
  const [waiting, setWaiting] = useState(false)
  const proofs = useProofs()
  /** What is being put right is no longer called wrong. */
  const set = (change: Partial<RequestDraft>) => {
    setDraft(now => ({ ...now, ...change }))
    setMistakes(now =>
      Object.fromEntries(Object.entries(now).filter(([field]) => !Object.hasOwn(change, field))),
    )
  }
  const wrong = (field: keyof RequestMistakes) => {
    const mistake = mistakes[field]
    return mistake === undefined ? null : words.wrong[mistake]
  }

  const submit = async () => {
    const found = mistakesOf(draft)
    setMistakes(found)
    setWaiting(proofs.busy)
    if (Object.keys(found).length > 0 || proofs.busy) return
    const body = { ...requestBody(draft), proofs: proofs.ids }
    const made = await run<Mandate>('POST', '/api/mandates', body, words.sent)
    if (made) await go(href('mandate', { id: made.value.id }))
  }
  const company = draft.kind === 'company'

  return (
    <Form onSubmit={submit} problem={problem}>
      <Select
        label={words.kind}
        value={draft.kind}
        onChange={value => {
          const kind = PRINCIPAL_KINDS.find(known => known === value)
          if (!kind || kind === draft.kind) return
          set({ kind, code: '', basis: BASES_OF[kind][0] ?? 'power_of_attorney' })
          setMistakes({})
        }}
        options={PRINCIPAL_KINDS.map(kind => ({ id: kind, text: words.kinds[kind] }))}
      />
      <TextField
        label={company ? words.cui : words.cnp}
        help={company ? words.cuiHelp : words.cnpHelp}
        name="code"
        autoComplete="off"
        maxLength={20}
        value={draft.code}
        onChange={code => set({ code })}
        error={wrong('code')}
        isRequired
      />
      <TextField
        label={company ? words.companyName : words.personName}
        name="principal"
        autoComplete="off"
        maxLength={200}
        value={draft.name}
        onChange={name => set({ name })}
        error={wrong('name')}
        isRequired
      />
      <Select
        label={words.basis}
        value={draft.basis}
        onChange={value => {
          const basis = BASES_OF[draft.kind].find(known => known === value)
          if (basis) set({ basis })
        }}
        {...(draft.basis === 'self'
          ? { help: words.selfHelp }
          : draft.basis === 'parent'
            ? { help: words.parentHelp }
            : {})}
        options={BASES_OF[draft.kind].map(basis => ({ id: basis, text: words.bases[basis] }))}
      />
      <TextField
        label={words.from}
        name="from"
        type="date"
        value={draft.from}
        onChange={from => set({ from })}
        error={wrong('from')}
        isRequired
      />
      <TextField
        label={words.until}
        help={words.untilHelp}
        name="until"
        type="date"
        value={draft.until}
        onChange={until => set({ until })}
        error={wrong('until')}
      />
      <ProofsField proofs={proofs} error={waiting && proofs.busy ? words.wrong.proofs : null} />
      <SubmitButton busyText={busy ? words.sending : null}>{words.submit}</SubmitButton>
    </Form>
  )
}
