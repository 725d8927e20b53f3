import type { OpenAPIHono } from '@hono/zod-openapi'
import { localDay } from '../../domain/index.ts'
import {
  collectPerson,
  type ErasureOutcome,
  findActor,
  keptAfterErasure,
  type ProcessedField,
  REGISTER,
  recordEvent,
} from '../../services/index.ts'
import { eraseMe, erasePerson, exportMyData, getPrivacyRegister } from '../contract/privacy.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { freshSession } from '../http/fresh-session.ts'
import { readerLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { eraseWithLedger } from '../instance/erasures.ts'
import type { System } from '../instance/system.ts'
import { readableExport } from './readable-export.ts'

const viewField = ({ what, retention, onErasure }: ProcessedField) => ({
  what,
  onErasure,
  retention: {
    kind: retention.kind,
    days: retention.kind === 'days' ? retention.days : null,
    after: retention.kind === 'days' ? retention.after : null,
    years: retention.kind === 'years' ? retention.years : null,
    law: retention.kind === 'years' || retention.kind === 'permanent' ? retention.law : null,
  },
})

const viewErased = (result: ErasureOutcome) => {
  switch (result.outcome) {
    case 'unknown':
      throw new ProblemError('person_unknown')
    case 'last_admin':
      throw new ProblemError('last_admin')
    case 'erased':
      return {
        erasure: { id: result.erasure.id, at: result.erasure.at.toISOString() },
        kept: keptAfterErasure().map(viewField),
      }
  }
}

/** The register of processing for everyone; the own data, and its erasure, for each person. */
export function privacyRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const { db } = system
  const erasing = { db, ledger: system.config.erasuresLog, now: system.now }

  app.openapi(getPrivacyRegister, c =>
    c.json(
      {
        items: REGISTER.map(({ code, name, purpose, basis, people, recipients, fields }) => ({
          ...{ code, name, purpose, people, recipients },
          basis: basis.map(one => ({ ...one })),
          fields: fields.map(viewField),
        })),
      },
      200,
    ),
  )

  app.openapi(exportMyData, async c => {
    const { id } = await actorOf(c)
    const { format, lang } = c.req.valid('query')
    const at = system.now()
    await recordEvent(db, {
      ...{ at, actor: id, action: 'person.data_exported', subjectKind: 'user', subjectId: id },
      detail: { format },
    })
    const entries = collectPerson(db, id)
    c.header('cache-control', 'no-store')
    c.header('content-disposition', `attachment; filename="data-${localDay(at)}.${format}"`)
    if (format === 'html') {
      const page = await readableExport(entries, lang ?? readerLanguage(c), at)
      return c.body(page, 200, { 'content-type': 'text/html; charset=utf-8' })
    }
    const encoder = new TextEncoder()
    let first = true
    const start = `{"person":${JSON.stringify(id)},"exportedAt":${JSON.stringify(at.toISOString())},"entries":[`
    // An entry at a time: however much there is, it is never held as a whole.
    const stream = new ReadableStream<Uint8Array>({
      start: controller => controller.enqueue(encoder.encode(start)),
      pull: async controller => {
        const next = await entries.next()
        if (next.done) {
          controller.enqueue(encoder.encode(']}\n'))
          controller.close()
          return
        }
        const { processing, data } = next.value
        const { code, name, purpose } = processing
        controller.enqueue(
          encoder.encode(`${first ? '' : ','}${JSON.stringify({ code, name, purpose, data })}`),
        )
        first = false
      },
      cancel: async () => {
        await entries.return(undefined)
      },
    })
    return c.body(stream, 200, { 'content-type': 'application/json' }) as never
  })

  app.openapi(eraseMe, async c => {
    const { email } = c.req.valid('json')
    const { actor } = await freshSession(c, system.now())
    if (email.trim().toLowerCase() !== actor.email.toLowerCase()) throw new ProblemError('address_differs')
    const erased = viewErased(await eraseWithLedger(erasing, actor.id, actor.id))
    c.header('cache-control', 'no-store')
    return c.json(erased, 200)
  })

  app.openapi(erasePerson, async c => {
    const { email, ...grounds } = c.req.valid('json')
    const { actor } = await freshSession(c, system.now())
    const person = await findActor(db, { email: email.trim() }, system.now())
    if (!person) throw new ProblemError('person_unknown')
    const erased = viewErased(await eraseWithLedger(erasing, person.id, actor.id, grounds))
    c.header('cache-control', 'no-store')
    return c.json(erased, 200)
  })
}
