import { OpenAPIHono } from '@hono/zod-openapi'
import { documentedRoutes } from './contract/index.ts'

export { accessTable } from './contract/access-matrix.ts'

/** The OpenAPI 3.1 document of the public and the signed-in API. */
export function openApiDocument(serverUrl: string) {
  const app = new OpenAPIHono()
  for (const route of documentedRoutes) app.openAPIRegistry.registerPath(route)
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'open_county_session',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Open County',
      version: '0.1.0',
      description:
        'Public budgets of a county and the reports of its institutions. Amounts are decimal strings in lei. Errors are RFC 9457 problem details with a stable `code`. Unsafe methods with a session cookie need the header `x-csrf-token`; scripts use `Authorization: Bearer`.',
      license: { name: 'EUPL-1.2' },
    },
    servers: [{ url: serverUrl }],
  })
}
