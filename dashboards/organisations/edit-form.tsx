import { useState } from 'react'
import { ORGANISATION_KINDS, parseCui } from '../../domain/index.ts'
import type { OrganisationDetails } from '../api-types.ts'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { kindName } from './organisation-words.ts'

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const isSiruta = (text: string): boolean => /^\d{0,6}$/.test(text.trim())

/** Names, kind and codes, with the day from which a new name or kind holds. */
export function EditForm({ organisation, today }: { organisation: OrganisationDetails; today: string }) {
  const { t } = useApp()
  const words = t.organisation.edit
  const { busy, problem, run } = useCommand(t.organisation.refusals)
  const [draft, setDraft] = useState({
    ...organisation.names,
    kind: organisation.kind,
    cui: organisation.cui ?? '',
    siruta: organisation.siruta ?? '',
    territory: organisation.territory ?? '',
    from: today,
  })
  const [shown, setShown] = useState(false)
  const set = (change: Partial<typeof draft>) => setDraft(now => ({ ...now, ...change }))
  const { ro, hu, en, kind, cui, siruta, territory, from } = draft
  const nameMistake = (name: string) => (name.trim().length < 2 ? words.nameShort : null)
  const mistakes = {
    ro: nameMistake(ro),
    hu: nameMistake(hu),
    en: nameMistake(en),
    cui: cui.trim() === '' || parseCui(cui) !== null ? null : words.cuiWrong,
    siruta: isSiruta(siruta) ? null : words.sirutaWrong,
    territory: isSiruta(territory) ? null : words.sirutaWrong,
    from: from === '' || from > today ? words.fromMissing : null,
  }
  const error = (field: keyof typeof mistakes) => (shown ? mistakes[field] : null)
  // The council's departments and everything else stay apart; the server says so too.
  const kinds = ORGANISATION_KINDS.filter(
    one => (one === 'department') === (organisation.kind === 'department'),
  )

  const submit = async () => {
    setShown(true)
    if (Object.values(mistakes).some(mistake => mistake !== null)) return
    const names = { ro: ro.trim(), hu: hu.trim(), en: en.trim() }
    const codes = { cui: orNull(cui), siruta: orNull(siruta), territory: orNull(territory) }
    await run('PUT', `/api/organisations/${organisation.id}`, { ...codes, kind, names, from }, words.saved)
  }
  return (
    <Form onSubmit={submit} problem={problem}>
      {(['ro', 'hu', 'en'] as const).map(code => (
        <TextField
          key={code}
          label={words[code]}
          name={`name-${code}`}
          autoComplete="off"
          maxLength={300}
          value={draft[code]}
          onChange={name => set({ [code]: name })}
          error={error(code)}
          isRequired
        />
      ))}
      <Select
        label={words.kind}
        value={kind}
        onChange={value => set({ kind: value })}
        options={kinds.map(one => ({ id: one, text: kindName(one, t) }))}
      />
      <TextField
        label={words.from}
        help={words.fromHelp}
        name="from"
        type="date"
        value={from}
        onChange={value => set({ from: value })}
        error={error('from')}
        isRequired
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
      <div className="field-pair">
        <TextField
          label={words.siruta}
          help={words.sirutaHelp}
          name="siruta"
          autoComplete="off"
          inputMode="numeric"
          maxLength={6}
          value={siruta}
          onChange={value => set({ siruta: value })}
          error={error('siruta')}
        />
        <TextField
          label={words.territory}
          help={words.territoryHelp}
          name="territory"
          autoComplete="off"
          inputMode="numeric"
          maxLength={6}
          value={territory}
          onChange={value => set({ territory: value })}
          error={error('territory')}
        />
      </div>
      <SubmitButton busyText={busy ? t.account.saving : null}>{words.save}</SubmitButton>
    </Form>
  )
}
