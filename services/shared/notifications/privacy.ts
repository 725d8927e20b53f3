import { deleteBefore, type Processing, type Purge, rowsOf } from '../privacy/processing.ts'

/** What went out in a digest stays gone out: without its mail it must not wait for one again. */
const forgetDeliveries: Purge = async (store, before) => {
  await store
    .updateTable('notification')
    .set({ digest_at: null })
    .where('delivery_id', 'in', store.selectFrom('delivery').select('id').where('created_at', '<', before))
    .execute()
  const { numDeletedRows } = await store
    .deleteFrom('delivery')
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** What people are told, and how they want to be told. */
export const notificationProcessing: Processing = {
  code: 'notifications',
  name: { ro: 'Înștiințări', hu: 'Értesítések', en: 'Notifications' },
  purpose: {
    ro: 'Înștiințarea persoanei despre cererile, rapoartele și contul său.',
    hu: 'A személy értesítése kérelmeiről, jelentéseiről és fiókjáról.',
    en: 'To tell people about their applications, reports and account.',
  },
  basis: [{ gdpr: '6.1.e', law: 'OUG nr. 57/2019; OG nr. 27/2002' }],
  people: {
    ro: 'Persoanele care au un cont sau au fost invitate',
    hu: 'Fiókkal rendelkező vagy meghívott személyek',
    en: 'People with an account, or invited',
  },
  recipients: {
    ro: 'Serverul de e-mail al instalației și furnizorul de e-mail al persoanei',
    hu: 'A rendszer levelezőkiszolgálója és a személy e-mail-szolgáltatója',
    en: "The installation's mail server and the person's mail provider",
  },
  fields: [
    {
      table: 'notification',
      columns: ['person', 'principal', 'params'],
      what: {
        ro: 'Mesajele din căsuța din cont',
        hu: 'A fiók postaládájának üzenetei',
        en: "Messages in the account's inbox",
      },
      retention: {
        kind: 'days',
        days: 730,
        after: 'writing',
        purge: deleteBefore('notification', 'created_at'),
      },
      onErasure: 'deleted',
    },
    {
      table: 'delivery',
      columns: ['person', 'email', 'params'],
      what: {
        ro: 'E-mailuri trimise și starea lor',
        hu: 'Elküldött e-mailek és állapotuk',
        en: 'Mails sent and what became of them',
      },
      retention: { kind: 'days', days: 180, after: 'writing', purge: forgetDeliveries },
      onErasure: 'deleted',
    },
    {
      table: 'notification_choice',
      columns: ['person'],
      what: {
        ro: 'Despre ce dorește persoana să fie înștiințată',
        hu: 'Miről kér értesítést a személy',
        en: 'What the person wants to be told about',
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'notification_setting',
      columns: ['person'],
      what: { ro: 'Rezumatul dorit', hu: 'A kért összefoglaló', en: 'The digest that was chosen' },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'calendar_event',
      columns: ['person', 'title'],
      what: {
        ro: 'Termene și întâlniri din calendarul persoanei',
        hu: 'A személy naptárának határidői és időpontjai',
        en: "Deadlines and appointments in the person's calendar",
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
    {
      table: 'calendar_feed',
      columns: ['person', 'token_hash'],
      what: {
        ro: 'Amprenta adresei pentru programele de calendar',
        hu: 'A naptárprogramoknak adott cím lenyomata',
        en: 'Digest of the address for calendar programs',
      },
      retention: { kind: 'account' },
      onErasure: 'deleted',
    },
  ],
  collect: async (store, person) => ({
    inbox: await rowsOf(
      store,
      'notification',
      ['kind', 'params', 'link', 'created_at', 'read_at'],
      'person',
      person,
    ),
    mails: await rowsOf(
      store,
      'delivery',
      ['kind', 'params', 'state', 'created_at', 'settled_at'],
      'person',
      person,
    ),
    choices: await rowsOf(store, 'notification_choice', ['kind', 'mail'], 'person', person),
    calendar: await rowsOf(
      store,
      'calendar_event',
      ['uid', 'title', 'link', 'starts_on', 'starts_at', 'ends_at', 'cancelled'],
      'person',
      person,
    ),
    settings: await rowsOf(store, 'notification_setting', ['digest'], 'person', person),
  }),
  erase: async (store, person) => {
    const account = await store
      .selectFrom('auth_user')
      .select('email')
      .where('id', '=', person)
      .executeTakeFirst()
    if (account) await store.deleteFrom('delivery').where('email', '=', account.email).execute()
    await store.updateTable('notification').set({ principal: null }).where('principal', '=', person).execute()
  },
}
