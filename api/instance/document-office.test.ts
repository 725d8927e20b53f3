import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../tests/support/built.ts'
import { makeSigningCertificate } from '../../tests/support/signing-certificate.ts'
import { ConfigError, readConfig } from '../config.ts'
import { openDocumentOffice } from './document-office.ts'
import { openFileStore } from './file-store.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-county-office-'))
const now = new Date('2026-11-24T10:00:00Z')
const certificate = makeSigningCertificate({ name: 'Consiliul Județean Harghita', at: now })
const logged: string[] = []
beforeAll(() => fs.writeFileSync(path.join(folder, 'sign.p12'), certificate.p12))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

async function open(settings: NodeJS.ProcessEnv, at = now) {
  const config = readConfig({ DATA_DIR: folder, ...settings }, projectRoot)
  const files = await openFileStore(path.join(folder, 'files'))
  const office = await openDocumentOffice(config, { files, now: () => at, log: line => logged.push(line) })
  await office.renderer.close()
  return office
}
const P12 = { SIGNING_P12: path.join(folder, 'sign.p12') }

test('without a certificate file one is made for demonstration, once', async () => {
  const { identity } = await open({})
  expect(identity).toMatchObject({ name: 'Open County (demo)', demo: true })
  expect((await open({})).identity.certificates).toEqual(identity.certificates)
  const kept = path.join(folder, 'demo-signing.pem')
  if (process.platform !== 'win32') expect(fs.statSync(kept).mode & 0o777).toBe(0o600)
})

test('with one it signs, and its name is that of the signer', async () => {
  const { identity } = await open({ ...P12, SIGNING_P12_PASSWORD: certificate.password })
  expect(identity).toMatchObject({ name: 'Consiliul Județean Harghita', demo: false })
})

test('the log tells a month before the certificate ends', async () => {
  logged.length = 0
  await open({ ...P12, SIGNING_P12_PASSWORD: certificate.password }, new Date('2027-12-10T00:00:00Z'))
  expect(logged).toEqual([expect.stringContaining('the signing certificate ends on 2027-12-28')])
})

test.each([
  [{ ...P12, SIGNING_P12_PASSWORD: 'another' }, 'does not open with SIGNING_P12_PASSWORD'],
  [{ SIGNING_P12: path.join(folder, 'missing.p12') }, 'names a file that can not be read'],
  [{ SIGNING_P12: path.join(projectRoot, 'package.json') }, 'is no PKCS #12 file'],
])('a file that can not sign stops the start with what is wrong: %j', async (settings, text) => {
  const opened = open(settings)
  await expect(opened).rejects.toThrow(ConfigError)
  await expect(opened).rejects.toThrow(text)
})

test('codes never repeat', async () => {
  const office = await open({})
  expect(new Set(Array.from({ length: 1000 }, () => office.newCode())).size).toBe(1000)
})
