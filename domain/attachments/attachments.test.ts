import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extensionsOf, kindOfMediaType, mediaTypeOf, nameForKind } from './content-kind.ts'
import { cleanFileName } from './file-name.ts'
import { ATTACHMENT_PURPOSES, acceptedTypes, isAttachmentPurpose, purposeRule } from './purpose.ts'

describe('names', () => {
  it.each([
    ['scan.pdf', 'pdf', 'scan.pdf'],
    ['SCAN.PDF', 'pdf', 'SCAN.PDF'],
    ['scan.png', 'jpeg', 'scan.jpg'],
    ['photo.jpeg', 'jpeg', 'photo.jpeg'],
    ['invoice.pdf.exe', 'pdf', 'invoice.pdf.exe.pdf'],
    ['page.html', 'text', 'page.html.txt'],
    ['.pdf', 'pdf', '.pdf.pdf'],
    ['fără nume', 'docx', 'fără nume.docx'],
  ] as const)('%s that is %s is stored as %s', (name, kind, stored) => {
    expect(nameForKind(name, kind)).toBe(stored)
  })
  it.each([
    ['C:\\acte\\copie.pdf', 'copie.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\u0000b\r\n"c".txt', 'abc.txt'],
    ['\ud800', 'file'],
    ['', 'file'],
  ])('%j becomes %j', (name, kept) => {
    expect(cleanFileName(name)).toBe(kept)
  })
  it('always gives a name that can be sent and encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        const kept = cleanFileName(name)
        expect(kept).not.toBe('')
        expect(kept).not.toMatch(/[/\\\p{Cc}]/u)
        expect(() => encodeURIComponent(kept)).not.toThrow()
      }),
    )
  })
})

describe('purposes', () => {
  it('offers the extensions of what it accepts', () => {
    expect(acceptedTypes('photo')).toEqual(
      expect.arrayContaining(['image/jpeg', '.jpg', 'image/png', '.png', 'image/webp', '.webp']),
    )
    expect(acceptedTypes('photo')).not.toContain('.pdf')
  })
  it('gives no purpose without a limit, and knows its own names only', () => {
    for (const purpose of ATTACHMENT_PURPOSES) {
      expect(purposeRule(purpose).maxBytes).toBeGreaterThan(0)
      expect(purposeRule(purpose).keepDays).toBeGreaterThan(0)
      for (const kind of purposeRule(purpose).kinds) {
        expect(kindOfMediaType(mediaTypeOf(kind))).toBe(kind)
        expect(extensionsOf(kind).length).toBeGreaterThan(0)
      }
    }
    expect(isAttachmentPurpose('toString')).toBe(false)
  })
})
