import { useState } from 'react'
import type { Passkey } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import { Button } from '../parts/button.tsx'
import { ConfirmDialog } from '../parts/dialog.tsx'
import { TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp } from '../shell/app-context.ts'
import type { Command } from '../shell/use-command.ts'

export function PasskeyEntry({ passkey, action }: { passkey: Passkey; action: Command }) {
  const { t, language } = useApp()
  const texts = t.strong.passkeys
  const [name, setName] = useState<string | null>(null)
  const path = `/api/account/passkeys/${passkey.id}`
  const rename = async () => {
    const typed = name?.trim() ?? ''
    if (typed === '') return
    if (await action.run('PATCH', path, { name: typed }, texts.renamed)) setName(null)
  }
  return (
    <li>
      <div>
        <p className="row">
          <b>{passkey.name}</b>
          {passkey.backedUp ? <Tag tone="plain">{texts.synced}</Tag> : null}
        </p>
        <dl className="facts">
          <dt>{texts.created}</dt>
          <dd>{formatInstant(passkey.createdAt, language)}</dd>
          <dt>{texts.lastUsed}</dt>
          <dd>{passkey.lastUsedAt === null ? texts.never : formatInstant(passkey.lastUsedAt, language)}</dd>
        </dl>
        {name === null ? null : (
          <Form onSubmit={rename}>
            <TextField
              label={texts.newName}
              name="passkey-new-name"
              autoComplete="off"
              autoFocus
              maxLength={60}
              value={name}
              onChange={setName}
              isRequired
            />
            <div className="row">
              <Button type="submit" kind="primary" isDisabled={action.busy}>
                {texts.save}
              </Button>
              <Button kind="quiet" onPress={() => setName(null)}>
                {texts.cancel}
              </Button>
            </div>
          </Form>
        )}
      </div>
      {name === null ? (
        <div className="row">
          <Button
            kind="quiet"
            aria-label={texts.renameLabel(passkey.name)}
            isDisabled={action.busy}
            onPress={() => setName(passkey.name)}
          >
            {texts.rename}
          </Button>
          <ConfirmDialog
            open={texts.remove}
            title={texts.removeTitle}
            confirm={texts.removeYes}
            confirmKind="danger"
            cancel={texts.removeNo}
            isDisabled={action.busy}
            onConfirm={() => void action.run('DELETE', path, null, texts.removed)}
          >
            <p>{texts.removeText(passkey.name)}</p>
          </ConfirmDialog>
        </div>
      ) : null}
    </li>
  )
}
