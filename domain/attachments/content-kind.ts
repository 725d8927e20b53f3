/** What a stored attachment may be, by its content. SVG, HTML and office files with macros run code; TIFF, HEIC and old office formats can't be
 * made safe here: their owner saves them otherwise. */
const KINDS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  odp: { mediaType: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'] },
  text: { mediaType: 'text/plain', extensions: ['txt', 'md', 'log'] },
  csv: { mediaType: 'text/csv', extensions: ['csv', 'tsv'] },
} as const satisfies Record<string, { mediaType: string; extensions: readonly [string, ...string[]] }>

export type ContentKind = keyof typeof KINDS

export const mediaTypeOf = (kind: ContentKind): string => KINDS[kind].mediaType
export const extensionsOf = (kind: ContentKind): readonly string[] => KINDS[kind].extensions

const IMAGES: ReadonlySet<ContentKind> = new Set(['jpeg', 'png', 'webp'])
export const isImage = (kind: ContentKind): boolean => IMAGES.has(kind)

/** The kind with this media type, or null. */
export const kindOfMediaType = (mediaType: string): ContentKind | null =>
  (Object.keys(KINDS) as ContentKind[]).find(kind => KINDS[kind].mediaType === mediaType) ?? null

const EVERY_EXTENSION: ReadonlySet<string> = new Set(Object.values(KINDS).flatMap(kind => kind.extensions))

/**
 * The name with an extension that fits the content: one that belongs to another kind is replaced ("scan.png" that is a JPEG
 * becomes "scan.jpg"), any other is kept as a part of the name ("list.exe" that is text becomes "list.exe.txt").
 */
export function nameForKind(fileName: string, kind: ContentKind): string {
  const dot = fileName.lastIndexOf('.')
  const extension = dot > 0 ? fileName.slice(dot + 1).toLowerCase() : ''
  if (extensionsOf(kind).includes(extension)) return fileName
  const stem = EVERY_EXTENSION.has(extension) ? fileName.slice(0, dot) : fileName
  return `${stem}.${KINDS[kind].extensions[0]}`
}
