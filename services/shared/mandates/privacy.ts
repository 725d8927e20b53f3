import { localDay, registrationNumber } from '../../../domain/index.ts'
import { eraseAttachmentsOf } from '../attachments/delete-attachment.ts'
import { type Processing, rowsOf } from '../privacy/processing.ts'
import type { Store } from '../store/database.ts'
import { erasePersonKey } from '../vault/person-keys.ts'
import { settleMandateEvents } from './calendar-events.ts'
import { revokeCertificate } from './certificate.ts'
import { findMandates } from './find-mandates.ts'
import { principalKey } from './principal.ts'
import { proofsOf } from './proofs.ts'
import { tellRepresented } from './speakers.ts'
import { writeStep } from './take-step.ts'

const EVERY = 10_000

/** Who acts for whom. */
export const mandateProcessing: Processing = {
  code: 'mandates',
  name: { ro: 'Mandate', hu: 'Meghatalmazások', en: 'Mandates' },
  purpose: {
    ro: 'Verificarea dreptului unei persoane de a acționa în numele unei firme sau al altei persoane.',
    hu: 'Annak ellenőrzése, hogy valaki eljárhat-e egy cég vagy más személy nevében.',
    en: 'To check whether somebody may act for a company or another person.',
  },
  basis: [
    { gdpr: '6.1.e', law: 'OUG nr. 57/2019' },
    { gdpr: '6.1.c', law: 'Legea nr. 287/2009 (Codul civil), art. 1295–1314' },
  ],
  people: {
    ro: 'Persoanele împuternicite; persoanele reprezentate',
    hu: 'A meghatalmazottak; a képviselt személyek',
    en: 'Authorised persons; persons who are represented',
  },
  recipients: {
    ro: 'Funcționarii care decid; ceilalți împuterniciți ai celui reprezentat',
    hu: 'A döntést hozó tisztviselők; a képviselt többi meghatalmazottja',
    en: 'Officials who decide; others who act for the same one',
  },
  fields: [
    {
      table: 'principal',
      columns: ['cnp', 'cnp_mac'],
      what: {
        ro: 'Codul numeric personal al celui reprezentat, sigilat',
        hu: 'A képviselt személyi száma, titkosítva',
        en: 'Personal number of who is represented, sealed',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'mandate',
      columns: ['person', 'principal', 'principal_name'],
      what: {
        ro: 'Cine acționează pentru cine, cu temeiul și durata; numele celui reprezentat, sigilat',
        hu: 'Ki kinek a nevében jár el, milyen jogalapon és meddig; a képviselt neve, titkosítva',
        en: 'Who acts for whom, on which basis and for how long; the name of who is represented, sealed',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'mandate_step',
      columns: ['actor', 'reason'],
      what: {
        ro: 'Pașii cererii și motivele lor, sigilate',
        hu: 'A kérelem lépései és indoklásuk, titkosítva',
        en: 'The steps of the request and their reasons, sealed',
      },
      retention: { kind: 'permanent', law: 'Legea nr. 16/1996' },
      onErasure: 'pseudonymised',
    },
    {
      table: 'attachment',
      columns: ['file_name', 'sealed_key'],
      what: {
        ro: 'Dovezile atașate, criptate: cât timp este cerut sau durează mandatul și cinci ani după; șterse la retragerea cererii',
        hu: 'A csatolt bizonyítékok, titkosítva: a kérelem és a meghatalmazás idején, majd még öt évig; a kérelem visszavonásakor törlődnek',
        en: 'Proofs attached, encrypted: while the mandate is asked for or lasts, and five years after; deleted when the request is withdrawn',
      },
      retention: { kind: 'years', years: 5, law: 'Legea nr. 16/1996, art. 8' },
      onErasure: 'deleted',
    },
  ],
  cnp: {
    table: 'principal',
    mac: 'cnp_mac',
    describe: async (store, ids, at) => {
      const filter = { kind: 'principals', principals: ids, notOf: null } as const
      return (await findMandates(store, filter, at, EVERY)).map(
        ({ id, number, principal, person, createdAt }) => ({
          capability: 'mandates',
          id,
          number,
          name: principal.name,
          about: person.name,
          day: localDay(createdAt),
          path: `/office/mandates/${id}`,
        }),
      )
    },
  },
  collect: async (store, person) => {
    const mandates = await findMandates(store, { kind: 'person', person }, new Date(), EVERY)
    return {
      mandates: mandates.map(({ sequence: _sequence, rule: _rule, clock: _clock, ...mandate }) => mandate),
      decisions: await rowsOf(store, 'mandate_step', ['mandate', 'step', 'at'], 'actor', person),
    }
  },
  // Nobody acts any more under an account that is gone; who was represented by it alone is forgotten with it.
  erase: async (store, person, at) => {
    const rows = await store
      .selectFrom('mandate')
      .innerJoin('principal as represented', 'represented.id', 'mandate.principal')
      .innerJoin('register_entry as entry', 'entry.id', 'mandate.entry')
      .select([
        'mandate.id',
        'mandate.principal',
        'mandate.state',
        'represented.kind',
        'entry.number',
        'entry.day',
      ])
      .where('mandate.person', '=', person)
      .forUpdate('mandate')
      .execute()
    for (const { id, principal, state, number, day } of rows) {
      const step = state === 'confirmed' ? 'renounced' : 'withdrawn'
      if (state === 'confirmed' || state === 'submitted' || state === 'completion') {
        await writeStep(store, { mandate: id, person, state, step, reason: null, actor: person, at }, null)
        const params = { number: registrationNumber(number, day) }
        await tellRepresented(store, { id, principal, person }, 'mandate.ended_for', params, person, at)
      }
      await eraseAttachmentsOf(store, proofsOf(id), { by: 'erasure', at })
      if (state === 'confirmed') await revokeCertificate(store, id, { step, actor: person, at })
      await settleMandateEvents(store, id, at)
    }
    const principals = new Set(rows.filter(({ kind }) => kind === 'person').map(row => row.principal))
    for (const principal of principals) {
      const other = await store
        .selectFrom('mandate')
        .select('id')
        .where('principal', '=', principal)
        .where('person', '!=', person)
        .executeTakeFirst()
      if (!other) await forgetPrincipal(store, principal, at)
    }
  },
}

async function forgetPrincipal(store: Store, id: string, at: Date): Promise<void> {
  await store.updateTable('principal').set({ cnp: null, cnp_mac: null }).where('id', '=', id).execute()
  await erasePersonKey(store, principalKey(id), at)
}
