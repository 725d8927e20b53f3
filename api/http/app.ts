import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { createAttachment } from '../contract/attachments.ts'
import { verifyDocument } from '../contract/documents.ts'
import { listUploads } from '../contract/imports.ts'
import { createSubmission, previewFile } from '../contract/reporting.ts'
import type { System } from '../instance/system.ts'
import { accountRoutes } from '../routes/account.ts'
import { accountDeletionRoutes } from '../routes/account-deletion.ts'
import { accountMailRoutes, mailUnlockLink } from '../routes/account-mail.ts'
import { accountTokenRoutes } from '../routes/account-tokens.ts'
import { attachmentRoutes } from '../routes/attachments.ts'
import { auditRoutes } from '../routes/audit.ts'
import { calendarRoutes } from '../routes/calendar.ts'
import { controlRoutes } from '../routes/control.ts'
import { cubeRoutes } from '../routes/cube.ts'
import { deliveryRoutes } from '../routes/deliveries.ts'
import { docsRoutes } from '../routes/docs.ts'
import { documentRoutes } from '../routes/documents.ts'
import { healthRoutes, type Metrics } from '../routes/health.ts'
import { importRoutes } from '../routes/imports.ts'
import { invitationRoutes } from '../routes/invitations.ts'
import { mandateRoutes } from '../routes/mandates.ts'
import { memberRoutes } from '../routes/members.ts'
import { notificationRoutes } from '../routes/notifications.ts'
import { openidRoutes } from '../routes/openid.ts'
import { organisationRoutes } from '../routes/organisations.ts'
import { passkeyRoutes } from '../routes/passkeys.ts'
import { personSearchRoutes } from '../routes/person-search.ts'
import { personalCalendarRoutes } from '../routes/personal-calendar.ts'
import { previewRoutes } from '../routes/preview.ts'
import { privacyRoutes } from '../routes/privacy.ts'
import { proposalRoutes } from '../routes/proposals.ts'
import { publicRoutes } from '../routes/public.ts'
import { registerRoutes } from '../routes/registers.ts'
import { reportTypeRoutes } from '../routes/report-types.ts'
import { reportingRoutes } from '../routes/reporting.ts'
import { secondFactorRoutes } from '../routes/second-factor.ts'
import { sessionRoutes } from '../routes/session.ts'
import { userRoutes } from '../routes/users.ts'
import { bodyLimits } from './body-limits.ts'
import type { AppEnv } from './environment.ts'
import { guard } from './guard.ts'
import { createPasswordDoor } from './password-door.ts'
import { ProblemError, problem, statusOf } from './problem.ts'
import { createRateLimits } from './rate-limits.ts'
import { securityHeaders } from './security-headers.ts'
import { hasUnstorableUrl, isUnstorable } from './unstorable-text.ts'
import { uploadTurns } from './upload-turns.ts'

export type App = OpenAPIHono<AppEnv>

/** Content of attachments, by the tus protocol. */
const STREAMED = /^\/api\/attachments(\/|$)/

/** Shows a refusal to a person who came with a browser. */
export type ProblemPage = (c: Context<AppEnv>, status: number) => Promise<Response>

/** The whole HTTP side of an installation; the pages are left out where only programs ask. */
export function createApp(system: System, metrics: Metrics, addPages?: (app: App) => ProblemPage): App {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      return problem(c, 'request_invalid', {
        errors: result.error.issues.map(issue => ({ path: issue.path.join('.'), message: issue.message })),
      })
    },
  })
  const limits = createRateLimits(system.config.rateLimit)
  app.use('*', securityHeaders({ secure: system.config.publicUrl.startsWith('https:') }))
  app.use('*', async (c, next) => {
    const start = performance.now()
    await next()
    const group = c.req.path.split('/').slice(0, 3).join('/')
    const route = /^\/(api\/(account|attachments|public|reporting|session)|cubejs-api\/v1)$/.test(group)
      ? group
      : 'page'
    metrics.observe(route, c.req.method, c.res.status, (performance.now() - start) / 1000)
  })
  app.use('*', limits.general)
  app.use('*', (c, next) =>
    hasUnstorableUrl(c) ? Promise.reject(new ProblemError('request_invalid')) : next(),
  )
  app.use(
    '*',
    guard({
      db: system.db,
      authentication: system.authentication,
      secret: system.secret,
      now: () => system.now(),
      requireSecondFactor: system.config.requireSecondFactor,
    }),
  )
  const uploads = [createSubmission.getRoutingPath(), previewFile.getRoutingPath()]
  const turns = uploadTurns()
  for (const path of [...uploads, ...listUploads]) app.on('POST', path, limits.uploads, turns)
  app.on('GET', verifyDocument.getRoutingPath(), limits.verifications)
  app.on('POST', createAttachment.getRoutingPath(), limits.uploads)
  app.use('*', bodyLimits(new Set(uploads), STREAMED))
  healthRoutes(app, system, metrics)
  const passwords = createPasswordDoor(system, limits, mailUnlockLink(system))
  sessionRoutes(app, system, passwords)
  accountRoutes(app, system, passwords)
  accountTokenRoutes(app, system)
  accountMailRoutes(app, system, limits, passwords)
  accountDeletionRoutes(app, system, passwords)
  secondFactorRoutes(app, system, passwords)
  passkeyRoutes(app, system)
  openidRoutes(app, system)
  reportingRoutes(app, system)
  previewRoutes(app, system)
  documentRoutes(app, system)
  attachmentRoutes(app, system, limits)
  organisationRoutes(app, system)
  proposalRoutes(app, system)
  memberRoutes(app, system)
  invitationRoutes(app, system, passwords, limits)
  userRoutes(app, system)
  importRoutes(app, system)
  publicRoutes(app, system)
  calendarRoutes(app, system)
  reportTypeRoutes(app, system)
  registerRoutes(app, system)
  mandateRoutes(app, system)
  notificationRoutes(app, system)
  deliveryRoutes(app, system)
  personalCalendarRoutes(app, system)
  cubeRoutes(app, system)
  docsRoutes(app, system)
  auditRoutes(app, system)
  privacyRoutes(app, system)
  personSearchRoutes(app, system)
  controlRoutes(app, system)
  const problemPage = addPages?.(app)
  const forPeople = (c: Context<AppEnv>) =>
    problemPage && c.req.header('accept')?.includes('text/html') && !/^\/(api|cubejs-api)\//.test(c.req.path)
  app.notFound(c => (problemPage && forPeople(c) ? problemPage(c, 404) : problem(c, 'not_found')))
  app.onError((thrown, c) => {
    const error = isUnstorable(thrown) ? new ProblemError('request_invalid') : thrown
    if (problemPage && forPeople(c)) {
      if (!(error instanceof ProblemError))
        system.log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`)
      return problemPage(c, error instanceof ProblemError ? statusOf(error.code) : 500).catch(() =>
        problem(c, 'internal_error'),
      )
    }
    if (error instanceof ProblemError)
      return problem(c, error.code, { detail: error.detail, members: error.members, errors: error.errors })
    if (error instanceof HTTPException && error.status < 500)
      return problem(c, error.status === 415 ? 'content_type_wrong' : 'request_invalid', {
        detail: error.message,
      })
    system.log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`)
    return problem(c, 'internal_error')
  })
  return app
}
