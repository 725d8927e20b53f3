import type { Texts } from '../texts.ts'

export const enPersonSearch: Pick<Texts, 'personSearch'> = {
  personSearch: {
    title: 'Find a person',
    lead: 'What is kept under a personal number, in every service. Each search is written down with its reason.',
    cnp: 'Personal number (CNP)',
    cnpHelp: '13 digits. The search keeps them nowhere.',
    reason: 'Why you search',
    reasonHelp: 'For example the number of the case. The auditor reads it; leave the personal number out.',
    submit: 'Search',
    searching: 'Searching',
    wrongReason: 'Say in short why you search, in ten characters at least.',
    none: 'Nothing was found',
    noneText: 'No service keeps anything under this number. The search was written down.',
    found: count => `Found: ${count}`,
    number: 'Number',
    name: 'Person',
    service: 'Service',
    services: { mandates: 'Mandates' },
    about: 'Who else',
    day: 'Day',
    refusals: {
      reason_holds_cnp: 'The reason stays written down: give it without the personal number.',
      searches_too_many:
        'You have searched too often. Wait an hour, or ask a colleague; the limit keeps data from being gathered.',
    },
  },
}
