import { passwordFault } from '../../domain/index.ts'
import type { Texts } from '../i18n/index.ts'
import { TextField } from '../parts/forms/field.tsx'
import { useApp } from '../shell/app-context.ts'

/** What is wrong with the password, in words; null when it will do. The server judges by the same rules. */
export function newPasswordMistake(
  password: string,
  account: { readonly email: string; readonly name: string },
  t: Texts,
): string | null {
  const fault = passwordFault(password, account)
  return fault && t.passwordFields.faults[fault]
}

export function NewPasswordField(props: {
  value: string
  onChange(value: string): void
  error: string | null
}) {
  const { t } = useApp()
  return (
    <TextField
      label={t.passwordFields.newOne}
      help={t.passwordFields.help}
      name="new-password"
      type="password"
      autoComplete="new-password"
      value={props.value}
      onChange={props.onChange}
      error={props.error}
      isRequired
    />
  )
}
