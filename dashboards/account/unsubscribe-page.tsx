import { useState } from 'react'
import type { PageModule, UnsubscribeData } from '../page-types.ts'
import { Button } from '../parts/button.tsx'
import { Note } from '../parts/states.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { send } from '../shell/send.ts'

/** Where the link at the end of a mail leads. It asks first: programs that look through mails follow links too. */
function UnsubscribePage({ data: { subscription, token } }: { data: UnsubscribeData }) {
  const { t, refresh } = useApp()
  const href = useHref()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const unsubscribe = async () => {
    setBusy(true)
    const query = new URLSearchParams({ token })
    const answer = await send('POST', `/api/notifications/unsubscribe?${query}`, null)
    setFailed(!answer.ok)
    if (answer.ok) await refresh()
    setBusy(false)
  }
  return (
    <>
      <header className="page-head">
        <h1>{t.unsubscribe.heading}</h1>
      </header>
      {failed ? (
        <Note tone="error" live>
          {t.inbox.failed}
        </Note>
      ) : null}
      {subscription === null ? (
        <Note tone="error">{t.unsubscribe.unknown}</Note>
      ) : subscription.mail ? (
        <>
          <p>{t.unsubscribe.question(subscription.label)}</p>
          <p>
            <Button kind="primary" onPress={unsubscribe} busyText={busy ? t.inboxSettings.saving : null}>
              {t.unsubscribe.confirm}
            </Button>
          </p>
        </>
      ) : (
        <Note tone="good" live>
          {t.unsubscribe.done(subscription.label)}
        </Note>
      )}
      <p>
        <a href={href('inbox-settings')} data-nav="">
          {t.unsubscribe.choices}
        </a>
      </p>
    </>
  )
}

export const unsubscribePage: PageModule<UnsubscribeData> = {
  Page: UnsubscribePage,
  head: (_, { t }) => ({ title: t.unsubscribe.heading, description: t.unsubscribe.description }),
}
