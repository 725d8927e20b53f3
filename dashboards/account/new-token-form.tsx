import { useState } from 'react'
import { TOKEN_SCOPES, type TokenScope } from '../../domain/index.ts'
import { Button } from '../parts/button.tsx'
import { Checkbox, Select, TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { ShownOnce } from './shown-once.tsx'

const DAYS = [7, 30, 90, 365] as const

/** What a person of these roles has a use for. */
function scopesFor(roles: readonly string[]): TokenScope[] {
  const reports = roles.some(role => ['reporter', 'approver', 'official', 'admin'].includes(role))
  const office = roles.some(role => !['reporter', 'approver', 'citizen'].includes(role))
  return TOKEN_SCOPES.filter(scope => (scope !== 'report' || reports) && (scope !== 'office' || office))
}

export function NewTokenForm() {
  const { t, session } = useApp()
  const texts = t.security.tokens
  const { busy, problem, run } = useCommand()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly TokenScope[]>(['read'])
  const [days, setDays] = useState('90')
  const [mistakes, setMistakes] = useState<{ name: string | null; scopes: string | null }>({
    name: null,
    scopes: null,
  })
  const [secret, setSecret] = useState<string | null>(null)

  const submit = async () => {
    const found = {
      name: name.trim() === '' ? texts.nameMissing : null,
      scopes: chosen.length === 0 ? texts.scopesMissing : null,
    }
    setMistakes(found)
    if (found.name !== null || found.scopes !== null) return
    const body = { name: name.trim(), scopes: chosen, days: Number(days) }
    const made = await run<{ token: string }>('POST', '/api/account/tokens', body, null)
    if (!made) return
    setSecret(made.value.token)
    setName('')
  }

  return (
    <Form onSubmit={submit} problem={problem}>
      {secret === null ? null : <ShownOnce text={texts.made} secret={secret} words={texts} />}
      <TextField
        label={texts.name}
        help={texts.nameHelp}
        name="token-name"
        autoComplete="off"
        maxLength={100}
        value={name}
        onChange={setName}
        error={mistakes.name}
        isRequired
      />
      <fieldset className="choices">
        <legend>{texts.scopes}</legend>
        {scopesFor(session?.user.roles ?? []).map(scope => (
          <Checkbox
            key={scope}
            isSelected={chosen.includes(scope)}
            onChange={selected =>
              setChosen(now => (selected ? [...now, scope] : now.filter(other => other !== scope)))
            }
          >
            {texts.scope[scope]}
          </Checkbox>
        ))}
        {mistakes.scopes === null ? null : <p className="field-error">{mistakes.scopes}</p>}
      </fieldset>
      <Select
        label={texts.days}
        value={days}
        onChange={setDays}
        options={DAYS.map(count => ({ id: String(count), text: texts.dayChoices[count] }))}
      />
      <div>
        <Button type="submit" busyText={busy ? texts.making : null}>
          {texts.make}
        </Button>
      </div>
    </Form>
  )
}
