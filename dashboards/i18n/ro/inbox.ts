import { romanianCount } from '../plural.ts'

/** Mesaje, preferințe și poșta instalației. */
export const roInbox = {
  inbox: {
    title: 'Mesaje',
    heading: (unread: number) =>
      unread === 0
        ? 'Mesajele dumneavoastră'
        : `Aveți ${romanianCount(unread, 'mesaj necitit', 'mesaje necitite')}`,
    lead: 'Ce s-a întâmplat cu ceea ce ați depus și ce aveți de făcut. Mesajele rămân aici și după ce le citiți.',
    link: 'Mesaje',
    unreadCount: (count: number) => romanianCount(count, 'mesaj necitit', 'mesaje necitite'),
    unread: 'necitit',
    open: 'Deschideți',
    markRead: 'Marcați ca citit',
    markAllRead: 'Marcați toate ca citite',
    settings: 'Preferințe',
    show: 'Ce mesaje se arată',
    all: 'Toate',
    onlyUnread: 'Necitite',
    empty: 'Nu aveți niciun mesaj.',
    emptyUnread: 'Ați citit toate mesajele.',
    emptyHelp: 'Aici apar mesajele despre rapoartele, cererile și contul dumneavoastră.',
    older: 'Mai vechi',
    failed:
      'Nu s-a putut face acum. Încercați din nou; dacă pagina este deschisă de mult timp, reîncărcați-o.',
  },
  inboxSettings: {
    title: 'Preferințe pentru mesaje',
    heading: 'Alegeți ce primiți prin e-mail',
    lead: 'Toate mesajele se găsesc oricum în pagina Mesaje. Alegerea privește doar e-mailul.',
    digest: 'Când vin mesajele care pot aștepta',
    digestHelp: 'Rezumatul pleacă la ora 7 dimineața și cuprinde doar ce nu ați citit.',
    digests: {
      none: 'De îndată, fiecare separat',
      daily: 'O dată pe zi, împreună',
      weekly: 'O dată pe săptămână, lunea, împreună',
    },
    byMail: 'Trimiteți-mi un e-mail când',
    always: 'Mesaje care vin întotdeauna',
    alwaysWhy: 'Le cere legea sau siguranța contului.',
    save: 'Salvați alegerea',
    saving: 'Se salvează',
    saved: 'Alegerea este salvată.',
  },
  unsubscribe: {
    heading: 'Dezabonare de la un fel de mesaje',
    description: 'Nu mai primiți prin e-mail un anumit fel de mesaje de la județ.',
    question: (label: string) =>
      `Nu mai doriți e-mailuri de felul „${label}”? Mesajele rămân vizibile în contul dumneavoastră.`,
    confirm: 'Nu mai trimiteți',
    done: (label: string) => `Nu mai trimitem e-mailuri de felul „${label}”.`,
    unknown: 'Legătura nu este valabilă. Copiați-o întreagă din e-mail sau alegeți în contul dumneavoastră.',
    choices: 'Toate preferințele pentru mesaje',
  },
  deliveries: {
    heading: 'Poșta instalației',
    lead: 'Fiecare e-mail scris de sistem și ce s-a întâmplat cu el.',
    notSending:
      'Nu este setat niciun server de poștă: e-mailurile sunt păstrate în fișiere pe acest calculator și pleacă după ce setați SMTP_URL.',
    show: 'Ce stare se arată',
    all: 'toate',
    states: {
      waiting: 'în așteptare',
      kept: 'păstrat',
      sent: 'trimis',
      failed: 'refuzat',
      gave_up: 'abandonat',
    },
    written: 'Scris',
    address: 'Către',
    kind: 'Felul',
    state: 'Stare',
    actions: 'De făcut',
    attempts: (count: number) => romanianCount(count, 'încercare', 'încercări'),
    next: (when: string) => `următoarea încercare: ${when}`,
    content: 'Descărcați e-mailul',
    retry: 'Încercați din nou',
    retrying: 'Se trimite',
    retried: 'E-mailul pleacă din nou.',
    empty: 'Niciun e-mail în această stare.',
    emptyHelp: 'E-mailurile apar aici de îndată ce sistemul le scrie.',
  },
}
