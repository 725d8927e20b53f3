import crypto from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import Papa from 'papaparse'
import {
  type ChoiceTexts,
  issueMessage,
  LIST_LIMITS,
  type ListKind,
  type ListMistake,
  listMistakeMessage,
  listTemplate,
  type ReadList,
  readList,
  writeOrganisations,
} from '../../domain/index.ts'
import { type Actor, recordedOrganisations } from '../../services/index.ts'
import {
  exportOrganisationsRoute,
  importContacts,
  importMembers,
  importOrganisations,
  listTemplateRoute,
  previewContacts,
  previewMembers,
  previewOrganisations,
} from '../contract/imports.ts'
import { actorOf } from '../http/acting.ts'
import { attachmentNamed } from '../http/content-disposition.ts'
import { csvChoices } from '../http/csv-choices.ts'
import type { AppEnv } from '../http/environment.ts'
import { inertText } from '../http/inert-text.ts'
import { readerLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { editsOrganisations, seesAllOrganisations } from '../instance/organisation-scope.ts'
import { columnName, type ListFile, readListFile } from '../instance/read-list-file.ts'
import type { System } from '../instance/system.ts'
import { columnOf, headerOf, lookAtList, type TakenList, takeList } from '../instance/take-list.ts'

type ListForm = ChoiceTexts & { readonly file?: unknown }

/** Lists that come in from files, and go out to be worked on. */
export function importRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const preview = async (c: Context<AppEnv>, kind: ListKind, form: ListForm) => {
    const actor = may(await actorOf(c), kind)
    const { file, read } = await open(kind, form)
    const taken = isReadable(file, read) ? await lookAtList(system, actor, kind, read.rows) : null
    return resultOf(c, kind, { file, read, taken, done: false })
  }
  const take = async (c: Context<AppEnv>, kind: ListKind, form: ListForm & { plan?: string | undefined }) => {
    const actor = may(await actorOf(c), kind)
    const { file, read, sha256 } = await open(kind, form)
    const taken = isReadable(file, read)
      ? await takeList(system, actor, kind, read.rows, { seen: form.plan ?? null, sha256 })
      : null
    if (!taken?.done) {
      const { mistakes } = resultOf(c, kind, { file, read, taken, done: false })
      throw new ProblemError('list_wrong', null, {}, mistakes.map(pathed))
    }
    system.relay.wake()
    return resultOf(c, kind, { file, read, taken, done: true })
  }

  async function open(kind: ListKind, form: ListForm) {
    const { file } = form
    if (!(file instanceof File) || file.size === 0) throw new ProblemError('file_missing')
    if (file.size > LIST_LIMITS.bytes) throw new ProblemError('list_too_large')
    const sha256 = crypto
      .createHash('sha256')
      .update(new Uint8Array(await file.arrayBuffer()))
      .digest('hex')
    const found = await readListFile(system, file, csvChoices(form))
    return { file: found, read: readList(kind, found.rows), sha256 }
  }

  app.openapi(previewOrganisations, async c =>
    c.json(await preview(c, 'organisations', c.req.valid('form')), 200),
  )
  app.openapi(importOrganisations, async c =>
    c.json(await take(c, 'organisations', c.req.valid('form')), 200),
  )
  app.openapi(previewContacts, async c => c.json(await preview(c, 'contacts', c.req.valid('form')), 200))
  app.openapi(importContacts, async c => c.json(await take(c, 'contacts', c.req.valid('form')), 200))
  app.openapi(previewMembers, async c => c.json(await preview(c, 'members', c.req.valid('form')), 200))
  app.openapi(importMembers, async c => c.json(await take(c, 'members', c.req.valid('form')), 200))

  app.openapi(listTemplateRoute, async c => {
    const { kind } = c.req.valid('query')
    return csvAnswer(c, `${kind}.csv`, listTemplate(kind, readerLanguage(c)))
  })

  app.openapi(exportOrganisationsRoute, async c => {
    if (!seesAllOrganisations(await actorOf(c))) throw new ProblemError('not_allowed')
    const organisations = await recordedOrganisations(system.db)
    return csvAnswer(c, 'organisations.csv', writeOrganisations(organisations, readerLanguage(c)))
  })
}

/** Policies know a role wherever it is held; lists are the county's. */
function may(actor: Actor, kind: ListKind): Actor {
  const isAllowed = kind === 'members' ? actor.roles.includes('admin') : editsOrganisations(actor)
  if (!isAllowed) throw new ProblemError('not_allowed')
  return actor
}

const isReadable = (file: ListFile, { mistakes }: ReadList): boolean =>
  file.issues.length === 0 && mistakes.length === 0

interface Outcome {
  readonly file: ListFile
  readonly read: ReadList
  /** Null where the file itself has mistakes. */
  readonly taken: TakenList | null
  readonly done: boolean
}

function resultOf(c: Context<AppEnv>, kind: ListKind, { file, read, taken, done }: Outcome) {
  const language = readerLanguage(c)
  const items = taken?.plan.items ?? []
  const count = (outcome: string) => items.filter(item => item.outcome === outcome).length
  const said = (mistake: ListMistake) => {
    const column = columnOf(mistake, read.columns)
    return {
      code: mistake.code,
      row: mistake.row,
      cell: column === null || mistake.row === null ? null : `${columnName(column)}${mistake.row}`,
      column: mistake.column === null ? null : (headerOf(kind, mistake.column)?.[language] ?? mistake.column),
      value: mistake.value,
      ...listMistakeMessage(kind, mistake, language),
    }
  }
  const ofFile = file.issues.map(issue => ({
    code: issue.code as string,
    row: null,
    cell: issue.cell,
    column: null,
    value: issue.value ?? '',
    ...issueMessage(issue, language),
  }))
  // A file that could not be read has no header to miss.
  const ofRows = ofFile.length > 0 ? [] : [...read.mistakes, ...(taken?.plan.mistakes ?? [])].map(said)
  return {
    kind,
    rows: read.rows.length,
    counts: { add: count('add'), change: count('change'), same: count('same') },
    items: items.map(({ row, outcome, title, changes }) => ({
      row,
      outcome,
      title,
      changes: changes.map(change => ({ ...change })),
    })),
    ignored: [...read.ignored],
    mistakes: [...ofFile, ...ofRows],
    plan: taken?.digest ?? '',
    done,
  }
}

const pathed = ({ cell, row, message, fix }: ReturnType<typeof resultOf>['mistakes'][number]) => ({
  path: cell ?? (row === null ? 'file' : String(row)),
  message: `${message} ${fix}`,
})

/** Semicolons, because that is what Excel parts cells by in Romania and Hungary. */
function csvAnswer(c: Context<AppEnv>, name: string, rows: readonly (readonly string[])[]) {
  const cells = rows.map(row => row.map(inertText))
  const text = Papa.unparse(cells, { delimiter: ';', newline: '\r\n' })
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', attachmentNamed(name))
  c.header('cache-control', 'no-store')
  return c.body(`\uFEFF${text}\r\n`, 200)
}
