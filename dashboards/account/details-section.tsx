import { useState } from 'react'
import { isLanguage, LANGUAGES } from '../../domain/index.ts'
import type { Account } from '../api-types.ts'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

export function DetailsSection({ account }: { account: Account }) {
  const { t } = useApp()
  const { busy, problem, run } = useCommand()
  const [name, setName] = useState(account.name)
  const [language, setLanguage] = useState(account.language)
  const [mistake, setMistake] = useState<string | null>(null)

  const submit = () => {
    const missing = name.trim() === '' ? t.profile.nameMissing : null
    setMistake(missing)
    if (missing === null) void run('PATCH', '/api/account', { name: name.trim(), language }, t.account.saved)
  }

  return (
    <Form onSubmit={submit} problem={problem}>
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
      <SubmitButton busyText={busy ? t.account.saving : null}>{t.account.save}</SubmitButton>
    </Form>
  )
}
