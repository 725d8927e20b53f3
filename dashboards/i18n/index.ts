import type { Language } from '../../domain/index.ts'
import type { Texts } from './texts.ts'

export type { Texts } from './texts.ts'

/** Only the language of the page is loaded. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'ro':
      return (await import('./ro/index.ts')).ro
    case 'hu':
      return (await import('./hu/index.ts')).hu
    case 'en':
      return (await import('./en/index.ts')).en
  }
}
