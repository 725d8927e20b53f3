import type { AuditAction } from '../../domain/index.ts'

/** Audit and privacy. */
export interface OversightTexts {
  readonly audit: {
    readonly title: string
    readonly lead: string
    readonly link: { readonly title: string; readonly line: string }
    readonly actor: string
    readonly action: string
    readonly words: string
    readonly from: string
    readonly to: string
    readonly all: string
    readonly search: string
    readonly download: string
    readonly older: string
    readonly none: string
    readonly columns: {
      readonly number: string
      readonly at: string
      readonly who: string
      readonly what: string
      readonly about: string
      readonly detail: string
    }
    readonly gone: string
    readonly erased: string
    readonly personal: string
    readonly unchecked: string
    readonly whole: (links: number, at: string) => string
    readonly broken: (number: number, at: string) => string
    readonly programs: Readonly<Record<string, string>>
    /** What was done, as a sentence without its subject. */
    readonly actions: Readonly<Record<AuditAction, string>>
  }
  readonly privacy: {
    readonly title: string
    readonly lead: string
    readonly link: string
    readonly purpose: string
    readonly basis: string
    readonly people: string
    readonly recipients: string
    readonly what: string
    readonly kept: string
    readonly onErasure: string
    readonly deleted: string
    readonly pseudonymised: string
    readonly article: (paragraph: string) => string
    readonly account: string
    readonly days: (days: number, after: 'writing' | 'end') => string
    readonly years: (years: number, law: string) => string
    readonly permanent: (law: string) => string
    readonly yours: {
      readonly heading: string
      readonly line: string
      readonly text: string
      readonly page: string
      readonly json: string
    }
  }
}
