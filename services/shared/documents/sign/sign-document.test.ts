import crypto from 'node:crypto'
import * as pkijs from 'pkijs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSigningCertificate } from '../../../../tests/support/signing-certificate.ts'
import { AT, sampleSource, templates, workerFile } from '../fixtures/sample-source.ts'
import { createDocumentRenderer } from '../render/document-renderer.ts'
import { makeDemoCertificate, readDemoCertificate } from './demo-identity.ts'
import { readP12 } from './read-p12.ts'
import { signDocument } from './sign-document.ts'
import { SigningCertificateError } from './signing-identity.ts'

const renderer = createDocumentRenderer({ workerFile, templates })
const certificate = makeSigningCertificate({ name: 'Consiliul Județean Harghita', at: AT })
const identity = readP12(certificate.p12, certificate.password)
let plain: Buffer
beforeAll(async () => {
  plain = await renderer.render(sampleSource)
})
afterAll(() => renderer.close())

const sign = async (pdf = plain, at = AT) =>
  signDocument(pdf, {
    identity,
    tooltip: 'Semnătură electronică',
    at,
  })

/** What the signature covers, and the CMS in the gap. */
function partsOf(pdf: Buffer) {
  const text = pdf.toString('latin1')
  const [, start = 0, from = 0, length = 0] = (/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text) ?? []).map(
    Number,
  )
  const gap = pdf.subarray(start + 1, from - 1).toString('latin1')
  return {
    covered: Buffer.concat([pdf.subarray(0, start), pdf.subarray(from, from + length)]),
    end: from + length,
    cms: Buffer.from(gap, 'hex'),
  }
}

/** Verifies as a reader would: the digest of the bytes, and the chain up to the authority if one is given. */
async function verify(pdf: Buffer, authority: Buffer | null): Promise<boolean> {
  const { covered, cms } = partsOf(pdf)
  const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(new Uint8Array(cms)).content })
  const answer = await signed
    .verify({
      signer: 0,
      data: new Uint8Array(covered).buffer,
      trustedCerts: authority ? [pkijs.Certificate.fromBER(new Uint8Array(authority))] : [],
      checkChain: authority !== null,
      checkDate: AT,
      extendedMode: true,
    })
    .catch(error => error as { signatureVerified: boolean | null })
  return answer.signatureVerified === true
}

test('a signature covers the whole file and verifies up to the authority', async () => {
  const pdf = await sign()
  expect(partsOf(pdf).end).toBe(pdf.length)
  expect(await verify(pdf, certificate.authority)).toBe(true)
})

test('a changed byte breaks it, wherever it is', async () => {
  const pdf = await sign()
  const { cms, end } = partsOf(pdf)
  const gapAt = pdf.indexOf(`<${cms.toString('hex').slice(0, 40)}`)
  for (const at of [10, Math.floor(plain.length / 2), gapAt - 5, end - 10]) {
    const changed = Buffer.from(pdf)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(await verify(changed, certificate.authority)).toBe(false)
  }
})

test('the bytes that Typst wrote stay as they are', async () => {
  const pdf = await sign()
  expect(pdf.subarray(0, plain.length).equals(plain)).toBe(true)
})

test('signed attributes are those of PAdES-B-B: the reference to the certificate, and no time', async () => {
  const { cms } = partsOf(await sign())
  const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(new Uint8Array(cms)).content })
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? []
  expect(attributes.map(({ type }) => type)).toEqual([
    '1.2.840.113549.1.9.3',
    '1.2.840.113549.1.9.4',
    '1.2.840.113549.1.9.16.2.47',
  ])
  const reference = Buffer.from(attributes[2]?.values[0]?.toBER(false) ?? new ArrayBuffer(0))
  const [own = Buffer.alloc(0)] = identity.certificates
  expect(reference.includes(crypto.createHash('sha256').update(own).digest())).toBe(true)
  expect(signed.certificates).toHaveLength(2)
})

test('a demo certificate signs too, and says what it is', async () => {
  const demo = readDemoCertificate(await makeDemoCertificate('Open County (demo)', AT))
  expect(demo).toMatchObject({ name: 'Open County (demo)', demo: true })
  const pdf = await signDocument(plain, { identity: demo, tooltip: 'x', at: AT })
  expect(await verify(pdf, null)).toBe(true)
  expect(await verify(pdf, certificate.authority)).toBe(false)
})

test('certificate files that can not sign are refused with what is wrong', () => {
  expect(() => readP12(certificate.p12, 'another')).toThrow(/SIGNING_P12_PASSWORD/)
  expect(() => readP12(Buffer.from('no file of this kind'), '')).toThrow(SigningCertificateError)
})

test('nothing is signed outside of the time of the certificate', async () => {
  await expect(sign(plain, new Date('2040-01-01T00:00:00Z'))).rejects.toThrow(SigningCertificateError)
  await expect(sign(plain, new Date('2020-01-01T00:00:00Z'))).rejects.toThrow(SigningCertificateError)
})
