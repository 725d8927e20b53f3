import type { Problem, Submission } from '../api-types.ts'
import type { DialectTexts } from '../preview/dialect-fields.tsx'
import type { Sent } from '../shell/send.ts'

interface Upload {
  readonly done: Promise<Sent<Submission> | 'cancelled'>
  cancel(): void
}

function answerOf(request: XMLHttpRequest): Sent<Submission> {
  const parsed = (): unknown => {
    try {
      return JSON.parse(request.responseText)
    } catch {
      return null
    }
  }
  if (request.status === 202 || request.status === 200) return { ok: true, value: parsed() as Submission }
  if (request.status === 401) return { ok: false, reason: 'expired', problem: null }
  return {
    ok: false,
    reason: 'refused',
    status: request.status,
    problem: parsed() as Problem | null,
    retrySeconds: null,
  }
}

/** Sends the file; XMLHttpRequest because fetch does not say how much has been sent. */
export function uploadReport(
  file: File,
  fields: {
    readonly entity: string | null
    readonly language: string
    readonly csrfToken: string
    readonly csv: DialectTexts
  },
  onProgress: (percent: number) => void,
): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Sent<Submission> | 'cancelled'>(resolve => {
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) onProgress(Math.floor((event.loaded / event.total) * 100))
    })
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.addEventListener('error', () => resolve({ ok: false, reason: 'network' }))
    request.addEventListener('abort', () => resolve('cancelled'))
  })
  const form = new FormData()
  if (fields.entity !== null) form.set('entity', fields.entity)
  for (const [name, value] of Object.entries(fields.csv)) if (value !== '') form.set(name, value)
  form.set('file', file)
  request.open('POST', `/api/reporting/submissions?lang=${fields.language}`)
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('x-csrf-token', fields.csrfToken)
  request.send(form)
  return { done, cancel: () => request.abort() }
}
