import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  sampleSource,
  templates,
  workerFile,
} from '../../services/shared/documents/fixtures/sample-source.ts'
import { createDocumentRenderer } from '../../services/shared/documents/render/document-renderer.ts'
import {
  makeDemoCertificate,
  readDemoCertificate,
} from '../../services/shared/documents/sign/demo-identity.ts'
import { readP12 } from '../../services/shared/documents/sign/read-p12.ts'
import { signDocument } from '../../services/shared/documents/sign/sign-document.ts'
import type { SigningIdentity } from '../../services/shared/documents/sign/signing-identity.ts'
import { makeSigningCertificate } from '../support/signing-certificate.ts'
import { runProgram } from '../support/tool.ts'

/** What Poppler with NSS, an implementation that is none of ours, says of the signatures. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-county-signature-'))
const inFolder = (name: string) => path.join(folder, name)
const renderer = createDocumentRenderer({ workerFile, templates })
/** Poppler judges certificates by the clock. */
const NOW = new Date()
const certificate = makeSigningCertificate({ name: 'Consiliul Județean Harghita', at: NOW })
const trusted = readP12(certificate.p12, certificate.password)

beforeAll(() => {
  fs.mkdirSync(inFolder('nss'))
  fs.writeFileSync(inFolder('authority.der'), certificate.authority)
  const store = ['-d', `sql:${inFolder('nss')}`]
  expect(runProgram('certutil', ['-N', ...store, '--empty-password']).code).toBe(0)
  const trust = ['-A', ...store, '-n', 'authority', '-t', 'CT,C,C', '-i', inFolder('authority.der')]
  expect(runProgram('certutil', trust).code).toBe(0)
})
afterAll(async () => {
  await renderer.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function signed(identity: SigningIdentity, standard: 'ua-1' | 'a-2a' = 'ua-1'): Promise<Buffer> {
  const drawn = await renderer.render({ ...sampleSource, standard })
  return signDocument(drawn, { identity, tooltip: 'Semnătură electronică', at: NOW })
}

function pdfsig(pdf: Buffer): string {
  const file = inFolder('signed.pdf')
  fs.writeFileSync(file, pdf)
  return runProgram('pdfsig', ['-nssdir', inFolder('nss'), file]).output
}

test.each(['ua-1', 'a-2a'] as const)('%s: valid, trusted, and all of the file is signed', async standard => {
  const output = pdfsig(await signed(trusted, standard))
  for (const line of [
    'Signer Certificate Common Name: Consiliul Județean Harghita',
    'Signing Hash Algorithm: SHA-256',
    'Signature Type: ETSI.CAdES.detached',
    'Total document signed',
    'Signature Validation: Signature is Valid.',
    'Certificate Validation: Certificate is Trusted.',
  ])
    expect(output).toContain(line)
})

test('the demo certificate signs validly, and nobody trusts it', async () => {
  const demo = readDemoCertificate(await makeDemoCertificate('Open County (demo)', NOW))
  const output = pdfsig(await signed(demo))
  expect(output).toContain('Signature is Valid.')
  expect(output).not.toContain('Certificate is Trusted')
})

test('a changed byte, and bytes behind the end, are found', async () => {
  const pdf = await signed(trusted)
  const changed = Buffer.from(pdf)
  const at = changed.indexOf('/Title')
  changed[at + 1] = 'X'.charCodeAt(0)
  expect(pdfsig(changed)).toContain('Digest Mismatch')
  const longer = Buffer.concat([pdf, Buffer.from('% more\nstartxref\n0\n%%EOF\n')])
  expect(pdfsig(longer)).not.toContain('Total document signed')
})

describe('certificate files that OpenSSL wrote', () => {
  const openssl = (...args: string[]) => expect(runProgram('openssl', args)).toMatchObject({ code: 0 })
  const make = (key: string[], out: string, more: string[] = []): SigningIdentity => {
    const [pem, cert, p12] = [`${out}.key`, `${out}.pem`, `${out}.p12`].map(inFolder) as [
      string,
      string,
      string,
    ]
    openssl(
      'req',
      '-x509',
      '-nodes',
      ...key,
      '-keyout',
      pem,
      '-out',
      cert,
      '-days',
      '3650',
      '-subj',
      '/CN=Test',
    )
    openssl('pkcs12', '-export', '-inkey', pem, '-in', cert, '-out', p12, '-passout', 'pass:țest', ...more)
    return readP12(fs.readFileSync(p12), 'țest')
  }
  const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const LEGACY = ['-legacy', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']
  test.each([
    ['RSA', ['-newkey', 'rsa:3072'], []],
    ['P-256', EC, []],
    ['RSA, ciphers of old', ['-newkey', 'rsa:2048'], LEGACY],
  ] as const)('%s', async (name, key, more) => {
    const identity = make([...key], name.replaceAll(/\W/g, ''), [...more])
    const now = new Date(identity.validFrom.getTime() + 1000)
    const drawn = await renderer.render(sampleSource)
    expect(pdfsig(await signDocument(drawn, { identity, tooltip: 'x', at: now }))).toContain(
      'Signature is Valid.',
    )
  })
})
