import { useState } from 'react'
import { DELIVERY_STATES, type DeliveryState } from '../../domain/index.ts'
import { AccountHead } from '../account/account-head.tsx'
import type { Delivery } from '../api-types.ts'
import { formatInstant } from '../format/date.ts'
import type { DeliveriesData, PageModule } from '../page-types.ts'
import { Button } from '../parts/button.tsx'
import { LinkTabs } from '../parts/link-tabs.tsx'
import { EmptyState, Note } from '../parts/states.tsx'
import { Tag, type TagTone } from '../parts/tag.tsx'
import { notify } from '../parts/toast.tsx'
import { useApp, useHref } from '../shell/app-context.ts'
import { send } from '../shell/send.ts'

const TONES: Record<DeliveryState, TagTone> = {
  waiting: 'signal',
  kept: 'plain',
  sent: 'good',
  failed: 'error',
  gave_up: 'error',
}

function Row({ item, isAdmin }: { item: Delivery; isAdmin: boolean }) {
  const { t, language, session, refresh } = useApp()
  const [busy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    const answer = await send('POST', `/api/deliveries/${item.id}/retry`, session?.csrfToken ?? null)
    notify(answer.ok ? t.deliveries.retried : t.inbox.failed)
    await refresh()
    setBusy(false)
  }
  return (
    <tr>
      <th scope="row">{formatInstant(item.createdAt, language)}</th>
      <td className="address" data-label={t.deliveries.address}>
        {item.address}
      </td>
      <td data-label={t.deliveries.kind}>{item.label}</td>
      <td>
        <Tag tone={TONES[item.state]}>{t.deliveries.states[item.state]}</Tag>
        {item.attempts > 0 ? <p className="meta">{t.deliveries.attempts(item.attempts)}</p> : null}
        {item.lastError === null ? null : <p className="meta delivery-error">{item.lastError}</p>}
        {item.nextAttemptAt === null || item.attempts === 0 ? null : (
          <p className="meta">{t.deliveries.next(formatInstant(item.nextAttemptAt, language))}</p>
        )}
      </td>
      <td>
        {isAdmin && item.state === 'kept' ? (
          <a href={`/api/deliveries/${item.id}/content`} download={`${item.id}.eml`}>
            {t.deliveries.content}
          </a>
        ) : null}
        {isAdmin && item.state !== 'sent' && item.state !== 'kept' ? (
          <Button onPress={retry} busyText={busy ? t.deliveries.retrying : null}>
            {t.deliveries.retry}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}

function DeliveriesPage({ data: { deliveries, state } }: { data: DeliveriesData }) {
  const { t, session } = useApp()
  const href = useHref()
  const isAdmin = session?.user.roles.includes('admin') ?? false
  const { items, counts, next, sends } = deliveries
  const addressOf = (query: Record<string, string>) => href('deliveries', {}, new URLSearchParams(query))
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <AccountHead title={t.deliveries.heading} lead={t.deliveries.lead} />
      {sends ? null : <Note tone="signal">{t.deliveries.notSending}</Note>}
      <LinkTabs
        label={t.deliveries.show}
        tabs={[
          {
            id: 'all',
            text: `${t.deliveries.all} (${all})`,
            href: href('deliveries'),
            selected: state === null,
          },
          ...DELIVERY_STATES.map(id => ({
            id,
            text: `${t.deliveries.states[id]} (${counts[id] ?? 0})`,
            href: addressOf({ state: id }),
            selected: state === id,
          })),
        ]}
      />
      {items.length === 0 ? (
        <EmptyState title={t.deliveries.empty}>
          <p>{t.deliveries.emptyHelp}</p>
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls, the keyboard has to reach it
        <section className="scroll" aria-label={t.deliveries.heading} tabIndex={0}>
          <table className="stacked">
            <caption className="visually-hidden">{t.deliveries.heading}</caption>
            <thead>
              <tr>
                <th scope="col">{t.deliveries.written}</th>
                <th scope="col">{t.deliveries.address}</th>
                <th scope="col">{t.deliveries.kind}</th>
                <th scope="col">{t.deliveries.state}</th>
                <th scope="col">{t.deliveries.actions}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(item => (
                <Row key={item.id} item={item} isAdmin={isAdmin} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {next === null ? null : (
        <p>
          <a href={addressOf({ ...(state === null ? {} : { state }), cursor: next })} data-nav="">
            {t.inbox.older}
          </a>
        </p>
      )}
    </>
  )
}

export const deliveriesPage: PageModule<DeliveriesData> = {
  Page: DeliveriesPage,
  head: (_, { t }) => ({ title: t.deliveries.heading, description: t.deliveries.lead }),
}
