import { html, raw } from 'hono/html'
import type { openApiDocument } from '../openapi.ts'

type Document = ReturnType<typeof openApiDocument>
type SchemaLike = Record<string, unknown>

const STYLE = `
:root{--paper:#fbfaf7;--ink:#1b211e;--muted:#59625d;--line:#dedbd2;--accent:#0b5d4b;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--paper:#141816;--ink:#e9ece9;--muted:#a3ada7;--line:#343b37;--accent:#7cc4ae}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Source Sans 3 Variable",system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:24px 16px 64px}h1{font-size:2rem;line-height:1.2}h2{margin-top:48px;text-transform:capitalize}
a{color:var(--accent)}code{font-size:.875rem;overflow-wrap:anywhere}section{border-top:1px solid var(--line);padding:16px 0}
h3{margin:0;font-size:1rem;font-weight:600}h3 code{font-size:1rem}.muted{color:var(--muted);margin:4px 0 8px}
.wrap{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.875rem}th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid var(--line)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
`

/** The API's reference as one readable page, from the same document that programs read. */
export function docsPage(document: Document, nonce: string) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, OperationLike>).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  )
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'other'))]
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Open County</title><style nonce="${nonce}">${raw(STYLE)}</style></head>
<body><main><p><a href="/">Open County</a></p><h1>${document.info.title} API</h1>
<p>${document.info.description}</p>
<p>For programs: <a href="/api/openapi.json">OpenAPI 3.1 document</a>. Analytical queries speak Cube's REST protocol at
<code>/cubejs-api/v1</code> (<code>load</code>, <code>meta</code>, <code>sql</code>, <code>dry-run</code>), with the unmodified <code>@cubejs-client/core</code>.</p>
${tags.map(
  tag =>
    html`<h2>${tag}</h2>${operations
      .filter(({ operation }) => (operation.tags?.[0] ?? 'other') === tag)
      .map(({ path, method, operation }) => operationSection(path, method, operation))}`,
)}
</main></body></html>`
}

interface OperationLike {
  readonly tags?: string[]
  readonly summary?: string
  readonly parameters?: {
    name: string
    in: string
    required?: boolean
    description?: string
    schema?: SchemaLike
  }[]
  readonly responses?: Record<
    string,
    { description?: string; content?: Record<string, { schema?: SchemaLike }> }
  >
}

function operationSection(path: string, method: string, operation: OperationLike) {
  return html`<section><h3><code>${method.toUpperCase()} ${path}</code></h3><p class="muted">${operation.summary ?? ''}</p>
${
  operation.parameters?.length
    ? html`<div class="wrap" tabindex="0" role="region" aria-label="Parameters of ${method} ${path}"><table><thead><tr><th scope="col">Parameter</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${operation.parameters.map(
        parameter =>
          html`<tr><td><code>${parameter.name}</code>${parameter.required ? ' (required)' : ''}</td><td>${describeType(parameter.schema)}</td><td>${parameter.description ?? parameter.schema?.description ?? ''}</td></tr>`,
      )}</tbody></table></div>`
    : ''
}
<p class="muted">Answers: ${Object.entries(operation.responses ?? {})
    .map(([status, response]) => `${status} ${response.description ?? ''}`)
    .join(' · ')}</p></section>`
}

function describeType(schema: SchemaLike | undefined): string {
  if (!schema) return ''
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ')
  const range = [schema.minimum, schema.maximum].every(limit => typeof limit === 'number')
    ? ` ${String(schema.minimum)}–${String(schema.maximum)}`
    : ''
  return `${String(schema.format ?? schema.type ?? '')}${range}${schema.default === undefined ? '' : `, default ${String(schema.default)}`}`
}
