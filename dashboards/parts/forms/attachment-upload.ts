import type { Upload } from 'tus-js-client'
import type { AttachmentPurpose } from '../../../domain/index.ts'
import type { Attachment } from '../../api-types.ts'
import { type Sent, send } from '../../shell/send.ts'

/** How far a file is. */
export type UploadStep =
  | { readonly step: 'sending' | 'paused' | 'lost'; readonly percent: number }
  | { readonly step: 'checking' }
  | { readonly step: 'settled'; readonly attachment: Attachment }
  | { readonly step: 'failed'; readonly code: string | null; readonly status: number }

export interface RunningUpload {
  pause(): void
  resume(): void
  cancel(): void
}

/** Short enough that a slow line sends a piece before the server gives up on it. */
const PIECE_BYTES = 4 * 1024 * 1024
const RETRY_MS = [0, 1000, 3000, 5000, 10_000, 20_000]
const LOOK_AGAIN_MS = 500

/** Sends a file by the tus protocol; nothing of it is noted in the browser, where others may look. */
export async function startUpload(
  file: File,
  { purpose, csrfToken }: { readonly purpose: AttachmentPurpose; readonly csrfToken: string },
  onStep: (step: UploadStep) => void,
): Promise<RunningUpload> {
  const { DetailedError, Upload } = await import('tus-js-client')
  let percent = 0
  let cancelled = false
  const tell = (step: UploadStep) => {
    if (!cancelled) onStep(step)
  }
  const upload: Upload = new Upload(file, {
    endpoint: '/api/attachments',
    metadata: { filename: file.name, purpose },
    headers: { 'x-csrf-token': csrfToken },
    chunkSize: PIECE_BYTES,
    retryDelays: RETRY_MS,
    storeFingerprintForResuming: false,
    onProgress: (sent, total) => {
      percent = Math.floor((sent / total) * 100)
      tell({ step: 'sending', percent })
    },
    onSuccess: () => {
      tell({ step: 'checking' })
      void settle(upload.url ?? '', tell, () => cancelled)
    },
    onError: error => {
      const response = error instanceof DetailedError ? error.originalResponse : null
      if (!response) return tell({ step: 'lost', percent })
      tell({ step: 'failed', code: codeOf(response.getBody()), status: response.getStatus() })
    },
  })
  upload.start()
  return {
    pause: () => {
      void upload.abort()
      tell({ step: 'paused', percent })
    },
    resume: () => {
      upload.start()
      tell({ step: 'sending', percent })
    },
    cancel: () => {
      cancelled = true
      void upload.abort().then(() => {
        if (upload.url) void send('DELETE', new URL(upload.url, location.href).pathname, csrfToken)
      })
    },
  }
}

/** Asks until the content is judged. */
async function settle(url: string, tell: (step: UploadStep) => void, isOver: () => boolean): Promise<void> {
  for (;;) {
    if (isOver()) return
    const answer: Sent<Attachment> = await send<Attachment>('GET', new URL(url, location.href).pathname, null)
    if (answer.ok && answer.value.state !== 'checking')
      return tell({ step: 'settled', attachment: answer.value })
    if (!answer.ok && answer.reason !== 'network')
      return tell({ step: 'failed', code: null, status: answer.reason === 'refused' ? answer.status : 401 })
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}

function codeOf(body: string): string | null {
  try {
    const { code } = JSON.parse(body) as { code?: unknown }
    return typeof code === 'string' ? code : null
  } catch {
    return null
  }
}
