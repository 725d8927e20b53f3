import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from './environment.ts'
import { problem } from './problem.ts'

/** Above what the readers take, so that they can say so themselves. */
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024
/** Far above what any route takes that is not sent a file. */
const MAX_BODY_BYTES = 1024 * 1024
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A body is held whole in memory before anything in it is looked at, so none may be of any length. `uploads` are the paths
 * that take files; `streamed` those whose body goes to the disk as it comes, under limits of its own.
 */
export function bodyLimits(uploads: ReadonlySet<string>, streamed: RegExp): MiddlewareHandler<AppEnv> {
  const small = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: c => problem(c, 'request_too_large') })
  const files = bodyLimit({ maxSize: MAX_UPLOAD_BYTES, onError: c => problem(c, 'file_too_large') })
  return (c, next) => {
    // Cube's protocol refuses in its own form.
    if (WITHOUT_BODY.has(c.req.method) || c.env?.local || c.req.path.startsWith('/cubejs-api/')) return next()
    if (streamed.test(c.req.path)) return next()
    return uploads.has(c.req.path) ? files(c, next) : small(c, next)
  }
}
