import { DELIVERY_STATES } from '../../domain/index.ts'
import type { CalendarFeed, Deliveries, Inbox, NotificationSettings, Unsubscription } from '../api-types.ts'
import { read, readOptional } from './api.ts'
import type { PageLoaders } from './page-loader.ts'

export const inboxLoaders: PageLoaders<'inbox' | 'inbox-settings' | 'unsubscribe' | 'deliveries'> = {
  inbox: {
    needsAccount: true,
    load: async ({ api, match, url }) => {
      const unreadOnly = url.searchParams.get('unread') === 'true'
      const query = new URLSearchParams({ lang: match.language })
      if (unreadOnly) query.set('unread', 'true')
      const cursor = url.searchParams.get('cursor')
      if (cursor !== null) query.set('cursor', cursor)
      return { data: { inbox: await read<Inbox>(api, `/api/notifications?${query}`), unreadOnly } }
    },
  },
  'inbox-settings': {
    needsAccount: true,
    load: async ({ api, match }) => {
      const [settings, feed] = await Promise.all([
        read<NotificationSettings>(api, `/api/notifications/settings?lang=${match.language}`),
        read<CalendarFeed>(api, '/api/notifications/calendar'),
      ])
      return { data: { settings, feed } }
    },
  },
  unsubscribe: {
    // The token of the mail is enough.
    needsAccount: false,
    load: async ({ api, match, url }) => {
      const token = url.searchParams.get('token') ?? ''
      const query = new URLSearchParams({ lang: match.language, token })
      const subscription = await readOptional<Unsubscription>(api, `/api/notifications/unsubscribe?${query}`)
      return { data: { subscription, token }, status: subscription === null ? 404 : 200 }
    },
  },
  deliveries: {
    needsAccount: true,
    load: async ({ api, match, url }) => {
      const state = DELIVERY_STATES.find(name => name === url.searchParams.get('state')) ?? null
      const query = new URLSearchParams({ lang: match.language })
      if (state !== null) query.set('state', state)
      const cursor = url.searchParams.get('cursor')
      if (cursor !== null) query.set('cursor', cursor)
      return { data: { deliveries: await read<Deliveries>(api, `/api/deliveries?${query}`), state } }
    },
  },
}
