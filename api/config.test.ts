import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const read = (environment: NodeJS.ProcessEnv) => readConfig(environment, '/tmp')

test('has a default for everything', () => {
  expect(read({ DATA_DIR: './x' })).toEqual({
    port: 3000,
    dataFolder: path.resolve('/tmp/x'),
    databaseUrl: null,
    warehouseUrl: `duckdb:${path.resolve('/tmp/x/warehouse.duckdb')}`,
    cubeApiUrl: null,
    publicUrl: 'http://localhost:3000',
    seed: 'demo',
    demoPassword: null,
    sessionSecret: null,
    encryptionKey: null,
    rateLimit: true,
    requireSecondFactor: false,
    oidcProviders: [],
    smtpUrl: null,
    mailFrom: 'Open County <no-reply@localhost>',
    signing: null,
    clamdUrl: null,
    erasuresLog: path.resolve('/tmp/x/erasures.log'),
    auditHeadTo: null,
  })
})

test('takes what is given; an empty value counts as not given', () => {
  const config = read({
    PORT: '8080',
    PUBLIC_URL: 'https://buget.example.ro/',
    SEED: 'none',
    DATABASE_URL: '',
  })
  expect(config).toMatchObject({
    port: 8080,
    publicUrl: 'https://buget.example.ro',
    seed: 'none',
    databaseUrl: null,
  })
})

test('roles of the county need a second factor, unless it is only tried out', () => {
  const required = (environment: NodeJS.ProcessEnv) => read(environment).requireSecondFactor
  const real = { SEED: 'none', PUBLIC_URL: 'https://buget.example.ro' }
  expect(required(real)).toBe(true)
  expect(required({ ...real, PUBLIC_URL: 'http://intranet' })).toBe(true)
  expect(required({ ...real, SEED: 'demo' })).toBe(false)
  expect(required({ SEED: 'none' })).toBe(false)
  expect(required({ ...real, REQUIRE_SECOND_FACTOR: 'off' })).toBe(false)
  expect(required({ REQUIRE_SECOND_FACTOR: 'on' })).toBe(true)
})

test('a certificate file is looked for from the working folder', () => {
  expect(read({ SIGNING_P12: 'keys/sign.p12', SIGNING_P12_PASSWORD: 'secret' }).signing).toEqual({
    file: path.resolve('/tmp/keys/sign.p12'),
    password: 'secret',
  })
  expect(read({ SIGNING_P12: '/keys/sign.p12' }).signing).toEqual({ file: '/keys/sign.p12', password: '' })
})

describe('a wrong value stops the start with one sentence that names it', () => {
  test.each([
    [{ PORT: 'http' }, 'PORT must be a number between 0 and 65535 (it is "http").'],
    [{ PORT: '70000' }, 'PORT must be a number between 0 and 65535 (it is "70000").'],
    [
      { DATABASE_URL: 'mysql://u:secret@x/y' },
      'DATABASE_URL must be a URL that starts with postgres:// or postgresql://.',
    ],
    [
      { WAREHOUSE_URL: 'clickhouse://x' },
      'WAREHOUSE_URL must be duckdb:<file> (Postgres and ClickHouse are not supported yet) (it is "clickhouse://x").',
    ],
    [
      { CUBE_API_URL: 'cube' },
      'CUBE_API_URL must be a URL that starts with http:// or https:// (it is "cube").',
    ],
    [
      { PUBLIC_URL: 'ftp://x' },
      'PUBLIC_URL must be a URL that starts with http:// or https:// (it is "ftp://x").',
    ],
    [{ SEED: 'yes' }, 'SEED must be "demo" or "none" (it is "yes").'],
    [{ DEMO_PASSWORD: 'short' }, 'DEMO_PASSWORD must have at least 8 characters.'],
    [{ SMTP_URL: 'mail.example.ro' }, 'SMTP_URL must be a URL that starts with smtp:// or smtps://.'],
    [{ MAIL_FROM: 'county' }, 'MAIL_FROM must be an address, or a name with <address> (it is "county").'],
    [{ AUDIT_HEAD_TO: 'auditor' }, 'AUDIT_HEAD_TO must be an e-mail address (it is "auditor").'],
    [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET must have at least 32 characters.'],
    [
      { CLAMD_URL: 'http://x' },
      'CLAMD_URL must be tcp://<host>:<port> or unix:<path of the socket> (it is "http://x").',
    ],
  ])('%j', (environment, sentence) => {
    expect(() => read(environment)).toThrow(new ConfigError(sentence))
  })
})
