import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  AT,
  sampleSource,
  templates,
  workerFile,
} from '../../services/shared/documents/fixtures/sample-source.ts'
import { createDocumentRenderer } from '../../services/shared/documents/render/document-renderer.ts'
import type { DocumentSource } from '../../services/shared/documents/render/document-source.ts'
import {
  makeDemoCertificate,
  readDemoCertificate,
} from '../../services/shared/documents/sign/demo-identity.ts'
import { signDocument } from '../../services/shared/documents/sign/sign-document.ts'
import { runProgram } from '../support/tool.ts'

/** What other programs read in the documents. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-county-text-'))
const file = path.join(folder, 'document.pdf')
const renderer = createDocumentRenderer({ workerFile, templates })
afterAll(async () => {
  await renderer.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function textOf(source: DocumentSource): Promise<string> {
  fs.writeFileSync(file, await renderer.render(source))
  return runProgram('pdftotext', ['-layout', file, '-']).output.replaceAll(/\s+/g, ' ')
}

test.each([
  ['ro', ['Certificat de mandat', 'Nr. 12/2026 din 24 noiembrie 2026', 'fără termen, până la revocare']],
  ['hu', ['MÁSOLAT TÁJÉKOZTATÁSRA', 'A hivatalos okirat a román nyelvű: 12/2026 szám, 2026. november 24.']],
  ['en', ['COURTESY COPY', 'The official document is the Romanian one, no. 12/2026 of 24 November 2026.']],
] as const)('in %s: names with all their letters, and what the document is', async (language, sentences) => {
  const text = await textOf({ ...sampleSource, language, copy: language !== 'ro' })
  for (const sentence of [
    ...sentences,
    'Árvíztűrő Tükörfúrógép S.R.L. (CUI 4245747)',
    'Ștefania Țîrlea-Őrsi',
  ])
    expect(text).toContain(sentence)
  expect(text).toContain(sampleSource.address)
})

test('markup in a name is shown as it was written', async () => {
  const name = '#panic("x") *a* _b_ $x$ `r` \\ <l> @r // ='
  expect(await textOf({ ...sampleSource, facts: { ...sampleSource.facts, principal: name } })).toContain(name)
})

test('a signed document is tagged, has its title, and its signature stands in the structure', async () => {
  const identity = readDemoCertificate(await makeDemoCertificate('Open County (demo)', AT))
  fs.writeFileSync(
    file,
    await signDocument(await renderer.render(sampleSource), { identity, tooltip: 'Semnătură', at: AT }),
  )
  const information = runProgram('pdfinfo', [file]).output
  expect(information).toMatch(/Title:\s+Certificat de mandat 12\/2026/)
  expect(information).toMatch(/Tagged:\s+yes/)
  expect(information).toMatch(/Form:\s+AcroForm/)
  const structure = runProgram('pdfinfo', ['-struct', file]).output
  for (const element of ['Document', 'H1', 'Table', 'TH', 'Figure', 'Link', 'Form'])
    expect(structure).toMatch(new RegExp(`^ *${element}\\b`, 'm'))
})
