import crypto from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { localDay, registrationNumber } from '../../domain/index.ts'
import {
  annulEntry as annul,
  findEntry,
  listRegisters as listAll,
  listEntries as listLines,
  type RegisterEntry,
  recordEvent,
  registerEntry,
} from '../../services/index.ts'
import { annulEntry, createEntry, exportRegister, listEntries, listRegisters } from '../contract/registers.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { registerFile } from './register-file.ts'

const PAGE_SIZE = 50
const EXPORT_PAGE = 5000

const viewEntry = (entry: RegisterEntry) => ({
  ...entry,
  at: entry.at.toISOString(),
  text: registrationNumber(entry.number, entry.day),
  answers: entry.answers && {
    id: entry.answers.id,
    text: registrationNumber(entry.answers.number, entry.answers.day),
  },
  annulled: entry.annulled && { reason: entry.annulled.reason, at: entry.annulled.at.toISOString() },
})

/** Registers of entries and exits: kept by officials and clerks, read by the auditor too. */
export function registerRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const known = async (code: string) => {
    const register = (await listAll(system.db)).find(one => one.code === code)
    if (!register) throw new ProblemError('register_unknown')
    return register
  }
  const entryOf = async (register: string, id: string): Promise<RegisterEntry> => {
    const entry = await findEntry(system.db, register, id)
    if (!entry) throw new ProblemError('register_entry_unknown')
    return entry
  }

  app.openapi(listRegisters, async c => {
    const items = await listAll(system.db)
    return c.json({ items: items.map(one => ({ ...one, years: [...one.years] })) }, 200)
  })

  app.openapi(listEntries, async c => {
    const { code } = await known(c.req.valid('param').register)
    const query = c.req.valid('query')
    const year = query.year ?? Number(localDay(system.now()).slice(0, 4))
    const found = await listLines(system.db, {
      register: code,
      year,
      direction: query.direction ?? null,
      before: query.before ?? null,
      limit: PAGE_SIZE + 1,
    })
    const page = found.slice(0, PAGE_SIZE)
    const next = found.length > PAGE_SIZE ? (page.at(-1)?.number ?? null) : null
    return c.json({ year, items: page.map(viewEntry), next }, 200)
  })

  app.openapi(createEntry, async c => {
    const { code } = await known(c.req.valid('param').register)
    const { direction, summary, correspondent, answers } = c.req.valid('json')
    if (answers && !(await findEntry(system.db, code, answers)))
      throw new ProblemError('answered_entry_unknown')
    const by = (await actorOf(c)).id
    const at = system.now()
    const { id } = await system.db.transaction().execute(async store => {
      const registered = await registerEntry(store, {
        register: code,
        direction,
        subject: { kind: 'paper', id: crypto.randomUUID() },
        summary,
        correspondent: { name: correspondent },
        answers: answers ?? null,
        at,
      })
      await recordEvent(store, {
        at,
        actor: by,
        action: 'register.entry_added',
        subjectKind: 'register_entry',
        subjectId: registered.id,
        detail: { register: code, number: registered.number, year: registered.year, direction },
      })
      return registered
    })
    return c.json(viewEntry(await entryOf(code, id)), 201)
  })

  app.openapi(annulEntry, async c => {
    const { register, id } = c.req.valid('param')
    await entryOf(register, id)
    const { reason } = c.req.valid('json')
    if (!(await annul(system.db, id, reason, (await actorOf(c)).id, system.now())))
      throw new ProblemError('register_entry_annulled')
    return c.json(viewEntry(await entryOf(register, id)), 200)
  })

  app.openapi(exportRegister, async c => {
    const { code } = await known(c.req.valid('param').register)
    const { year, format, lang } = c.req.valid('query')
    const entries: RegisterEntry[] = []
    for (let before: number | null = null; ; ) {
      const page: RegisterEntry[] = await listLines(system.db, {
        register: code,
        year,
        direction: null,
        before,
        limit: EXPORT_PAGE,
      })
      entries.push(...page)
      before = page.at(-1)?.number ?? null
      if (page.length < EXPORT_PAGE) break
    }
    const file = await registerFile(entries.reverse(), format, lang)
    return c.body(file.content, 200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${code}-${year}.${format}"`,
      'cache-control': 'no-store',
    })
  })
}
