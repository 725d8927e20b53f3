import { useState } from 'react'
import type { Account } from '../api-types.ts'
import { formatDay } from '../format/date.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Form, SubmitButton } from '../parts/forms/form.tsx'
import { Section } from '../parts/section.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'

/** A body with the password, where the account has one. */
const withPassword = (account: Account, password: string) => (account.hasPassword ? { password } : {})

function CurrentPassword(props: { value: string; onChange(value: string): void }) {
  const { t } = useApp()
  return (
    <TextField
      label={t.security.password.current}
      type="password"
      autoComplete="current-password"
      value={props.value}
      onChange={props.onChange}
      isRequired
    />
  )
}

export function EmailSection({ account }: { account: Account }) {
  const { t } = useApp()
  const { busy, problem, run } = useCommand()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const submit = async () => {
    const wrong = /^[^@\s]+@[^@\s]+$/.test(email.trim()) ? null : t.signIn.emailMissing
    setMistake(wrong)
    if (wrong !== null) return
    const body = { email: email.trim(), ...withPassword(account, password) }
    if (!(await run('POST', '/api/account/email', body, t.mailPages.sent(email.trim())))) return
    setEmail('')
    setPassword('')
  }
  return (
    <Section heading={t.profile.email} text={account.email} problem={problem}>
      <Form onSubmit={submit}>
        <TextField
          label={t.profile.newEmail}
          help={t.profile.newEmailHelp}
          name="new-email"
          type="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={mistake}
          isRequired
        />
        {account.hasPassword ? <CurrentPassword value={password} onChange={setPassword} /> : null}
        <div>
          <Button type="submit" busyText={busy ? t.mailPages.sending : null}>
            {t.profile.changeEmail}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

export function DeletionSection({ account }: { account: Account }) {
  const { t, language } = useApp()
  const { busy, problem, run } = useCommand()
  const [password, setPassword] = useState('')
  const { deletionDue } = account
  if (deletionDue !== null)
    return (
      <Section
        heading={t.profile.deletion}
        text={t.profile.deletionDue(formatDay(deletionDue, language))}
        problem={problem}
      >
        <div>
          <Button
            kind="primary"
            isDisabled={busy}
            onPress={() => void run('DELETE', '/api/account/deletion', null, t.profile.kept)}
          >
            {t.profile.keep}
          </Button>
        </div>
      </Section>
    )
  const submit = async () => {
    await run('POST', '/api/account/deletion', withPassword(account, password), null)
    setPassword('')
  }
  return (
    <Section heading={t.profile.deletion} text={t.profile.deletionText} problem={problem}>
      <Form onSubmit={submit}>
        {account.hasPassword ? <CurrentPassword value={password} onChange={setPassword} /> : null}
        <SubmitButton kind="danger" busyText={busy ? t.account.saving : null}>
          {t.profile.deleteIt}
        </SubmitButton>
      </Form>
    </Section>
  )
}
