import type { OidcProvider } from '../services/index.ts'
import { ConfigError } from './config-error.ts'

const SETTING =
  /^OIDC_([A-Z][A-Z0-9]{0,29})_(ISSUER|CLIENT_ID|CLIENT_SECRET|LABEL|FOR|SCOPE|STRONG_ACR|STRONG_AMR)$/
/** Providers whose own name is known: the setting may leave it out. */
const LABELS: Readonly<Record<string, string>> = { roeid: 'ROeID' }

/**
 * Providers of OpenID Connect, each by settings of its own: OIDC_<NAME>_ISSUER, _CLIENT_ID, _CLIENT_SECRET (none: a public
 * client), _LABEL, _FOR ("citizen" or "official"), _SCOPE, and _STRONG_ACR and _STRONG_AMR, the values of acr and amr, apart by
 * spaces, that stand for two factors. Throws a ConfigError that names the first wrong one.
 */
export function readOidcProviders(environment: NodeJS.ProcessEnv): OidcProvider[] {
  const given = new Map<string, Record<string, string>>()
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('OIDC_') || !value) continue
    const [, provider = '', field = ''] = SETTING.exec(name) ?? []
    if (provider === '')
      throw new ConfigError(
        `${name} is no setting: OIDC_<NAME>_ISSUER, CLIENT_ID, CLIENT_SECRET, LABEL, FOR, SCOPE, STRONG_ACR, STRONG_AMR.`,
      )
    given.set(provider, { ...given.get(provider), [field]: value })
  }
  return [...given]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, fields]) => providerOf(name, fields))
}

function providerOf(upper: string, fields: Record<string, string>): OidcProvider {
  const name = upper.toLowerCase()
  const setting = (field: string) => `OIDC_${upper}_${field}`
  const required = (field: string): string => {
    const value = fields[field]
    if (value === undefined) throw new ConfigError(`${setting(field)} must be given too.`)
    return value
  }
  const issuer = required('ISSUER')
  const { protocol, hostname } = URL.canParse(issuer) ? new URL(issuer) : { protocol: '', hostname: '' }
  // Whoever reads the line could speak for anyone; only this machine itself may do without.
  const local = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol !== 'https:' && !local)
    throw new ConfigError(`${setting('ISSUER')} must be a URL that starts with https:// (it is "${issuer}").`)
  const purpose = fields.FOR ?? 'citizen'
  if (purpose !== 'citizen' && purpose !== 'official')
    throw new ConfigError(`${setting('FOR')} must be "citizen" or "official" (it is "${purpose}").`)
  const scope = fields.SCOPE ?? 'openid email profile'
  if (!scope.split(' ').includes('openid'))
    throw new ConfigError(`${setting('SCOPE')} must contain "openid" (it is "${scope}").`)
  return {
    name,
    label: fields.LABEL ?? LABELS[name] ?? required('LABEL'),
    issuer,
    clientId: required('CLIENT_ID'),
    clientSecret: fields.CLIENT_SECRET ?? null,
    for: purpose,
    scope,
    strongAcr: wordsOf(fields.STRONG_ACR),
    strongAmr: wordsOf(fields.STRONG_AMR),
  }
}

const wordsOf = (text: string | undefined): string[] => (text ?? '').split(' ').filter(word => word !== '')
