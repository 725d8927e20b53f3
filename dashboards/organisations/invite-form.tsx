import { useState } from 'react'
import { isLanguage, LANGUAGES, type Role } from '../../domain/index.ts'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { looksLikeEmail } from './contact-mistake.ts'
import { roleName } from './organisation-words.ts'

interface Props {
  /** Null: the whole county. */
  organisationId: string | null
  /** Those that the reader may give here; one at least. */
  roles: readonly Role[]
}

/** Offers somebody a role by mail. */
export function InviteForm({ organisationId, roles }: Props) {
  const { t, language } = useApp()
  const words = t.organisation.invitations
  const { busy, problem, run } = useCommand(t.organisation.refusals)
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role | undefined>(roles[0])
  const [inLanguage, setInLanguage] = useState(language)
  const [mistake, setMistake] = useState<string | null>(null)

  const submit = async () => {
    const wrong = looksLikeEmail(email) ? null : words.emailWrong
    setMistake(wrong)
    if (wrong !== null) return
    const body = { email: email.trim(), role, organisationId, language: inLanguage }
    if (await run('POST', '/api/invitations', body, words.sent(body.email))) setEmail('')
  }
  return (
    <details className="disclosure needs-scripts">
      <summary>{words.invite}</summary>
      <Form onSubmit={submit} problem={problem}>
        <TextField
          label={words.email}
          help={words.emailHelp}
          name="invited"
          type="email"
          autoComplete="off"
          maxLength={254}
          value={email}
          onChange={setEmail}
          error={mistake}
          isRequired
        />
        {roles.length === 1 ? null : (
          <Select
            label={words.role}
            value={role ?? ''}
            onChange={value => setRole(roles.find(known => known === value))}
            options={roles.map(known => ({ id: known, text: roleName(known, language) }))}
          />
        )}
        <Select
          label={words.language}
          value={inLanguage}
          onChange={value => {
            if (isLanguage(value)) setInLanguage(value)
          }}
          options={LANGUAGES.map(code => ({ id: code, text: t.profile.languages[code], lang: code }))}
        />
        <SubmitButton busyText={busy ? words.sending : null}>{words.send}</SubmitButton>
      </Form>
    </details>
  )
}
