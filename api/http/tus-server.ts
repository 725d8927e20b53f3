import crypto from 'node:crypto'
import type { Readable } from 'node:stream'
import { DataStore, Server, Upload } from '@tus/server'
import { isAttachmentPurpose, purposeRule } from '../../domain/index.ts'
import { createAttachment, findAttachment, markArrived, UNATTACHED_MS } from '../../services/index.ts'
import type { System } from '../instance/system.ts'
import { type ProblemCode, ProblemError } from './problem.ts'
import { createTurnLocker } from './turn-locker.ts'

/** Speaks the tus protocol for our store. The caller's rights on the upload are checked before a request gets here. */
export type TusServer = (request: Request, person: string) => Promise<Response>

export function createTusServer(system: System, path: string): TusServer {
  const people = new WeakMap<object, string>()
  const failures = new WeakMap<object, unknown>()
  const server = new Server({
    path,
    datastore: new SealedStore(system),
    locker: createTurnLocker(),
    relativeLocation: true,
    allowedOrigins: [],
    lockDrainTimeout: 1000,
    namingFunction: () => crypto.randomUUID(),
    onUploadCreate: async (request, upload) => {
      await begin(system, upload, people.get(request) ?? '')
      return {}
    },
    onUploadFinish: async (_, upload) => {
      await markArrived(system.db, upload.id, system.now())
      system.attachments.checks.enqueue(upload.id)
      return {}
    },
    onResponseError: (request, error) => {
      failures.set(request, error)
      return undefined
    },
  })
  return async (request, person) => {
    people.set(request, person)
    const response = await server.handleWeb(request)
    for (const name of ['access-control-allow-origin', 'access-control-expose-headers'])
      response.headers.delete(name)
    if (response.status < 400) return response
    const failure = failures.get(request)
    if (failure instanceof ProblemError) throw failure
    if (failure instanceof Error && !('status_code' in failure)) throw failure
    const reason = (await response.text()).trim()
    throw new ProblemError(PROBLEM_OF_STATUS[response.status] ?? 'request_invalid', reason || null)
  }
}

/** The protocol's own refusals, in our codes. */
const PROBLEM_OF_STATUS: Record<number, ProblemCode> = {
  404: 'attachment_unknown',
  409: 'upload_offset_wrong',
  410: 'upload_expired',
  413: 'attachment_too_large',
  423: 'upload_busy',
}

async function begin(system: System, upload: Upload, by: string): Promise<void> {
  const { filename, purpose = '' } = upload.metadata ?? {}
  if (!purpose || !isAttachmentPurpose(purpose)) throw new ProblemError('purpose_unknown')
  if (!filename) throw new ProblemError('request_invalid', 'Upload-Metadata names no "filename".')
  if (!upload.size) throw new ProblemError('file_missing')
  if (upload.size > purposeRule(purpose).maxBytes) throw new ProblemError('attachment_too_large')
  const { id, size } = upload
  const created = await createAttachment(system.db, system.keyring, {
    id,
    purpose,
    fileName: filename,
    size,
    by,
    at: system.now(),
  })
  if (created === 'too_many') throw new ProblemError('too_many_attachments')
}

/** Our store as tus sees it. */
class SealedStore extends DataStore {
  private readonly system: System

  constructor(system: System) {
    super()
    this.system = system
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration']
  }

  override getExpiration(): number {
    return UNATTACHED_MS
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    return this.system.attachments.files.append(await this.find(id), stream, offset)
  }

  override async getUpload(id: string): Promise<Upload> {
    const attachment = await this.find(id)
    const { size, purpose, fileName, state, createdAt } = attachment
    const offset = state === 'uploading' ? await this.system.attachments.files.arrived(attachment) : size
    return new Upload({
      id,
      size,
      offset,
      metadata: { purpose, filename: fileName },
      // tus compares with the machine's own clock.
      creation_date: new Date(Date.now() - (this.system.now().getTime() - createdAt.getTime())).toISOString(),
    })
  }

  private async find(id: string) {
    const attachment = await findAttachment(this.system.db, this.system.keyring, id)
    if (!attachment || attachment.state === 'deleted') throw new ProblemError('attachment_unknown')
    return attachment
  }
}
