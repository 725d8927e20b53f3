import type { Problem } from '../api-types.ts'

export type Api = (path: string) => Promise<Response>

/** The API refused what a page needs; the page says why with the same status. */
export class PageProblem extends Error {
  readonly status: number
  readonly detail: string | null
  constructor(status: number, detail: string | null) {
    super(`the API answered ${status}${detail === null ? '' : `: ${detail}`}`)
    this.status = status
    this.detail = detail
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
  throw new PageProblem(response.status, problem?.detail ?? problem?.title ?? null)
}

/** The answer, or null where the API has nothing or cannot give it now: for parts that a page can do without. */
export async function readOptional<T>(api: Api, path: string): Promise<T | null> {
  const response = await api(path)
  return response.ok ? ((await response.json()) as T) : null
}
