import { Button } from '../parts/button.tsx'
import { Note } from '../parts/states.tsx'
import { notify } from '../parts/toast.tsx'
import { useApp } from '../shell/app-context.ts'

/** Recovery codes, the only time that they are shown. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept(): void }) {
  const { t } = useApp()
  const texts = t.strong.totp
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => notify(texts.copied),
      () => notify(texts.notCopied),
    )
  return (
    <Note tone="good" live>
      <h3>{texts.codesHeading}</h3>
      <p>{texts.codesText}</p>
      <ul className="codes">
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onPress={() => void copy()}>{texts.copy}</Button>
        <Button kind="primary" onPress={onKept}>
          {texts.keep}
        </Button>
      </div>
    </Note>
  )
}
