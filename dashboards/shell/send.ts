import type { Problem } from '../api-types.ts'

export type Sent<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'network' }
  | { readonly ok: false; readonly reason: 'expired'; readonly problem: Problem | null }
  | {
      readonly ok: false
      readonly reason: 'refused'
      readonly status: number
      readonly problem: Problem | null
      /** What the server asks to wait; null where it asks nothing. */
      readonly retrySeconds: number | null
    }

/** Reads an answer of the API: what it says, or why not. */
export async function readAnswer<T>(response: Response): Promise<Sent<T>> {
  if (response.ok) {
    const text = await response.text()
    return { ok: true, value: (text === '' ? null : JSON.parse(text)) as T }
  }
  const problem = await response.json().then(
    body => body as Problem,
    () => null,
  )
  if (response.status === 401) return { ok: false, reason: 'expired', problem }
  const retry = Number(response.headers.get('retry-after') ?? '')
  return {
    ok: false,
    reason: 'refused',
    status: response.status,
    problem,
    retrySeconds: retry > 0 ? retry : null,
  }
}

/** Calls the API from the browser; a failure is a value, so that no form forgets it. */
export async function send<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  csrfToken: string | null,
  body: unknown = null,
): Promise<Sent<T>> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (csrfToken !== null) headers['x-csrf-token'] = csrfToken
  if (body !== null) headers['content-type'] = 'application/json'
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    })
    return await readAnswer<T>(response)
  } catch {
    return { ok: false, reason: 'network' }
  }
}
