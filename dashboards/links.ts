import { isLanguage, isSitePath, LANGUAGES, type Language, type Names } from '../domain/index.ts'

export const PAGE_NAMES = [
  'home',
  'entities',
  'budget',
  'verify',
  'verification',
  'rules',
  'rule',
  'holidays',
  'sign-in',
  'sign-up',
  'forgot',
  'mail-link',
  'account',
  'profile',
  'documents',
  'mandates',
  'mandate',
  'office-mandates',
  'office-mandate',
  'person-search',
  'security',
  'audit',
  'privacy',
  'erasure',
  'office-erasures',
  'office-documents',
  'inbox',
  'inbox-settings',
  'unsubscribe',
  'deliveries',
  'upload',
  'reports',
  'submission',
  'people',
  'person',
  'proposals',
  'lists',
  'organisations',
  'my-organisations',
  'organisation',
  'invitation',
  'registers',
  'design',
] as const
export type LinkedPage = (typeof PAGE_NAMES)[number]

/** Path of each page after the language; a segment that starts with ":" is a parameter. */
export const SLUGS: Record<LinkedPage, Names> = {
  home: { ro: '', hu: '', en: '' },
  entities: { ro: 'bugete', hu: 'koltsegvetes', en: 'budgets' },
  budget: { ro: 'bugete/:cui', hu: 'koltsegvetes/:cui', en: 'budgets/:cui' },
  verify: { ro: 'verificare', hu: 'ellenorzes', en: 'verify' },
  verification: { ro: 'verificare/:code', hu: 'ellenorzes/:code', en: 'verify/:code' },
  rules: { ro: 'reguli', hu: 'szabalyok', en: 'rules' },
  rule: { ro: 'reguli/:rule', hu: 'szabalyok/:rule', en: 'rules/:rule' },
  holidays: { ro: 'zile-libere', hu: 'munkaszuneti-napok', en: 'public-holidays' },
  'sign-in': { ro: 'autentificare', hu: 'bejelentkezes', en: 'sign-in' },
  'sign-up': { ro: 'cont-nou', hu: 'uj-fiok', en: 'sign-up' },
  forgot: { ro: 'parola-uitata', hu: 'elfelejtett-jelszo', en: 'forgot-password' },
  'mail-link': { ro: 'legatura', hu: 'hivatkozas', en: 'link' },
  account: { ro: 'cont', hu: 'fiok', en: 'account' },
  profile: { ro: 'cont/date', hu: 'fiok/adatok', en: 'account/details' },
  documents: { ro: 'cont/documente', hu: 'fiok/okiratok', en: 'account/documents' },
  // The English slugs are in the links of notices: good under every language.
  mandates: { ro: 'mandate', hu: 'meghatalmazasok', en: 'mandates' },
  mandate: { ro: 'mandate/:id', hu: 'meghatalmazasok/:id', en: 'mandates/:id' },
  'office-mandates': { ro: 'birou/mandate', hu: 'hivatal/meghatalmazasok', en: 'office/mandates' },
  'office-mandate': { ro: 'birou/mandate/:id', hu: 'hivatal/meghatalmazasok/:id', en: 'office/mandates/:id' },
  'person-search': { ro: 'birou/persoane', hu: 'hivatal/szemelyek', en: 'office/people' },
  security: { ro: 'cont/securitate', hu: 'fiok/biztonsag', en: 'account/security' },
  audit: { ro: 'audit', hu: 'ellenorzesi-naplo', en: 'audit' },
  privacy: { ro: 'date-personale', hu: 'szemelyes-adatok', en: 'personal-data' },
  erasure: { ro: 'date-personale/stergere', hu: 'szemelyes-adatok/torles', en: 'personal-data/erasure' },
  'office-documents': { ro: 'birou/documente', hu: 'hivatal/okiratok', en: 'office/documents' },
  'office-erasures': { ro: 'birou/stergeri', hu: 'hivatal/torlesek', en: 'office/erasures' },
  inbox: { ro: 'mesaje', hu: 'uzenetek', en: 'inbox' },
  'inbox-settings': { ro: 'mesaje/preferinte', hu: 'uzenetek/beallitasok', en: 'inbox/settings' },
  unsubscribe: { ro: 'mesaje/dezabonare', hu: 'uzenetek/leiratkozas', en: 'inbox/unsubscribe' },
  deliveries: { ro: 'administrare/posta', hu: 'adminisztracio/levelek', en: 'office/mail' },
  upload: { ro: 'raportari/incarcare', hu: 'jelentesek/feltoltes', en: 'reports/upload' },
  reports: { ro: 'raportari', hu: 'jelentesek', en: 'reports' },
  submission: { ro: 'raportari/:id', hu: 'jelentesek/:id', en: 'reports/:id' },
  people: { ro: 'administrare/persoane', hu: 'adminisztracio/szemelyek', en: 'office/users' },
  person: {
    ro: 'administrare/persoane/:person',
    hu: 'adminisztracio/szemelyek/:person',
    en: 'office/users/:person',
  },
  proposals: {
    ro: 'administrare/cui-propuse',
    hu: 'adminisztracio/javasolt-adoazonositok',
    en: 'office/proposed-codes',
  },
  lists: { ro: 'administrare/liste', hu: 'adminisztracio/listak', en: 'office/lists' },
  organisations: { ro: 'organizatii', hu: 'szervezetek', en: 'organisations' },
  'my-organisations': { ro: 'organizatiile-mele', hu: 'szervezeteim', en: 'my-organisations' },
  organisation: { ro: 'organizatii/:id', hu: 'szervezetek/:id', en: 'organisations/:id' },
  // The English slug is in the links of mails: good under every language.
  invitation: { ro: 'invitatie', hu: 'meghivo', en: 'invitation' },
  registers: { ro: 'registre', hu: 'iktatokonyvek', en: 'registers' },
  design: { ro: 'design', hu: 'design', en: 'design' },
}

const PARAMETERS: Record<string, RegExp> = {
  cui: /^\d{2,10}$/,
  code: /^[0-9A-Za-z-]{1,60}$/,
  person: /^[0-9A-Za-z_-]{1,100}$/,
  rule: /^[a-z_]{1,30}\.[a-z0-9_]{1,29}$/,
  id: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
}

export type Params = Readonly<Record<string, string>>

export function hrefOf(
  page: LinkedPage,
  language: Language,
  params: Params = {},
  query: URLSearchParams | null = null,
): string {
  const slug = SLUGS[page][language].replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = query?.toString() ?? ''
  return `/${language}${slug === '' ? '' : `/${slug}`}${search === '' ? '' : `?${search}`}`
}

function matchSlug(slug: string, path: readonly string[]): Params | null {
  const segments = slug === '' ? [] : slug.split('/')
  if (segments.length !== path.length) return null
  const params: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    const value = path[index] ?? ''
    if (!segment.startsWith(':')) {
      if (segment !== value) return null
      continue
    }
    const name = segment.slice(1)
    if (!PARAMETERS[name]?.test(value)) return null
    params[name] = value
  }
  return params
}

export interface Match {
  readonly page: LinkedPage
  readonly language: Language
  readonly params: Params
}

/** Finds the page of a path. A slug of any language is accepted under every language; the canonical link says the proper one. */
export function matchPath(pathname: string): Match | null {
  const [language = '', ...path] = pathname.split('/').filter(segment => segment !== '')
  if (!isLanguage(language)) return null
  for (const page of PAGE_NAMES) {
    for (const slugLanguage of LANGUAGES) {
      const params = matchSlug(SLUGS[page][slugLanguage], path)
      if (params) return { page, language, params }
    }
  }
  return null
}

/** Where a sign-in may lead to: a path of this site's own pages, nothing else. */
export function safeNext(next: string | null): string | null {
  return next !== null && isSitePath(next) ? next : null
}
