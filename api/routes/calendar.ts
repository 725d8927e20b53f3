import type { OpenAPIHono } from '@hono/zod-openapi'
import { HOLIDAY_NAMES, localDay, publicHolidays } from '../../domain/index.ts'
import {
  addRule as addRow,
  confirmRule as confirmRow,
  addExtraDay as enterDay,
  listExtraDays,
  listRules as listRows,
  listRuleHistory,
} from '../../services/index.ts'
import { addExtraDay, addRule, confirmRule, getCalendar, getRule, listRules } from '../contract/calendar.ts'
import { actorOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'

/** Rules of law and the legal calendar: read by anyone, changed by administrators. */
export function calendarRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  app.openapi(listRules, async c => {
    const on = c.req.valid('query').on ?? localDay(system.now())
    return c.json({ on, items: await listRows(system.db, on) }, 200)
  })

  app.openapi(getRule, async c => {
    const items = await listRuleHistory(system.db, c.req.valid('param').code)
    if (items.length === 0) throw new ProblemError('rule_unknown')
    return c.json({ items }, 200)
  })

  app.openapi(addRule, async c => {
    const body = c.req.valid('json')
    const row = { ...body, names: body.names ?? null, explanation: body.explanation ?? null }
    const addition = await addRow(system.db, row, (await actorOf(c)).id, system.now())
    switch (addition.outcome) {
      case 'unknown':
        throw new ProblemError('rule_unknown')
      case 'too_early':
        throw new ProblemError('rule_too_early', `The last row holds from ${addition.after} on.`)
      case 'added':
        return c.json(addition.rule, 201)
    }
  })

  app.openapi(confirmRule, async c => {
    const row = c.req.valid('param')
    const confirmation = c.req.valid('json')
    const find = async () =>
      (await listRuleHistory(system.db, row.code)).find(({ validFrom }) => validFrom === row.validFrom)
    if (!(await find())) throw new ProblemError('rule_unknown')
    if (!(await confirmRow(system.db, row, confirmation, (await actorOf(c)).id, system.now())))
      throw new ProblemError('rule_confirmed')
    const rule = await find()
    if (!rule) throw new ProblemError('rule_unknown')
    return c.json(rule, 200)
  })

  app.openapi(getCalendar, async c => {
    const year = c.req.valid('query').year ?? Number(localDay(system.now()).slice(0, 4))
    const holidays = publicHolidays(year).map(({ day, holiday }) => ({
      day,
      holiday,
      names: HOLIDAY_NAMES[holiday],
    }))
    return c.json({ year, holidays, extraDays: await listExtraDays(system.db, year) }, 200)
  })

  app.openapi(addExtraDay, async c => {
    const extra = c.req.valid('json')
    await enterDay(system.db, extra, (await actorOf(c)).id, system.now())
    return c.json(extra, 201)
  })
}
