import type { OpenAPIHono } from '@hono/zod-openapi'
import { parseVerificationCode, type Role } from '../../domain/index.ts'
import {
  type Actor,
  type DocumentScope,
  findDocument,
  findDocumentByCode,
  listDocuments as list,
  listRepresented,
  type OfficialDocument,
  revokeDocument as revoke,
} from '../../services/index.ts'
import { downloadDocument, listDocuments, revokeDocument, verifyDocument } from '../contract/documents.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { sendFile } from './send-file.ts'

const LIST_LIMIT = 200
const OFFICE: readonly Role[] = ['official', 'clerk', 'admin', 'auditor']

async function ownScope(system: System, actor: Actor): Promise<DocumentScope> {
  const represented = await listRepresented(system.db, actor.id, system.now())
  return {
    kind: 'own',
    person: actor.id,
    organisations: actor.organisations.map(({ id }) => id),
    principals: represented.map(({ principal }) => principal),
  }
}

const scopeOf = async (system: System, actor: Actor): Promise<DocumentScope> =>
  actor.roles.some(role => OFFICE.includes(role)) ? { kind: 'all' } : ownScope(system, actor)

export function documentRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const visible = async (actor: Actor, id: string): Promise<OfficialDocument> => {
    const document = await findDocument(system.db, id, await scopeOf(system, actor))
    if (!document) throw new ProblemError('document_unknown')
    return document
  }

  app.openapi(verifyDocument, async c => {
    const code = parseVerificationCode(c.req.valid('param').code)
    const document = code === null ? null : await findDocumentByCode(system.db, code)
    if (!document) throw new ProblemError('document_unknown')
    c.header('cache-control', 'no-store')
    return c.json(viewVerification(document), 200)
  })

  app.openapi(listDocuments, async c => {
    const { person, of, q = '', state } = c.req.valid('query')
    const actor = await actorOf(c)
    const scope = await (of === 'me' ? ownScope(system, actor) : scopeOf(system, actor))
    const documents = await list(system.db, scope, {
      person: person ?? null,
      named: namedBy(q),
      state: state ?? null,
      limit: LIST_LIMIT,
    })
    c.header('cache-control', 'no-store')
    return c.json({ items: documents.map(viewDocument) }, 200)
  })

  app.openapi(downloadDocument, async c => {
    const document = await visible(await actorOf(c), c.req.valid('param').id)
    const { rendition, language } = c.req.valid('query')
    const file = document.files.find(
      one => one.rendition === rendition && (language === undefined || one.language === language),
    )
    if (!file) throw new ProblemError('document_unknown')
    c.header('cache-control', 'no-store')
    return sendFile(c, system.files.path(file.sha256), fileName(document, file))
  })

  app.openapi(revokeDocument, async c => {
    const actor = await actorOf(c)
    const { id } = c.req.valid('param')
    await visible(actor, id)
    const { reason } = c.req.valid('json')
    const changed = await revoke(system.db, id, { reason, actor: actor.id, at: system.now() })
    if (!changed) throw new ProblemError('document_revoked')
    return c.json(viewDocument(await visible(actor, id)), 200)
  })
}

function namedBy(text: string) {
  const number = text.trim()
  if (number === '') return null
  const code = parseVerificationCode(number)
  return code === null ? { number } : { code }
}

const viewState = (document: OfficialDocument) => ({
  code: document.code,
  kind: document.kind,
  number: document.number,
  date: document.date,
  issuer: document.issuer,
  state: document.state,
  since: document.since.toISOString(),
  reason: document.revocationReason,
  supersededBy: document.supersededBy,
  signer: document.signer,
  demoSignature: document.demoSignature,
})

/** What whoever holds a code may see. The facts of a document are in its files, so none of them can slip in here. */
function viewVerification(document: OfficialDocument) {
  const hashOf = (rendition: string) =>
    document.files.find(file => file.rendition === rendition)?.sha256 ?? ''
  return {
    ...viewState(document),
    sha256: hashOf('official'),
    archiveSha256: hashOf('archive'),
    copies: document.files
      .filter(({ rendition }) => rendition === 'copy')
      .map(({ language, sha256 }) => ({ language, sha256 })),
  }
}

export const viewDocument = (document: OfficialDocument) => ({
  id: document.id,
  ...viewState(document),
  files: document.files.map(({ rendition, language, sha256, size }) => ({
    rendition,
    language,
    sha256,
    size,
    path: `/api/documents/${document.id}/file?${new URLSearchParams({ rendition, language })}`,
  })),
})

function fileName(document: OfficialDocument, file: OfficialDocument['files'][number]): string {
  const number = document.number.replaceAll(/[^\w-]+/g, '-')
  return `${document.kind}-${number}-${file.rendition}-${file.language}.pdf`
}
