import type { SheetHead } from '../cell.ts'
import { sheetName } from '../xlsx/workbook-parts.ts'
import type { XmlAttributes } from '../xml/xml-names.ts'
import type { XmlListener } from '../xml/xml-scanner.ts'
import { type OdsNames, odsNames } from './ods-names.ts'

/** LibreOffice keeps copies of sheets of other files as hidden tables named 'file:///…'#$Sheet1; no one sees them. */
const OUTSIDE_SHEET = /^'[a-z]+:.*'#\$/i

/** Follows where in the content the sheets are. Both passes over the content ask it, so that they count the same sheets. */
export function sheetTracker() {
  let depth = 0
  let spreadsheetDepth = -1
  let names = odsNames({})
  return {
    names: (): OdsNames => names,
    /** True when the element is a sheet; tables inside links, tracked changes or drawings are none. */
    open(tag: string, attributes: XmlAttributes): boolean {
      depth++
      if (depth === 1) names = odsNames(attributes.toRecord())
      if (tag === 'spreadsheet' && depth === 3) spreadsheetDepth = depth
      return (
        tag === 'table' &&
        depth === spreadsheetDepth + 1 &&
        !OUTSIDE_SHEET.test(attributes.get(names.tableName) ?? '')
      )
    },
    close(): void {
      depth--
      if (depth < spreadsheetDepth) spreadsheetDepth = -1
    },
  }
}

export interface OdsHeads {
  readonly sheets: readonly SheetHead[]
  readonly isSpreadsheet: boolean
  readonly hasLinks: boolean
}

/** Listens to the whole content for the sheets' names, whether they are shown, and links to other files. */
export function headsListener(onSheet: () => void): XmlListener & { heads(): OdsHeads } {
  const tracker = sheetTracker()
  const hiddenStyles = new Set<string>()
  const sheets: SheetHead[] = []
  let style = ''
  let isSpreadsheet = false
  let hasLinks = false
  return {
    heads: () => ({ sheets, isSpreadsheet, hasLinks }),
    open(tag, attributes) {
      const isSheet = tracker.open(tag, attributes)
      const names = tracker.names()
      switch (tag) {
        case 'style':
          style = attributes.get(names.styleName) ?? ''
          return
        case 'table-properties':
          if (attributes.get(names.display) !== 'false') return
          onSheet()
          hiddenStyles.add(style)
          return
        case 'spreadsheet':
          isSpreadsheet = true
          return
        case 'table-source':
        case 'cell-range-source':
        case 'dde-source':
          hasLinks = true
          return
        case 'table':
          if (!isSheet) return
          onSheet()
          sheets.push({
            name: sheetName('content.xml', attributes.get(names.tableName)),
            hidden: hiddenStyles.has(attributes.get(names.tableStyle) ?? ''),
          })
      }
    },
    close: () => tracker.close(),
  }
}
