import type { OpenAPIHono } from '@hono/zod-openapi'
import { holdsCnp, parseCnp } from '../../domain/index.ts'
import { actedBy, searchPerson } from '../../services/index.ts'
import { searchPeople } from '../contract/person-search.ts'
import { personOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'

/** Officials find a person by the personal number, and answer for each search. */
export function personSearchRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  app.openapi(searchPeople, async c => {
    const actor = await personOf(c)
    const { cnp: text, reason } = c.req.valid('json')
    const cnp = parseCnp(text)
    if (!cnp) throw new ProblemError('request_invalid')
    if (holdsCnp(reason)) throw new ProblemError('reason_holds_cnp')
    const by = actedBy(actor, [null], ['official'])
    const search = await searchPerson(system.db, { cnp, reason, by, at: system.now() })
    c.header('cache-control', 'no-store')
    if (search.outcome === 'too_many') {
      c.header('retry-after', String(Math.ceil(search.waitMs / 1000)))
      throw new ProblemError('searches_too_many')
    }
    return c.json({ items: search.records.map(record => ({ ...record })) }, 200)
  })
}
