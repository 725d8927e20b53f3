import { useState } from 'react'
import { DIGESTS, type Digest } from '../../domain/index.ts'
import type { InboxSettingsData, PageModule } from '../page-types.ts'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Button } from '../parts/button.tsx'
import { Checkbox, Select } from '../parts/forms/field.tsx'
import { Note } from '../parts/states.tsx'
import { notify } from '../parts/toast.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { send } from '../shell/send.ts'
import { CalendarSection } from './calendar-section.tsx'

function InboxSettingsPage({ data: { settings: data, feed } }: { data: InboxSettingsData }) {
  const { t, session, refresh } = useApp()
  const href = useHref()
  const [digest, setDigest] = useState<Digest>(data.digest)
  const [mail, setMail] = useState<Readonly<Record<string, boolean>>>({})
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const optional = data.kinds.filter(kind => !kind.required)
  const required = data.kinds.filter(kind => kind.required)
  const save = async () => {
    setBusy(true)
    const answer = await send('POST', '/api/notifications/settings', session?.csrfToken ?? null, {
      digest,
      mail,
    })
    setBusy(false)
    setFailed(!answer.ok)
    if (!answer.ok) return
    notify(t.inboxSettings.saved)
    await refresh()
  }
  return (
    <div className="narrow">
      <header className="page-head">
        <Breadcrumb
          label={t.site.breadcrumbs}
          steps={[{ text: t.inbox.title, href: href('inbox') }]}
          here={t.inboxSettings.title}
        />
        <h1>{t.inboxSettings.heading}</h1>
        <p className="meta">{t.inboxSettings.lead}</p>
      </header>
      <section className="settings">
        {failed ? (
          <Note tone="error" live>
            {t.inbox.failed}
          </Note>
        ) : null}
        <Select
          label={t.inboxSettings.digest}
          help={t.inboxSettings.digestHelp}
          options={DIGESTS.map(id => ({ id, text: t.inboxSettings.digests[id] }))}
          value={digest}
          onChange={value => setDigest(DIGESTS.find(id => id === value) ?? 'none')}
        />
        <h2>{t.inboxSettings.byMail}</h2>
        {optional.map(({ kind, label, mail: wanted }) => (
          <Checkbox
            key={kind}
            isSelected={mail[kind] ?? wanted}
            onChange={selected => setMail(chosen => ({ ...chosen, [kind]: selected }))}
          >
            {label}
          </Checkbox>
        ))}
        <p>
          <Button kind="primary" onPress={save} busyText={busy ? t.inboxSettings.saving : null}>
            {t.inboxSettings.save}
          </Button>
        </p>
        {required.length === 0 ? null : (
          <>
            <h2>{t.inboxSettings.always}</h2>
            <p className="meta">{t.inboxSettings.alwaysWhy}</p>
            <ul className="bullets">
              {required.map(({ kind, label }) => (
                <li key={kind}>{label}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <CalendarSection feed={feed} />
    </div>
  )
}

export const inboxSettingsPage: PageModule<InboxSettingsData> = {
  Page: InboxSettingsPage,
  head: (_, { t }) => ({ title: t.inboxSettings.title, description: t.inboxSettings.lead }),
}
