import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  type BrowserAssets,
  hrefOf,
  loadAssets,
  render,
  renderData,
  renderProblem,
} from '../../dashboards/server.tsx'
import { LANGUAGES, parseVerificationCode } from '../../domain/index.ts'
import { countUnread, listDemoAccounts } from '../../services/index.ts'
import { anyone, declarePolicy } from '../contract/policy.ts'
import type { ProblemPage } from '../http/app.ts'
import { hasSessionCookie } from '../http/caller.ts'
import type { AppEnv } from '../http/environment.ts'
import { readerLanguage } from '../http/language.ts'
import { newNonce, pagePolicy } from '../http/security-headers.ts'
import { COUNTY_NAMES } from '../instance/county.ts'
import type { System } from '../instance/system.ts'
import { viewSession } from './open-session.ts'

export interface Assets {
  readonly folder: string
  readonly browser: BrowserAssets
}

/** The browser's built code. */
export const loadPageAssets = async (folder: string): Promise<Assets> => ({
  folder,
  browser: await loadAssets(folder),
})

const A_YEAR = 'public, max-age=31536000, immutable'

/** Pages rendered on the server, and the browser's files. */
export function pageRoutes(app: OpenAPIHono<AppEnv>, system: System, assets: Assets): ProblemPage {
  const open = (route: string) => declarePolicy('GET', route, anyone)
  open('/assets/*')
  app.get('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', A_YEAR)
  })
  app.get('/assets/*', serveStatic({ root: path.relative(process.cwd(), assets.folder) }))
  open('/')
  app.get('/', c => c.redirect(`/${readerLanguage(c)}`, 302))
  open('/design')
  app.get('/design', c => c.redirect(`/${readerLanguage(c)}/design`, 302))
  // The address in QR codes: short, and good for every language.
  open('/verify/:code')
  app.get('/verify/:code', c => c.redirect(verificationPath(c, c.req.param('code')), 302))
  open('/verify')
  app.get('/verify', c => c.redirect(verificationPath(c, c.req.query('code') ?? ''), 302))
  for (const language of LANGUAGES)
    for (const route of [`/${language}`, `/${language}/*`]) {
      open(route)
      app.get(route, c => answerPage(c))
    }

  return async (c, status) => {
    const request = await pageRequest(c)
    const page = await renderProblem(request, status)
    return c.html(page.html, status as 404, {
      ...page.headers,
      'content-security-policy': pagePolicy(request.nonce),
    })
  }

  async function pageRequest(c: Context<AppEnv>) {
    const caller = hasSessionCookie(c.req.raw.headers) ? await c.var.caller() : null
    return {
      url: new URL(c.req.url),
      session: caller ? await viewSession(system, { ...caller, csrfToken: caller.csrfToken ?? '' }) : null,
      api: async (apiPath: string) =>
        app.request(
          apiPath,
          { headers: { cookie: c.req.header('cookie') ?? '', accept: 'application/json' } },
          // The page's own questions are the same caller's, not the local socket's.
          { ...c.env, local: false },
        ),
      nonce: newNonce(),
      assets: assets.browser,
      publicUrl: system.config.publicUrl,
      site: {
        countyNames: COUNTY_NAMES,
        demoAccounts: await listDemoAccounts(system.db),
        unread: caller ? await countUnread(system.db, caller.actor.id) : 0,
      },
    }
  }

  async function answerPage(c: Context<AppEnv>): Promise<Response> {
    const request = await pageRequest(c)
    const asData = c.req.header('accept')?.startsWith('application/json')
    const answer = asData ? await renderData(request) : await render(request)
    const location = answer.headers.location
    if (location) return c.redirect(location, 303)
    if ('json' in answer)
      return c.body(answer.json, answer.status as 200, {
        ...answer.headers,
        'content-type': 'application/json',
      })
    return c.html(answer.html, answer.status as 200, {
      ...answer.headers,
      'content-security-policy': pagePolicy(request.nonce),
    })
  }
}

/** The page of a code in the reader's language; what can be no code is asked for again. */
function verificationPath(c: Context<AppEnv>, given: string): string {
  const language = readerLanguage(c)
  const code = parseVerificationCode(given)
  if (code !== null) return hrefOf('verification', language, { code })
  return hrefOf(
    'verify',
    language,
    {},
    given === '' ? null : new URLSearchParams({ code: given.slice(0, 60) }),
  )
}
