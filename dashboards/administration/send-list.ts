import type { ListKind } from '../../domain/index.ts'
import type { ListResult } from '../api-types.ts'
import type { DialectTexts } from '../preview/dialect-fields.tsx'
import { readAnswer, type Sent } from '../shell/send.ts'

/** Sends a list: to see what it would do (`plan` null), or to have done what was seen. */
export async function sendList(
  kind: ListKind,
  file: File,
  csv: DialectTexts,
  plan: string | null,
  { language, csrfToken }: { readonly language: string; readonly csrfToken: string },
): Promise<Sent<ListResult>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(csv)) if (value !== '') form.set(name, value)
  if (plan !== null) form.set('plan', plan)
  form.set('file', file)
  const path = plan === null ? `/api/imports/${kind}/preview` : `/api/imports/${kind}`
  try {
    const response = await fetch(`${path}?lang=${language}`, {
      method: 'POST',
      headers: { accept: 'application/json', 'x-csrf-token': csrfToken },
      credentials: 'same-origin',
      body: form,
    })
    return await readAnswer<ListResult>(response)
  } catch {
    return { ok: false, reason: 'network' }
  }
}
