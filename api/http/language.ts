import type { Context } from 'hono'
import { isLanguage, type Language } from '../../domain/index.ts'

/** The reader's language: ?lang, else the best of Accept-Language that we have, else Romanian. */
export function readerLanguage(c: Context): Language {
  const asked = c.req.query('lang')
  if (asked && isLanguage(asked)) return asked
  const accepted = (c.req.header('accept-language') ?? '')
    .slice(0, 500)
    .split(',')
    .map(part => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/)
      return {
        language: tag.slice(0, 2).toLowerCase(),
        weight: quality === undefined ? 1 : Number(quality) || 0,
      }
    })
    .sort((left, right) => right.weight - left.weight)
  return accepted.map(({ language }) => language).find(isLanguage) ?? 'ro'
}
