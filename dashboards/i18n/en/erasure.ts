import type { Texts } from '../texts.ts'

/** Erasing a person: at their own wish, or by the administrator. */
export const enErasure: Pick<Texts, 'erasure' | 'officeErasures'> = {
  erasure: {
    title: 'Erasing your data',
    link: 'Erase everything that you keep about me',
    lead: 'You have the right to be forgotten. Here you see what is erased and what the law keeps; then you decide.',
    forGood: 'It happens at once and cannot be undone: neither you nor we can bring the data back.',
    insteadDeletion: 'Want to be able to change your mind? Delete the account: you have 7 days until then',
    goes: 'What is erased',
    goesText: 'For good, from the database and from the files. A backup that is restored forgets it again.',
    stays: 'What the law keeps',
    staysText:
      'Without a tie to the account; what named the person was encrypted with a key of theirs, which is destroyed. Only acts that were issued stay in the archive as they are.',
    confirmHeading: 'Confirm the erasure',
    confirmText: 'First download the data and documents that you still need: afterwards you cannot sign in.',
    email: 'Your e-mail address',
    emailHelp: email => `Type ${email} to be sure.`,
    emailDiffers: email => `That is not the address of the account. Type exactly ${email}.`,
    submit: 'Erase my data for good',
    erasing: 'Erasing',
    doneTitle: 'Your data were erased',
    done: at => `The erasure was done on ${at}. The account is gone and you are signed out.`,
    number: 'Number of the erasure',
    numberText:
      'Keep it: it proves that the erasure was done. Besides it only what the law keeps stays with us.',
    leave: 'To the home page',
    refusals: {
      last_admin: 'This is the only administrator. Another has to be named first.',
      person_unknown: 'No account has this address any more.',
      address_differs: 'That is not the address of the account. Type it exactly.',
    },
  },
  officeErasures: {
    title: 'Erasing a person',
    lead: 'For somebody who asked in writing to be forgotten. Find the account, say why, and confirm.',
    search: 'Find the account',
    searchHelp: 'Part of the e-mail address or of the name.',
    searchButton: 'Search',
    none: query => `No account fits “${query}”`,
    noneText:
      'Compare the address with the one in the request. The person may have no account, or be erased already.',
    more: 'More accounts',
    open: 'Erase the data',
    openFor: email => `Erase the data of ${email}`,
    self: 'Your own account is erased from the page “Personal data”.',
    formText:
      'First make sure who made the request. The erasure is final; the person is answered in writing within a month (GDPR, art. 12).',
    reason: 'Why it is erased',
    reasons: {
      'no-longer-needed': 'The data are no longer needed (GDPR, art. 17 (1) a)',
      'consent-withdrawn': 'The person withdrew their consent (art. 17 (1) b)',
      objection: 'The person objects to the processing (art. 17 (1) c)',
      unlawful: 'The data were processed unlawfully (art. 17 (1) d)',
      'legal-duty': 'A law demands the erasure (art. 17 (1) e)',
    },
    reference: 'Registration number of the request',
    referenceHelp:
      'If it was registered: as the register writes it, such as 12/02.03.2026. It stays in the audit.',
    referenceWrong: 'Type number and day, such as 12/02.03.2026, or leave the field empty.',
    email: 'E-mail address of the person',
    emailHelp: email => `Type ${email}, so that you erase nobody else.`,
    emailDiffers: email => `That is not the address of this person. Type exactly ${email}.`,
    submit: 'Erase the person for good',
    done: at => `The person was erased on ${at}.`,
    outline: 'What is erased, and what the law keeps',
  },
}
