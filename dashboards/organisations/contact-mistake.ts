import type { Contact } from '../api-types.ts'

export const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim())

/** What is wrong with a contact, or null. */
export function contactMistake({ kind, value }: Contact): 'short' | 'email' | 'web' | null {
  const text = value.trim()
  if (text.length < 2) return 'short'
  if (kind === 'email' && !looksLikeEmail(text)) return 'email'
  if (kind === 'web' && !/^https?:\/\/\S+\.\S+/.test(text)) return 'web'
  return null
}
