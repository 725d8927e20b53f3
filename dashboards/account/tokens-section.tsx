import type { AccountToken } from '../api-types.ts'
import { formatDay, formatInstant } from '../format/date.ts'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { Section } from '../parts/section.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { NewTokenForm } from './new-token-form.tsx'

function TokenEntry({ token }: { token: AccountToken }) {
  const { t, language } = useApp()
  const texts = t.security.tokens
  const { busy, problem, run } = useCommand()
  return (
    <li>
      <div>
        <p className="row">
          <b>{token.name}</b>
          {token.expired ? <Tag tone="error">{texts.expired}</Tag> : null}
        </p>
        <ul className="meta">
          {token.scopes.map(scope => (
            <li key={scope}>{texts.scope[scope]}</li>
          ))}
        </ul>
        <dl className="facts">
          <dt>{texts.lastUsed}</dt>
          <dd>{token.lastUsedAt === null ? texts.never : formatInstant(token.lastUsedAt, language)}</dd>
          <dt>{texts.expires}</dt>
          <dd>{formatDay(token.expiresAt, language)}</dd>
        </dl>
        {problem === null ? null : <p className="field-error">{problem}</p>}
      </div>
      <ConfirmDialog
        open={texts.revoke}
        title={texts.revokeTitle}
        confirm={texts.revokeYes}
        confirmKind="danger"
        cancel={texts.revokeNo}
        isDisabled={busy}
        onConfirm={() => void run('DELETE', `/api/account/tokens/${token.id}`, null, texts.revoked)}
      >
        <p>{texts.revokeText(token.name)}</p>
      </ConfirmDialog>
    </li>
  )
}

export function TokensSection({ tokens }: { tokens: readonly AccountToken[] }) {
  const { t } = useApp()
  const texts = t.security.tokens
  return (
    <Section heading={texts.heading} text={texts.text} problem={null}>
      {tokens.length === 0 ? (
        <p className="meta">{texts.none}</p>
      ) : (
        <ul className="entries">
          {tokens.map(token => (
            <TokenEntry key={token.id} token={token} />
          ))}
        </ul>
      )}
      <NewTokenForm />
    </Section>
  )
}
