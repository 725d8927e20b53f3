import type { Language } from '../../domain/index.ts'
import { formatScaled, NO_BREAK } from './number.ts'

const KILOBYTE = 1024
const MEGABYTE = KILOBYTE * 1024

/** The size of a file as people say it: 24 KB, 1,3 MB. Nothing is of size 0. */
export function formatSize(bytes: number, language: Language): string {
  if (bytes < MEGABYTE)
    return `${formatScaled(BigInt(Math.max(1, Math.round(bytes / KILOBYTE))), 0, language)}${NO_BREAK}KB`
  return `${formatScaled(BigInt(Math.round((bytes * 10) / MEGABYTE)), 1, language)}${NO_BREAK}MB`
}
