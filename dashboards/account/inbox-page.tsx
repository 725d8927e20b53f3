import { type MouseEvent, useState } from 'react'
import type { Notification } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import type { InboxData, PageModule } from '../page-types.ts'
import { Button } from '../parts/button.tsx'
import { LinkTabs } from '../parts/link-tabs.tsx'
import { EmptyState, Note } from '../parts/states.tsx'
import { Tag } from '../parts/tag.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { send } from '../shell/send.ts'

interface ItemProps {
  item: Notification
  onRead: (id: string) => void
  /** Follows a link after the message counts as read, so that the next page knows. */
  onOpen: (id: string, href: string) => void
}

function Item({ item, onRead, onOpen }: ItemProps) {
  const { t, language } = useApp()
  const follow = (event: MouseEvent, href: string) => {
    if (!unread || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen(item.id, href)
  }
  const unread = item.readAt === null
  return (
    <li className={unread ? 'notice unread' : 'notice'}>
      <div className="row between">
        <h2>
          {item.subject} {unread ? <Tag tone="good">{t.inbox.unread}</Tag> : null}
        </h2>
        <time dateTime={item.createdAt} className="meta">
          {formatInstant(item.createdAt, language)}
        </time>
      </div>
      {item.text.split('\n\n').map(paragraph => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div className="row">
        {item.link === null ? null : (
          <a
            href={`/${language}${item.link}`}
            data-nav=""
            onClick={event => follow(event, `/${language}${item.link}`)}
          >
            {item.action ?? t.inbox.open}
            <span className="visually-hidden">: {item.subject}</span>
          </a>
        )}
        {unread ? (
          <Button kind="quiet" onPress={() => onRead(item.id)}>
            {t.inbox.markRead}
            <span className="visually-hidden">: {item.subject}</span>
          </Button>
        ) : null}
      </div>
    </li>
  )
}

function InboxPage({ data: { inbox, unreadOnly } }: { data: InboxData }) {
  const { t, session, go, refresh } = useApp()
  const href = useHref()
  const [failed, setFailed] = useState(false)
  const post = async (path: string) => {
    const answer = await send('POST', `/api/notifications/${path}`, session?.csrfToken ?? null)
    setFailed(!answer.ok)
    if (answer.ok) await refresh()
  }
  const open = async (id: string, target: string) => {
    await send('POST', `/api/notifications/${id}/read`, session?.csrfToken ?? null)
    await go(target)
  }
  const only = new URLSearchParams({ unread: 'true' })
  const more = new URLSearchParams({ ...(unreadOnly ? { unread: 'true' } : {}), cursor: inbox.next ?? '' })
  return (
    <>
      <header className="row between page-head">
        <div>
          <h1>{t.inbox.heading(inbox.unread)}</h1>
          <p className="meta">{t.inbox.lead}</p>
        </div>
        <div className="row">
          {inbox.unread > 0 ? <Button onPress={() => post('read-all')}>{t.inbox.markAllRead}</Button> : null}
          <a className="button" href={href('inbox-settings')} data-nav="">
            {t.inbox.settings}
          </a>
        </div>
      </header>
      {failed ? (
        <Note tone="error" live>
          {t.inbox.failed}
        </Note>
      ) : null}
      <LinkTabs
        label={t.inbox.show}
        tabs={[
          { id: 'all', text: t.inbox.all, href: href('inbox'), selected: !unreadOnly },
          { id: 'unread', text: t.inbox.onlyUnread, href: href('inbox', {}, only), selected: unreadOnly },
        ]}
      />
      {inbox.items.length === 0 ? (
        <EmptyState title={unreadOnly ? t.inbox.emptyUnread : t.inbox.empty}>
          <p>{t.inbox.emptyHelp}</p>
        </EmptyState>
      ) : (
        <ul className="notices">
          {inbox.items.map(item => (
            <Item key={item.id} item={item} onRead={id => void post(`${id}/read`)} onOpen={open} />
          ))}
        </ul>
      )}
      {inbox.next === null ? null : (
        <p>
          <a href={href('inbox', {}, more)} data-nav="">
            {t.inbox.older}
          </a>
        </p>
      )}
    </>
  )
}

export const inboxPage: PageModule<InboxData> = {
  Page: InboxPage,
  head: (_, { t }) => ({ title: t.inbox.title, description: t.inbox.lead }),
}
