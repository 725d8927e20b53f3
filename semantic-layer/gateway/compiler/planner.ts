import { LRUCache } from 'lru-cache'
import type { Member } from '../catalogue.ts'
import { forbidden, wrong } from '../gateway-error.ts'
import { toCubeQuery } from '../query/canonical-query.ts'
import { lastReportsOf } from '../query/last-reports.ts'
import type { ReadQuery } from '../query/read-query.ts'
import type { Reader } from '../security-context.ts'
import type { Planned, PlanReply, PlanRequest, Rolled, Statement } from './protocol.ts'
import { isPlaceholder, PIN, type QueryShape, shapeOf } from './query-shape.ts'

/** A plan with a query's own values and publication put in. */
export interface ReadyPlan {
  readonly plan: Planned
  readonly statement: Statement
  readonly total: Statement | null
  /** What a rollup would answer; null without one that carries the query. */
  readonly rolled: Rolled | null
}

type Kept =
  | { readonly kind: 'shared'; readonly plan: Planned }
  /** Values ended up in the SQL's text, so each set of values has a plan of its own. */
  | { readonly kind: 'by value' }
  | { readonly kind: 'refused'; readonly reply: Exclude<PlanReply, { kind: 'planned' }> }

const KEPT_PLANS = 2000

/** Plans queries in the worker and keeps the plans. A plan belongs to a shape of query and to a reader's groups; values,
 * institutions and the publication number are put in afterwards, so plans outlive publications. */
export class Planner {
  readonly #ask: (request: PlanRequest) => Promise<PlanReply>
  readonly #plans = new LRUCache<string, Promise<Kept>>({ max: KEPT_PLANS })

  constructor(ask: (request: PlanRequest) => Promise<PlanReply>) {
    this.#ask = ask
  }

  async plan(read: ReadQuery, reader: Reader, publication: number, explain = false): Promise<ReadyPlan> {
    const last = lastReportsOf(read)
    const members = new Map<string, Member>([...read.members].map(member => [member.name, member]))
    const shape = shapeOf(read.query, reader, members)
    const request = {
      query: toCubeQuery(shape.query),
      reader: { groups: reader.groups, cuis: shape.cuis },
      pin: PIN,
      last,
      explain,
    }
    const kept = await this.#kept(keyOf(request), request, shape)
    if (kept.kind !== 'by value') return ready(kept, shape, publication)
    const literal = {
      ...request,
      query: toCubeQuery(read.query),
      reader: { groups: reader.groups, cuis: reader.cuis },
    }
    const unshared: QueryShape = { query: read.query, cuis: reader.cuis, values: new Map() }
    const own = await this.#kept(keyOf(literal), literal, unshared)
    return ready(own, unshared, publication)
  }

  #kept(key: string, request: PlanRequest, shape: QueryShape): Promise<Kept> {
    const known = this.#plans.get(key)
    if (known) return known
    const asked = this.#ask(request).then((reply): Kept => {
      if (reply.kind !== 'planned') return { kind: 'refused', reply }
      const statements = [reply.plan.statement, ...(reply.plan.total ? [reply.plan.total] : [])]
      if (!statements.every(each => isShareable(each, shape))) return { kind: 'by value' }
      return { kind: 'shared', plan: { ...reply.plan, rolled: shareable(reply.plan.rolled, shape) } }
    })
    this.#plans.set(key, asked)
    asked.catch(() => this.#plans.delete(key))
    return asked
  }
}

const keyOf = ({ query, reader, last, explain }: PlanRequest): string =>
  JSON.stringify([query, reader.groups, reader.cuis, last, explain])

/** Every placeholder must have come out as a whole parameter; one in the text, or cut, would read as a value. */
function isShareable({ sql, params }: Statement, { values }: QueryShape): boolean {
  if ([...values.keys(), PIN].some(placeholder => sql.includes(placeholder))) return false
  return params.every(param => param === null || param === PIN || values.has(param) || !isPlaceholder(param))
}

/** The name of a rollup's table is found again in its SQL, so no value may be there. */
function shareable(rolled: Rolled | null, shape: QueryShape): Rolled | null {
  const fits =
    rolled &&
    [rolled.statement, ...(rolled.total ? [rolled.total] : [])].every(each => isShareable(each, shape))
  return fits ? rolled : null
}

function ready(kept: Kept, { values }: QueryShape, publication: number): ReadyPlan {
  if (kept.kind === 'by value')
    throw new Error('a placeholder is left in the SQL of a query planned by value')
  if (kept.kind === 'refused')
    throw kept.reply.kind === 'denied'
      ? forbidden('You have no access to the data asked for')
      : wrong(kept.reply.message)
  const filled = (param: string) => (param === PIN ? String(publication) : (values.get(param) ?? param))
  const fill = ({ sql, params }: Statement): Statement => ({
    sql,
    params: params.map(param => (param === null ? null : filled(param))),
  })
  const { plan } = kept
  const { rolled } = plan
  return {
    plan,
    statement: fill(plan.statement),
    total: plan.total && fill(plan.total),
    rolled: rolled && {
      ...rolled,
      statement: fill(rolled.statement),
      total: rolled.total && fill(rolled.total),
      range: rolled.range && [filled(rolled.range[0]), filled(rolled.range[1])],
    },
  }
}
