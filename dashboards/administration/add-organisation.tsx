import { useState } from 'react'
import { ORGANISATION_KINDS, parseCui } from '../../domain/index.ts'
import type { OrganisationDetails } from '../api-types.ts'
import { kindName } from '../organisations/organisation-words.ts'
import type { OrganisationsData } from '../page-types.ts'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

const NOBODY = 'nobody'

/** Adds an organisation; its own page opens then. */
export function AddOrganisation({ data: { all, draft: given } }: { data: OrganisationsData }) {
  const { t, language, go } = useApp()
  const href = useHref()
  const words = t.organisationList.add
  const { busy, problem, run } = useCommand(t.organisation.refusals)
  const [draft, setDraft] = useState({
    ro: given?.name ?? '',
    hu: '',
    en: '',
    kind: 'institution',
    cui: given?.cui ?? '',
    parent: NOBODY,
  })
  const [shown, setShown] = useState(false)
  const set = (change: Partial<typeof draft>) => setDraft(now => ({ ...now, ...change }))
  const { cui } = draft
  const mistakes = {
    ro: draft.ro.trim().length < 2 ? words.nameShort : null,
    hu: draft.hu.trim().length === 1 ? words.nameShort : null,
    en: draft.en.trim().length === 1 ? words.nameShort : null,
    cui: cui.trim() === '' || parseCui(cui) !== null ? null : words.cuiWrong,
  }
  const error = (field: keyof typeof mistakes) => (shown ? mistakes[field] : null)

  const submit = async () => {
    setShown(true)
    if (Object.values(mistakes).some(mistake => mistake !== null)) return
    const ro = draft.ro.trim()
    const body = {
      cui: cui.trim() === '' ? null : cui.trim(),
      siruta: null,
      territory: null,
      kind: draft.kind,
      names: { ro, hu: draft.hu.trim() || ro, en: draft.en.trim() || ro },
      parentId: draft.parent === NOBODY ? null : draft.parent,
      parentFrom: null,
    }
    const made = await run<OrganisationDetails>('POST', '/api/organisations', body, words.done, {
      stay: true,
    })
    if (made) await go(href('organisation', { id: made.value.id }))
  }
  return (
    <details className="disclosure needs-scripts organisation" open={given !== null}>
      <summary>{words.open}</summary>
      <Form onSubmit={submit} problem={problem}>
        {(['ro', 'hu', 'en'] as const).map(code => (
          <TextField
            key={code}
            label={words[code]}
            {...(code === 'ro' ? { isRequired: true } : { help: words.otherHelp })}
            name={`name-${code}`}
            autoComplete="off"
            maxLength={300}
            value={draft[code]}
            onChange={name => set({ [code]: name })}
            error={error(code)}
          />
        ))}
        <Select
          label={words.kind}
          value={draft.kind}
          onChange={kind => set({ kind })}
          options={ORGANISATION_KINDS.map(kind => ({ id: kind, text: kindName(kind, t) }))}
        />
        <TextField
          label={words.cui}
          help={words.cuiHelp}
          name="cui"
          autoComplete="off"
          maxLength={20}
          value={cui}
          onChange={value => set({ cui: value })}
          error={error('cui')}
        />
        <Select
          label={words.parent}
          value={draft.parent}
          onChange={parent => set({ parent })}
          options={[
            { id: NOBODY, text: words.nobody },
            ...all.map(({ id, names }) => ({ id, text: names[language] })),
          ]}
        />
        <SubmitButton busyText={busy ? words.working : null}>{words.submit}</SubmitButton>
      </Form>
    </details>
  )
}
