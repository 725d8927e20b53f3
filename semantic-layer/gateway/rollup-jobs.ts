import { randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Rollups } from '../../warehouse/index.ts'
import { GatewayError, wrong } from './gateway-error.ts'
import type { SecurityContext } from './types.ts'

/** A partition that somebody asked to be built. */
interface Job {
  readonly token: string
  readonly rollup: string
  readonly partition: string
  readonly contexts: readonly unknown[]
  /** Of the build that the job waits for. */
  outcome: 'waiting' | 'done' | `failure: ${string}`
}

interface Selector {
  readonly contexts: readonly { readonly securityContext: unknown }[]
  readonly dataSources?: readonly string[]
  readonly cubes?: readonly string[]
  readonly preAggregations?: readonly string[]
  readonly dateRange?: readonly [string, string]
}

interface JobSchema {
  validate(value: unknown): {
    readonly error?: Error
    readonly value: {
      readonly action: 'post' | 'get'
      readonly selector?: Selector
      readonly tokens?: readonly string[]
      readonly resType?: string
    }
  }
}

const MAX_TOKENS = 1000
const KEPT_JOBS = 10_000
const DAY_MS = 86_400_000

/** Cube's build jobs of pre-aggregations: `post` starts builds and gives tokens, `get` tells how they stand. Rollups belong
 * to publications and hold every row, so a job is the same for every security context and time zone. */
export class RollupJobs {
  readonly #rollups: Pick<Rollups, 'list' | 'build'>
  readonly #jobs = new LRUCache<string, Job>({ max: KEPT_JOBS, ttl: DAY_MS })

  constructor(rollups: Pick<Rollups, 'list' | 'build'>) {
    this.#rollups = rollups
  }

  /** The body of Cube's answer. Throws `GatewayError`. */
  async answer(request: unknown, { groups }: SecurityContext): Promise<unknown> {
    if (!groups.includes('county')) throw new GatewayError(403, 'You have no access to rollups')
    if (typeof request !== 'object' || request === null || Object.keys(request).length === 0)
      throw wrong('No job description provided')
    // Cube's own schema, for its texts; it is loaded by the first who asks.
    const { preAggsJobsRequestSchema } = await import('@cubejs-backend/api-gateway/dist/src/query.js')
    const { error, value } = (preAggsJobsRequestSchema as unknown as JobSchema).validate(request)
    if (error) throw wrong(`Invalid Job query format: ${error.message}`)
    const { action, selector, tokens, resType } = value
    if (action === 'get') return this.#get(tokens ?? [], resType)
    if (!selector) throw wrong('Invalid Job query format: "selector" is required')
    return this.#post(selector)
  }

  async #post(selector: Selector): Promise<string[]> {
    const { contexts, cubes, dataSources, preAggregations } = selector
    const years = yearsOf(selector)
    const found = (await this.#rollups.list()).filter(
      ({ id }) =>
        (!dataSources?.length || dataSources.includes('default')) &&
        (!cubes?.length || cubes.includes(id.split('.', 1)[0] ?? '')) &&
        (!preAggregations?.length || preAggregations.includes(id)),
    )
    const jobs = found.flatMap(({ id, partitions }) =>
      partitions
        .filter(({ partition }) => partition >= years[0] && partition <= years[1])
        .map(
          ({ partition }): Job => ({
            token: randomUUID().replaceAll('-', ''),
            rollup: id,
            partition,
            contexts: contexts.slice(0, 1),
            outcome: 'waiting',
          }),
        ),
    )
    if (jobs.length === 0)
      throw wrong("A user's selector doesn't match any of the pre-aggregations defined in the data model.")
    for (const job of jobs) this.#jobs.set(job.token, job)
    for (const id of new Set(jobs.map(job => job.rollup))) {
      const waiting = jobs.filter(job => job.rollup === id)
      const settle = (outcome: Job['outcome']) => {
        for (const job of waiting) job.outcome = outcome
      }
      this.#rollups.build(id).then(
        () => settle('done'),
        reason => settle(`failure: ${reason instanceof Error ? reason.message : String(reason)}`),
      )
    }
    return jobs.map(job => job.token)
  }

  async #get(tokens: readonly string[], resType: string | undefined): Promise<unknown> {
    if (tokens.length > MAX_TOKENS)
      throw wrong(`Invalid Job query format: "tokens" must contain at most ${MAX_TOKENS}`)
    const rollups = new Map((await this.#rollups.list()).map(each => [each.id, each.partitions]))
    const found = tokens.map(token => {
      const job = this.#jobs.get(token)
      if (!job) return { token, status: 'not_found' }
      const partition = rollups.get(job.rollup)?.find(each => each.partition === job.partition)
      const building = partition?.state === 'building' ? 'processing' : 'scheduled'
      return {
        token,
        table: partition?.built?.table ?? null,
        status: job.outcome === 'waiting' ? building : job.outcome,
        selector: {
          cubes: [job.rollup.split('.', 1)[0]],
          preAggregations: [job.rollup],
          contexts: job.contexts,
          timezones: ['UTC'],
          dataSources: ['default'],
        },
      }
    })
    if (resType !== 'object') return found
    return Object.fromEntries(found.map(({ token, ...rest }) => [token, rest]))
  }
}

/** First and last year of a range of dates. */
function yearsOf({ dateRange }: Selector): readonly [string, string] {
  if (!dateRange) return ['0000', '9999']
  const [from, to] = dateRange.map(each => new Date(each))
  if (!from || !to || Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()))
    throw wrong(`Cannot parse selector date range ${dateRange}`)
  return [from.toISOString().slice(0, 4), to.toISOString().slice(0, 4)]
}
