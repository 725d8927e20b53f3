import type { Problem } from '../api-types.ts'

export type Api = (path: string) => Promise<Response>

/** The API refused what a page needs; the page says why with the same status. */
export class PageProblem extends Error {
  readonly status: number
  /** The API's stable code; null where the answer had none. */
  readonly code: string | null
  constructor(status: number, code: string | null) {
    super(`the API answered ${status}${code === null ? '' : ` (${code})`}`)
    this.status = status
    this.code = code
  }
}

/** Reads one answer of the API; anything but success becomes the page's problem. */
export async function read<T>(api: Api, path: string): Promise<T> {
  const response = await api(path)
  if (response.ok) return (await response.json()) as T
  const problem = await response.json().then(
    body => body as Problem,
    () => null,
  )
  throw new PageProblem(response.status, problem?.code ?? null)
}

/** The answer, or null where the API has nothing or cannot give it now: for parts that a page can do without. */
export async function readOptional<T>(api: Api, path: string): Promise<T | null> {
  const response = await api(path)
  return response.ok ? ((await response.json()) as T) : null
}
