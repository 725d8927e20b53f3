/** Okabe–Ito, fixed per function, so that education is the same orange on every page; what is not listed is grey. */
const OTHER = 'var(--hue-other)'

const FUNCTIONAL: Readonly<Record<string, string>> = {
  '51': 'var(--hue-blue)',
  '65': 'var(--hue-orange)',
  '66': 'var(--hue-sky)',
  '67': 'var(--hue-purple)',
  '68': 'var(--hue-green)',
  '70': 'var(--hue-yellow)',
  '84': 'var(--hue-vermilion)',
  // Revenue: income tax, property tax, VAT shares, fees, subsidies and the Union's funds.
  '03': 'var(--hue-sky)',
  '04': 'var(--hue-blue)',
  '07': 'var(--hue-orange)',
  '11': 'var(--hue-green)',
  '33': 'var(--hue-yellow)',
  '42': 'var(--hue-purple)',
  '43': 'var(--hue-purple)',
  '48': 'var(--hue-vermilion)',
}

const ECONOMIC: Readonly<Record<string, string>> = {
  '10': 'var(--hue-blue)',
  '20': 'var(--hue-orange)',
  '51': 'var(--hue-sky)',
  '55': 'var(--hue-sky)',
  '57': 'var(--hue-green)',
  '58': 'var(--hue-purple)',
  '59': 'var(--hue-yellow)',
  '61': 'var(--hue-purple)',
  '70': 'var(--hue-vermilion)',
  '71': 'var(--hue-vermilion)',
}

export function hueOf(dimension: string, code: string): string {
  const top = code.slice(0, 2)
  const hues = dimension === 'economic' ? ECONOMIC : dimension === 'functional' ? FUNCTIONAL : {}
  return (hues as Readonly<Record<string, string>>)[top] ?? OTHER
}
