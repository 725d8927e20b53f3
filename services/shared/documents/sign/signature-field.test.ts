import { afterAll, expect, test } from 'vitest'
import { AT, sampleSource, templates, workerFile } from '../fixtures/sample-source.ts'
import { createDocumentRenderer } from '../render/document-renderer.ts'
import { addSignatureField } from './signature-field.ts'

const renderer = createDocumentRenderer({ workerFile, templates })
afterAll(() => renderer.close())

const field = { signer: 'Consiliul Județean', tooltip: 'Semnătură', at: AT, room: 100 }
const LONG = 'contract de mandat fără sfârșit; '.repeat(2000)

/** A reader of its own, which goes by the tables of the file from the last to the first: what it finds is what readers see. */
function asRead(pdf: Buffer) {
  const text = pdf.toString('latin1')
  const offsets = new Map<number, number>()
  let root = 0
  let tables = 0
  let table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  for (; !Number.isNaN(table); tables++) {
    const end = text.indexOf('startxref', table)
    const [sections = '', trailer = ''] = text.slice(table, end).split('trailer')
    let number = 0
    for (const line of sections.split('\n').slice(1)) {
      const entry = /^(\d{10}) \d{5} ([nf])/.exec(line)
      if (!entry) number = Number(line.split(' ')[0])
      else {
        if (entry[2] === 'n' && !offsets.has(number)) offsets.set(number, Number(entry[1]))
        number++
      }
    }
    root ||= Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1])
    table = Number(/\/Prev (\d+)/.exec(trailer)?.[1])
  }
  const object = (number: number): string => {
    const offset = offsets.get(number) ?? -1
    const found = text.slice(offset, text.indexOf('endobj', offset))
    expect(found.startsWith(`${number} 0 obj`)).toBe(true)
    return found
  }
  const follow = (from: string, entry: RegExp): string => object(Number(entry.exec(from)?.[1]))
  return { catalog: object(root), object, follow, tables, numbers: [...offsets.keys()] }
}

test.each([
  ['ua-1', 'one page', 'contract', 1],
  ['a-2a', 'one page', 'contract', 1],
  ['ua-1', 'many pages', LONG, 2],
] as const)('%s, %s: the field stands in the form, on the page and in the structure', async (standard, _, basis, pages) => {
  const drawn = await renderer.render({ ...sampleSource, standard, facts: { ...sampleSource.facts, basis } })
  const pdf = addSignatureField(drawn, field)
  const { catalog, object, follow, tables, numbers } = asRead(pdf)
  expect(tables).toBe(2)
  // Every object is where the tables say.
  for (const number of numbers) object(number)
  expect(Number(/\/Count (\d+)/.exec(follow(catalog, /\/Pages (\d+) 0 R/))?.[1])).toBeGreaterThanOrEqual(
    pages,
  )

  expect(catalog).toContain('/SigFlags 3')
  const widget = follow(catalog, /\/Fields \[(\d+) 0 R\]/)
  const number = Number(widget.split(' ')[0])
  for (const entry of [
    '/Subtype /Widget',
    '/FT /Sig',
    '/Rect [0 0 0 0]',
    '/F 132',
    '/TU <FEFF',
    '/Contents <FEFF',
  ])
    expect(widget).toContain(entry)
  const page = follow(widget, /\/P (\d+) 0 R/)
  expect(page).toMatch(/\/Type \/Page\b/)
  expect(page).toMatch(new RegExp(`/Annots \\[[^\\]]*\\b${number} 0 R`))
  expect(page).toContain('/Tabs /S')

  const place = Number(/\/StructParent (\d+)/.exec(widget)?.[1])
  const tree = follow(catalog, /\/StructTreeRoot (\d+) 0 R/)
  expect(tree).toContain(`/ParentTreeNextKey ${place + 1}`)
  const element = follow(tree, new RegExp(`/ParentTree <<\\s*/Nums \\[[^\\]]*\\b${place} (\\d+) 0 R\\]`))
  expect(element).toContain('/S /Form')
  expect(element).toContain(`/Type /OBJR`)
  expect(element).toContain(`/Obj ${number} 0 R`)
  const above = follow(element, /\/P (\d+) 0 R/)
  expect(above).toContain('/S /Document')
  expect(above).toMatch(new RegExp(`/K \\[[^\\]]*\\b${Number(element.split(' ')[0])} 0 R`))

  const signature = follow(widget, /\/V (\d+) 0 R/)
  expect(signature).toContain('/SubFilter /ETSI.CAdES.detached')
  expect(signature).toContain("/M (D:20261124100000+00'00')")
})

test('a file that is none of ours is refused', () => {
  for (const text of ['', '%PDF-1.7\nstartxref\n9\n%%EOF', 'x'.repeat(1000)])
    expect(() => addSignatureField(Buffer.from(text), field)).toThrow(/can not be signed/)
})
