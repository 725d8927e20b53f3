import { useState } from 'react'
import { CONTACT_KINDS } from '../../domain/index.ts'
import type { Contact } from '../api-types.ts'
import { Button } from '../parts/button.tsx'
import { Select, TextField } from '../parts/forms/field.tsx'
import { Form } from '../parts/forms/form.tsx'
import { useApp } from '../shell/app-context.ts'
import { useCommand } from '../shell/use-command.ts'
import { contactMistake } from './contact-mistake.ts'

/** What the server takes at most. */
const MOST = 30

type Line = Contact & { key: number }

/** All contacts at once: what stands here when it is saved takes the place of what there was. */
export function ContactsForm({
  id,
  contacts,
  onClose,
}: {
  id: string
  contacts: readonly Contact[]
  onClose(): void
}) {
  const { t } = useApp()
  const words = t.organisation.contacts
  const { busy, problem, run } = useCommand(t.organisation.refusals)
  const [lines, setLines] = useState<Line[]>(() => {
    const known = contacts.map((contact, key) => ({ ...contact, key }))
    return known.length > 0 ? known : [{ key: 0, kind: 'phone', value: '', label: '' }]
  })
  const [shown, setShown] = useState(false)
  const change = (key: number, part: Partial<Contact>) =>
    setLines(all => all.map(line => (line.key === key ? { ...line, ...part } : line)))
  const add = () =>
    setLines(all => [
      ...all,
      { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, kind: 'email', value: '', label: '' },
    ])

  const submit = async () => {
    setShown(true)
    if (lines.some(line => contactMistake(line) !== null)) return
    const body = {
      contacts: lines.map(({ kind, value, label }) => ({ kind, value: value.trim(), label: label.trim() })),
    }
    if (await run('PUT', `/api/organisations/${id}/contacts`, body, words.saved)) onClose()
  }
  return (
    <Form onSubmit={submit} problem={problem}>
      {lines.map((line, index) => {
        const mistake = shown ? contactMistake(line) : null
        return (
          <fieldset key={line.key} className="contact-line">
            <legend>{words.row(index + 1)}</legend>
            <Select
              label={words.kind}
              value={line.kind}
              onChange={value => {
                const kind = CONTACT_KINDS.find(known => known === value)
                if (kind) change(line.key, { kind })
              }}
              options={CONTACT_KINDS.map(kind => ({ id: kind, text: words.kinds[kind] }))}
            />
            <TextField
              label={words.value}
              name={`value-${line.key}`}
              autoComplete="off"
              maxLength={300}
              value={line.value}
              onChange={value => change(line.key, { value })}
              error={mistake === null ? null : words[mistake]}
              isRequired
            />
            <TextField
              label={words.label}
              name={`label-${line.key}`}
              autoComplete="off"
              maxLength={100}
              value={line.label}
              onChange={label => change(line.key, { label })}
            />
            <Button
              kind="quiet"
              aria-label={words.removeLabel(index + 1)}
              onPress={() => setLines(all => all.filter(({ key }) => key !== line.key))}
            >
              {words.remove}
            </Button>
          </fieldset>
        )
      })}
      {lines.length < MOST ? (
        <div>
          <Button onPress={add}>{words.add}</Button>
        </div>
      ) : null}
      <div className="row">
        <Button type="submit" kind="primary" busyText={busy ? t.account.saving : null}>
          {t.account.save}
        </Button>
        <Button onPress={onClose}>{t.account.cancel}</Button>
      </div>
    </Form>
  )
}
