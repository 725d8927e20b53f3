import type { Client } from './test-system.ts'

export interface AttachmentBody {
  id: string
  fileName: string | null
  size: number
  mediaType: string | null
  state: string
  scan: string
  problem: string | null
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
export const TUS = { 'tus-resumable': '1.0.0' }

export const beginUpload = (as: Client, name: string, purpose: string, length: number | string) =>
  as.request('/api/attachments', {
    method: 'POST',
    headers: {
      ...TUS,
      'upload-length': String(length),
      'upload-metadata': `filename ${base64(name)},purpose ${base64(purpose)}`,
    },
  })

export const sendFrom = (as: Client, id: string, offset: number, content: Uint8Array) =>
  as.request(`/api/attachments/${id}`, {
    method: 'PATCH',
    headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: content as Uint8Array<ArrayBuffer>,
  })

export const idOf = (begun: Response): string => begun.headers.get('location')?.split('/').at(-1) ?? ''

/** Sends a file whole, and waits until it is judged. */
export async function sendAttachment(
  as: Client,
  name: string,
  content: Uint8Array,
  purpose = 'document',
): Promise<AttachmentBody> {
  const begun = await beginUpload(as, name, purpose, content.length)
  if (begun.status !== 201) throw new Error(`${begun.status} ${await begun.text()}`)
  const id = idOf(begun)
  const sent = await sendFrom(as, id, 0, content)
  if (sent.status !== 204) throw new Error(`${sent.status} ${await sent.text()}`)
  return settled(as, id)
}

export async function settled(as: Client, id: string): Promise<AttachmentBody> {
  for (;;) {
    const body = await as.json<AttachmentBody>(`/api/attachments/${id}`)
    if (body.state !== 'checking') return body
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
