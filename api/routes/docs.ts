import type { OpenAPIHono } from '@hono/zod-openapi'
import { anyone, declarePolicy } from '../contract/policy.ts'
import { docsPage } from '../docs/docs-page.ts'
import type { AppEnv } from '../http/environment.ts'
import { newNonce, pagePolicy } from '../http/security-headers.ts'
import type { System } from '../instance/system.ts'
import { openApiDocument } from '../openapi.ts'

/** The OpenAPI document and a page of it for people. */
export function docsRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const document = openApiDocument(system.config.publicUrl)
  declarePolicy('GET', '/api/openapi.json', anyone)
  declarePolicy('GET', '/api/docs', anyone)
  app.get('/api/openapi.json', c => c.json(document))
  app.get('/api/docs', c => {
    const nonce = newNonce()
    return c.html(docsPage(document, nonce), 200, { 'content-security-policy': pagePolicy(nonce) })
  })
}
