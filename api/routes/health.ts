import type { OpenAPIHono } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countOpenTasks } from '../../services/index.ts'
import { anyone, declarePolicy } from '../contract/policy.ts'
import type { AppEnv } from '../http/environment.ts'
import type { System } from '../instance/system.ts'

export interface Metrics {
  readonly registry: Registry
  observe(route: string, method: string, status: number, seconds: number): void
}

export function createMetrics(system: System): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'open_county_requests_total',
    help: 'HTTP requests answered',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'open_county_request_seconds',
    help: 'Time to answer',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'open_county_publication',
    help: 'Number of the latest publication in the warehouse',
    registers: [registry],
    collect() {
      this.set(system.publication())
    },
  })
  new Gauge({
    name: 'open_county_outbox_waiting',
    help: 'Outbox events that are not relayed yet',
    registers: [registry],
    async collect() {
      this.set(await countOpenTasks(system.db))
    },
  })
  return {
    registry,
    observe: (route, method, status, seconds) => {
      requests.inc({ method, status: String(status) })
      durations.observe({ route }, seconds)
    },
  }
}

export function healthRoutes(app: OpenAPIHono<AppEnv>, system: System, metrics: Metrics): void {
  for (const path of ['/healthz', '/readyz', '/metrics']) declarePolicy('GET', path, anyone)
  app.get('/healthz', c => c.json({ status: 'ok' }))
  app.get('/readyz', async c => {
    try {
      await sql`select 1`.execute(system.db)
      await system.warehouse.currentPublication()
      return c.json({ status: 'ready', publication: system.publication() })
    } catch {
      return c.json({ status: 'not ready' }, 503)
    }
  })
  app.get('/metrics', async c =>
    c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  )
}
