import type { Language } from '../../domain/index.ts'
import type { Texts } from './texts.ts'

export type { Texts } from './texts.ts'

/** Only the language of the page is loaded. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'ro':
      return (await import('./ro.ts')).ro
    case 'hu':
      return (await import('./hu.ts')).hu
    case 'en':
      return (await import('./en.ts')).en
  }
}
