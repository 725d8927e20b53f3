/**
 * What a spreadsheet would take for the start of a formula: at the beginning of a text, and behind all that may part cells.
 * Excel parts a CSV by the sign of the reader's country, which in Romania and Hungary is the semicolon, whatever the file says.
 */
const FORMULA = /(^|[;\t\r\n])(?=[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g

/** A text of others for a cell of a CSV: it stays a text. */
export const inertText = (text: string): string => text.replace(FORMULA, "$1'")

/** The text that was made inert for a cell of a CSV. */
export const plainText = (text: string): string =>
  text.replace(/(^|[;\t\r\n])'(?=[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, '$1')
