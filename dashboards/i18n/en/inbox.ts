import { englishCount } from '../plural.ts'
import type { Texts } from '../texts.ts'

/** Inbox, its settings, and the mails of the installation. */
export const enInbox: Pick<Texts, 'inbox' | 'inboxSettings' | 'unsubscribe' | 'deliveries'> = {
  inbox: {
    title: 'Inbox',
    heading: unread =>
      unread === 0
        ? 'Your messages'
        : `You have ${englishCount(unread, 'unread message', 'unread messages')}`,
    lead: 'What became of the things you filed, and what is left to do. Messages stay here after you read them.',
    link: 'Inbox',
    unreadCount: count => englishCount(count, 'unread message', 'unread messages'),
    unread: 'unread',
    open: 'Open',
    markRead: 'Mark as read',
    markAllRead: 'Mark all as read',
    settings: 'Settings',
    show: 'Which messages are shown',
    all: 'All',
    onlyUnread: 'Unread',
    empty: 'You have no messages.',
    emptyUnread: 'You have read all your messages.',
    emptyHelp: 'Messages about your reports, requests and account appear here.',
    older: 'Older',
    failed: 'This could not be done now. Try again; if the page has been open for long, reload it.',
  },
  inboxSettings: {
    title: 'Message settings',
    heading: 'Choose what comes by e-mail',
    lead: 'All messages are in your inbox in any case. The choice is about e-mail only.',
    digest: 'When messages come that can wait',
    digestHelp: 'The summary leaves at 7 in the morning and holds only what you have not read.',
    digests: {
      none: 'At once, one by one',
      daily: 'Once a day, together',
      weekly: 'Once a week, on Mondays, together',
    },
    byMail: 'Send me an e-mail when',
    always: 'Messages that always come',
    alwaysWhy: 'The law or the safety of the account requires them.',
    save: 'Save the choice',
    saving: 'Saving',
    saved: 'The choice is saved.',
  },
  unsubscribe: {
    heading: 'Unsubscribe from a kind of message',
    description: 'Receive no more e-mails of one kind from the county.',
    question: label =>
      `Do you want no more e-mails of the kind “${label}”? The messages stay visible in your account.`,
    confirm: 'Send no more',
    done: label => `We send no more e-mails of the kind “${label}”.`,
    unknown: 'The link is not valid. Copy it whole from the e-mail, or choose in your account.',
    choices: 'All message settings',
  },
  deliveries: {
    heading: 'Mail of the installation',
    lead: 'Every e-mail that the system wrote, and what became of it.',
    notSending:
      'No mail server is set: e-mails are kept as files on this machine, and leave once SMTP_URL is set.',
    show: 'Which state is shown',
    all: 'all',
    states: {
      waiting: 'waiting',
      kept: 'kept',
      sent: 'sent',
      failed: 'refused',
      gave_up: 'given up',
    },
    written: 'Written',
    address: 'To',
    kind: 'Kind',
    state: 'State',
    actions: 'To do',
    attempts: count => englishCount(count, 'attempt', 'attempts'),
    next: when => `next attempt: ${when}`,
    content: 'Download the e-mail',
    retry: 'Try again',
    retrying: 'Sending',
    retried: 'The e-mail is on its way again.',
    empty: 'No e-mail is in this state.',
    emptyHelp: 'E-mails appear here as soon as the system writes them.',
  },
}
