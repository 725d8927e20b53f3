import { type FormEvent, useState } from 'react'
import { isLanguage, LANGUAGES } from '../../domain/index.ts'
import type { Account } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Note } from '../parts/states.tsx'
import { useApp } from '../shell/app-context.ts'
import { useAccountAction } from './use-account-action.ts'

export function DetailsSection({ account }: { account: Account }) {
  const { t } = useApp()
  const { busy, problem, run } = useAccountAction()
  const [name, setName] = useState(account.name)
  const [language, setLanguage] = useState(account.language)
  const [mistake, setMistake] = useState<string | null>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = name.trim() === '' ? t.profile.nameMissing : null
    setMistake(missing)
    if (missing === null) void run('PATCH', '/api/account', { name: name.trim(), language }, t.account.saved)
  }

  return (
    <form onSubmit={submit} noValidate className="stack" method="post">
      {problem === null ? null : (
        <Note tone="error" live>
          {problem}
        </Note>
      )}
      <TextField
        label={t.profile.name}
        name="name"
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={setName}
        error={mistake}
        isRequired
      />
      <Select
        label={t.profile.language}
        help={t.profile.languageHelp}
        value={language}
        onChange={value => {
          if (isLanguage(value)) setLanguage(value)
        }}
        options={LANGUAGES.map(code => ({ id: code, text: t.profile.languages[code], lang: code }))}
      />
      <div>
        <Button type="submit" kind="primary" busyText={busy ? t.account.saving : null}>
          {t.account.save}
        </Button>
      </div>
    </form>
  )
}
