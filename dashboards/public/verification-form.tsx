import { TextField } from '../parts/forms/field.tsx'
import { useApp } from '../shell/app-context.ts'

/** Asks for a code; a plain form, so that it works without scripts. */
export function VerificationForm({ given }: { given: string | null }) {
  const { t, language } = useApp()
  return (
    <form action="/verify" className="stack verify-form">
      <input type="hidden" name="lang" value={language} />
      <TextField
        label={t.verify.code}
        help={t.verify.codeHelp}
        name="code"
        defaultValue={given ?? ''}
        error={given === null ? null : t.verify.wrong}
        autoComplete="off"
        spellCheck="false"
        maxLength={60}
        isRequired
      />
      <button type="submit" className="button primary">
        {t.verify.submit}
      </button>
    </form>
  )
}
