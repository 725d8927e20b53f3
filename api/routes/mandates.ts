import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  isRevocable,
  type MandateStep,
  maskedCnp,
  parseCnp,
  parseCui,
  stateAfter,
} from '../../domain/index.ts'
import {
  type Actor,
  advanceMandate,
  allRoles,
  certificateKey,
  findDocumentByKey,
  findMandate,
  findMandates,
  issueCertificate,
  listAttachments,
  listSpokenFor,
  type Mandate,
  mayActFor,
  proofsOf,
  requestMandate,
  speaksFor,
} from '../../services/index.ts'
import {
  answerCompletion,
  askCompletion,
  createMandate,
  decideMandate,
  endMandate,
  getMandate,
  listMandates,
  mandateProofs,
  mandateQueue,
} from '../contract/mandates.ts'
import { actorOf, personOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { ProblemError } from '../http/problem.ts'
import { COUNTY_COUNCIL } from '../instance/county.ts'
import type { System } from '../instance/system.ts'
import { viewAttachment } from './attachments.ts'
import { viewDocument } from './documents.ts'

const PAGE_SIZE = 50
const OWN_STEPS: readonly MandateStep[] = ['completed', 'withdrawn', 'renounced']
const OFFICE_STEPS: readonly MandateStep[] = [
  'completion_asked',
  'confirmed',
  'refused',
  'revoked',
  'ended_by_office',
]

const REPRESENTED_STEPS: readonly MandateStep[] = ['revoked']

const isOfficial = (actor: Actor): boolean => allRoles(actor).includes('official')
const readsAll = (actor: Actor): boolean =>
  allRoles(actor).some(role => role === 'official' || role === 'clerk' || role === 'auditor')

interface Taken {
  readonly step: MandateStep
  readonly as: 'mandatary' | 'office' | 'represented'
  readonly reason?: string | null
  readonly proofs?: readonly string[]
}

/** Mandates: asked for by people, decided by officials; everyone who acts for the same one sees them. */
export function mandateRoutes(app: OpenAPIHono<AppEnv>, system: System): void {
  const { db } = system
  const visible = async (actor: Actor, id: string): Promise<Mandate> => {
    const mandate = await findMandate(db, id, system.now())
    if (!mandate) throw new ProblemError('mandate_unknown')
    const sees =
      mandate.person.id === actor.id ||
      readsAll(actor) ||
      (await mayActFor(db, actor, mandate.principal.id, system.now())) ||
      (await speaksFor(db, actor, mandate.principal, system.now()))
    if (!sees) throw new ProblemError('mandate_unknown')
    return mandate
  }
  const own = async (actor: Actor, id: string): Promise<Mandate> => {
    const mandate = await visible(actor, id)
    if (mandate.person.id !== actor.id) throw new ProblemError('mandate_unknown')
    return mandate
  }

  /** Who is represented takes back what they gave, by whoever speaks for them. */
  const revokes = async (actor: Actor, { person, principal, basis }: Mandate): Promise<boolean> =>
    person.id !== actor.id && isRevocable(basis) && (await speaksFor(db, actor, principal, system.now()))

  /** Who once acted for somebody keeps their own request, but not the papers of whom they no longer represent. */
  async function view(actor: Actor, mandate: Mandate) {
    const { sequence: _sequence, principal, person, steps, createdAt, ...rest } = mandate
    const isOwn = person.id === actor.id
    const official = isOfficial(actor)
    const acts = await mayActFor(db, actor, principal.id, system.now())
    const seesPapers = readsAll(actor) || acts
    const document = seesPapers ? await findDocumentByKey(db, certificateKey(mandate.id)) : null
    const wholeCnp = official || isOwn
    return {
      ...rest,
      own: isOwn,
      principal: {
        ...principal,
        cnp: principal.cnp && (wholeCnp ? principal.cnp : maskedCnp(principal.cnp)),
      },
      person: { name: person.name },
      createdAt: createdAt.toISOString(),
      steps: steps.map(step => ({ ...step, at: step.at.toISOString() })),
      next: [
        ...(isOwn ? OWN_STEPS : []),
        ...(official && !isOwn && !acts ? OFFICE_STEPS : []),
        ...((await revokes(actor, mandate)) && !(official && !acts) ? REPRESENTED_STEPS : []),
      ].filter(step => stateAfter(mandate.state, step) !== null),
      document: document && viewDocument(document),
    }
  }
  const viewAll = async (actor: Actor, mandates: readonly Mandate[]) => ({
    items: await Promise.all(mandates.slice(0, PAGE_SIZE).map(mandate => view(actor, mandate))),
    next: mandates.length > PAGE_SIZE ? (mandates[PAGE_SIZE - 1]?.sequence ?? null) : null,
  })

  async function advance(
    c: Context<AppEnv>,
    mandate: Mandate,
    { step, as, reason = null, proofs = [] }: Taken,
  ) {
    const actor = await actorOf(c)
    const outcome = await advanceMandate(db, {
      id: mandate.id,
      step,
      as,
      reason,
      actor: actor.id,
      at: system.now(),
      proofs,
    })
    if (outcome === 'proof_unusable') throw new ProblemError('proof_unusable')
    if (outcome === 'own') throw new ProblemError('mandate_own')
    if (outcome === 'not_possible')
      throw new ProblemError('mandate_step_impossible', `It is ${mandate.state}.`)
    system.jobs.wake('mail')
    if (step === 'confirmed') await issueCertificate(db, system.documents, mandate.id, COUNTY_COUNCIL)
    c.header('cache-control', 'no-store')
    const after = await findMandate(db, mandate.id, system.now())
    if (!after) throw new ProblemError('mandate_unknown')
    return view(actor, after)
  }

  app.openapi(listMandates, async c => {
    const actor = await actorOf(c)
    const filter =
      c.req.valid('query').of === 'me'
        ? ({ kind: 'person', person: actor.id } as const)
        : ({
            kind: 'principals',
            principals: await listSpokenFor(db, actor, system.now()),
            notOf: actor.id,
          } as const)
    c.header('cache-control', 'no-store')
    return c.json(await viewAll(actor, await findMandates(db, filter, system.now(), PAGE_SIZE)), 200)
  })

  app.openapi(createMandate, async c => {
    const actor = await personOf(c)
    const { principal, ...wanted } = c.req.valid('json')
    const cui = principal.kind === 'company' ? parseCui(principal.cui) : null
    const cnp = principal.kind === 'person' ? parseCnp(principal.cnp) : null
    const known = cui
      ? ({ kind: 'company', cui, name: principal.name } as const)
      : cnp
        ? ({ kind: 'person', cnp, name: principal.name } as const)
        : null
    if (!known) throw new ProblemError('request_invalid')
    const asked = await requestMandate(db, { principal: known, ...wanted }, actor.id, system.now())
    if (asked.outcome === 'proof_unusable') throw new ProblemError('proof_unusable', `It is ${asked.why}.`)
    if (asked.outcome === 'of_age') throw new ProblemError('principal_of_age')
    if (asked.outcome === 'exists') throw new ProblemError('mandate_exists')
    system.jobs.wake('mail')
    c.header('location', `/api/mandates/${asked.id}`)
    c.header('cache-control', 'no-store')
    return c.json(await view(actor, await visible(actor, asked.id)), 201)
  })

  app.openapi(mandateQueue, async c => {
    const { state, before } = c.req.valid('query')
    const filter = {
      kind: 'states',
      states: state ? [state] : (['submitted', 'completion'] as const),
      before: before ?? null,
    } as const
    const actor = await actorOf(c)
    c.header('cache-control', 'no-store')
    return c.json(await viewAll(actor, await findMandates(db, filter, system.now(), PAGE_SIZE + 1)), 200)
  })

  app.openapi(getMandate, async c => {
    const actor = await actorOf(c)
    c.header('cache-control', 'no-store')
    return c.json(await view(actor, await visible(actor, c.req.valid('param').id)), 200)
  })

  // They hold what the personal number does, and more: whoever sees that whole reads them.
  const readsProofs = (actor: Actor, mandate: Mandate): boolean =>
    mandate.person.id === actor.id || isOfficial(actor)
  system.attachments.readableBy(proofsOf('').kind, async (actor, id) => {
    const mandate = await findMandate(db, id, system.now())
    return mandate !== null && readsProofs(actor, mandate)
  })
  app.openapi(mandateProofs, async c => {
    const actor = await actorOf(c)
    const mandate = await visible(actor, c.req.valid('param').id)
    if (!readsProofs(actor, mandate)) throw new ProblemError('mandate_unknown')
    const found = await listAttachments(db, system.keyring, proofsOf(mandate.id))
    c.header('cache-control', 'no-store')
    return c.json({ items: found.map(viewAttachment) }, 200)
  })

  app.openapi(askCompletion, async c => {
    const mandate = await visible(await actorOf(c), c.req.valid('param').id)
    const { reason } = c.req.valid('json')
    return c.json(await advance(c, mandate, { step: 'completion_asked', as: 'office', reason }), 200)
  })

  app.openapi(answerCompletion, async c => {
    const mandate = await own(await actorOf(c), c.req.valid('param').id)
    const { text, proofs } = c.req.valid('json')
    const taken = { step: 'completed', as: 'mandatary', reason: text, proofs } as const
    return c.json(await advance(c, mandate, taken), 200)
  })

  app.openapi(decideMandate, async c => {
    const mandate = await visible(await actorOf(c), c.req.valid('param').id)
    const decided = c.req.valid('json')
    const reason = decided.decision === 'refused' ? decided.reason : null
    return c.json(await advance(c, mandate, { step: decided.decision, as: 'office', reason }), 200)
  })

  app.openapi(endMandate, async c => {
    const actor = await actorOf(c)
    const { id } = c.req.valid('param')
    const end = c.req.valid('json')
    if (end.step === 'revoked' || end.step === 'ended_by_office') {
      const mandate = await visible(actor, id)
      const { step, reason } = end
      const represented = step === 'revoked' && (await revokes(actor, mandate))
      if (!represented && !isOfficial(actor)) throw new ProblemError('mandate_unknown')
      const as = represented ? 'represented' : 'office'
      return c.json(await advance(c, mandate, { step, as, reason }), 200)
    }
    return c.json(await advance(c, await own(actor, id), { step: end.step, as: 'mandatary' }), 200)
  })
}
