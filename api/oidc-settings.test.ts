import { expect, test } from 'vitest'
import { ConfigError } from './config.ts'
import { readOidcProviders } from './oidc-settings.ts'

const ROEID = { OIDC_ROEID_ISSUER: 'https://roeid.example.ro', OIDC_ROEID_CLIENT_ID: 'county' }

test('no provider without settings; an empty value counts as not given', () => {
  expect(readOidcProviders({ PORT: '1', OIDC_ROEID_ISSUER: '' })).toEqual([])
})

test('any number of providers, each by its own settings', () => {
  expect(
    readOidcProviders({
      ...ROEID,
      OIDC_COUNTY_ISSUER: 'http://localhost:9000',
      OIDC_COUNTY_CLIENT_ID: 'x',
      OIDC_COUNTY_CLIENT_SECRET: 'secret',
      OIDC_COUNTY_LABEL: 'Contul de serviciu',
      OIDC_COUNTY_FOR: 'official',
      OIDC_COUNTY_SCOPE: 'openid email',
      OIDC_COUNTY_STRONG_ACR: 'urn:high  urn:substantial',
      OIDC_COUNTY_STRONG_AMR: 'mfa',
    }),
  ).toEqual([
    {
      name: 'county',
      label: 'Contul de serviciu',
      issuer: 'http://localhost:9000',
      clientId: 'x',
      clientSecret: 'secret',
      for: 'official',
      scope: 'openid email',
      strongAcr: ['urn:high', 'urn:substantial'],
      strongAmr: ['mfa'],
    },
    {
      name: 'roeid',
      label: 'ROeID',
      issuer: 'https://roeid.example.ro',
      clientId: 'county',
      clientSecret: null,
      for: 'citizen',
      scope: 'openid email profile',
      strongAcr: [],
      strongAmr: [],
    },
  ])
})

test.each([
  [{ OIDC_ROEID_CLIENT_ID: 'x' }, 'OIDC_ROEID_ISSUER must be given too.'],
  [{ OIDC_ROEID_ISSUER: 'https://roeid.example.ro' }, 'OIDC_ROEID_CLIENT_ID must be given too.'],
  [{ OIDC_X_ISSUER: 'https://x.example', OIDC_X_CLIENT_ID: 'x' }, 'OIDC_X_LABEL must be given too.'],
  [
    { ...ROEID, OIDC_ROEID_ISSUER: 'http://roeid.example.ro' },
    'OIDC_ROEID_ISSUER must be a URL that starts with https:// (it is "http://roeid.example.ro").',
  ],
  [
    { ...ROEID, OIDC_ROEID_ISSUER: 'roeid' },
    'OIDC_ROEID_ISSUER must be a URL that starts with https:// (it is "roeid").',
  ],
  [{ ...ROEID, OIDC_ROEID_FOR: 'all' }, 'OIDC_ROEID_FOR must be "citizen" or "official" (it is "all").'],
  [{ ...ROEID, OIDC_ROEID_SCOPE: 'email' }, 'OIDC_ROEID_SCOPE must contain "openid" (it is "email").'],
  [
    { ...ROEID, OIDC_ROEID_ISUER: 'x' },
    'OIDC_ROEID_ISUER is no setting: OIDC_<NAME>_ISSUER, CLIENT_ID, CLIENT_SECRET, LABEL, FOR, SCOPE, STRONG_ACR, STRONG_AMR.',
  ],
])('%j stops the start with one sentence', (environment, sentence) => {
  expect(() => readOidcProviders(environment)).toThrow(new ConfigError(sentence))
})
