import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { drawnLetters } from '../../../../tests/support/drawn-letters.ts'
import { sampleSource, templates, workerFile } from '../fixtures/sample-source.ts'
import { createDocumentRenderer, RenderingStopped } from './document-renderer.ts'
import type { DocumentSource } from './document-source.ts'

const renderer = createDocumentRenderer({ workerFile, templates })
afterAll(() => renderer.close())

const receipt: DocumentSource = {
  ...sampleSource,
  kind: 'data-export-receipt',
  facts: {
    person: 'Țîrlea Ana',
    requested: '2026-11-20',
    made: '2026-11-24',
    records: 1234,
    sha256: 'ab'.repeat(32),
  },
}

/** Kinds of the elements of the structure, in the order of the file. */
const structure = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/Type \/StructElem\s+\/S \/(\w+)/g)].map(([, kind = '']) => kind)

test.each(
  [sampleSource, receipt].flatMap(
    source =>
      [
        [source.kind, 'ro', 'ua-1', source],
        [source.kind, 'ro', 'a-2a', source],
        [source.kind, 'hu', 'ua-1', { ...source, language: 'hu', copy: true }],
        [source.kind, 'en', 'ua-1', { ...source, language: 'en', copy: true }],
      ] as const,
  ),
)('%s in %s, %s: what the standard asks of a tagged document', async (_, language, standard, source) => {
  const pdf = (await renderer.render({ ...source, standard })).toString('latin1')
  expect(pdf).toMatch(/^%PDF-1\.7/)
  const region = { ro: 'RO', hu: 'HU', en: 'GB' }[language]
  expect(pdf).toContain(`/Lang (${language}-${region})`)
  expect(pdf).toMatch(/\/MarkInfo <<\s*\/Marked true/)
  expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/)
  expect(pdf).toContain(
    standard === 'ua-1' ? '<pdfuaid:part>1</pdfuaid:part>' : '<pdfaid:part>2</pdfaid:part>',
  )
  if (standard === 'a-2a') expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  if (standard === 'ua-1') expect(pdf).toMatch(/\/DisplayDocTitle true/)
  expect(pdf).toMatch(/<dc:title>[\s\S]*12\/2026/)
  const kinds = structure(Buffer.from(pdf, 'latin1'))
  for (const kind of ['Document', 'H1', 'H2', 'Table', 'THead', 'TH', 'TD', 'Link', 'Figure'])
    expect(kinds).toContain(kind)
  // Emblem and QR code: each figure has its words.
  expect(pdf.match(/\/S \/Figure/g)).toHaveLength(2)
  expect(pdf.match(/\/S \/Figure\s+\/P \d+ 0 R\s+\/Alt /g)).toHaveLength(2)
  expect(pdf).toContain(`/URI (${source.address})`)
})

test('the letters of Romanian and Hungarian are drawn from a font in the file', async () => {
  const letters = 'șțăîâȘȚĂÎÂőűáéíóöúüŐŰÁÉÍÓÖÚÜ'
  const pdf = await renderer.render({ ...sampleSource, facts: { ...sampleSource.facts, principal: letters } })
  const drawn = drawnLetters(pdf)
  for (const letter of letters) expect(drawn).toContain(letter)
  const text = pdf.toString('latin1')
  expect(text.match(/\/FontFile3 \d+ 0 R/g)?.length).toBe(text.match(/\/Type \/FontDescriptor/g)?.length)
})

const NASTY = [
  '#panic("x")',
  '#read("letter.typ")',
  '#include "letter.typ"',
  '= Heading',
  '*bold* _em_ `raw`',
  '$x^2$ \\ ] [ #[',
  '// comment',
  '/* comment',
  '@label <label>',
  '") + panic("',
  '\\u{1F600}',
  'https://example.com',
  '- item',
  '| a | b |',
  '<script>alert(1)</script>',
]

test.each(NASTY)('a name is text, whatever it looks like: %s', async name => {
  const plain = await renderer.render({ ...sampleSource, facts: { ...sampleSource.facts, principal: 'Ana' } })
  const pdf = await renderer.render({ ...sampleSource, facts: { ...sampleSource.facts, principal: name } })
  expect(structure(pdf)).toEqual(structure(plain))
  const drawn = drawnLetters(pdf)
  for (const letter of name.replaceAll(' ', '')) expect(drawn).toContain(letter)
})

test('any text makes a document of the same structure', async () => {
  const kinds = structure(await renderer.render(sampleSource))
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async name => {
      const source = { ...sampleSource, facts: { ...sampleSource.facts, mandatary: name } }
      expect(structure(await renderer.render(source)).filter(kind => kind !== 'Span')).toEqual(
        kinds.filter(kind => kind !== 'Span'),
      )
    }),
    { numRuns: 40 },
  )
})

test('letters that the font lacks are shown as such; the document is made', async () => {
  const pdf = await renderer.render({
    ...sampleSource,
    facts: { ...sampleSource.facts, principal: '李 Ana 🙂' },
  })
  expect(drawnLetters(pdf)).toContain('\ufffd')
})

test('the same document is the same file, to the byte', async () => {
  expect((await renderer.render(sampleSource)).equals(await renderer.render(sampleSource))).toBe(true)
})

test('what takes too long is stopped, and the next document is made all the same', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-county-templates-'))
  fs.cpSync(templates, folder, { recursive: true })
  fs.writeFileSync(
    path.join(folder, 'data-export-receipt.typ'),
    '#{ let x = 0; for i in range(500000) { x = calc.rem(x * 31 + i, 1009) }; [#x] }',
  )
  const limited = createDocumentRenderer({ workerFile, templates: folder, timeLimit: 400 })
  try {
    await expect(limited.render(receipt)).rejects.toThrow(RenderingStopped)
    const patient = createDocumentRenderer({ workerFile, templates })
    await expect(patient.render(receipt)).resolves.toBeInstanceOf(Buffer)
    await patient.close()
  } finally {
    await limited.close()
    fs.rmSync(folder, { recursive: true })
  }
})

test('more facts than a letter holds are refused before they are drawn', async () => {
  const facts = { ...sampleSource.facts, basis: 'x'.repeat(200_000) }
  await expect(renderer.render({ ...sampleSource, facts })).rejects.toThrow(RenderingStopped)
})
