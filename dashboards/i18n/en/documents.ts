import type { Texts } from '../texts.ts'

/** Official documents: one's own, and verifying any. */
export const enDocuments: Pick<
  Texts,
  'documentKinds' | 'documents' | 'officeDocuments' | 'verify' | 'verification'
> = {
  documentKinds: {
    'mandate-certificate': 'Certificate of mandate',
    'data-export-receipt': 'Receipt for personal data handed over',
  },
  documents: {
    title: 'My documents',
    lead: 'Official documents issued to you, or to the organisations that you act for.',
    none: 'You have no documents yet',
    noneText: 'Certificates and other official documents appear here as soon as they are issued.',
    states: { valid: 'valid', superseded: 'superseded', revoked: 'revoked' },
    issued: (issuer, day) => `${issuer}, ${day}`,
    files: {
      official: () => 'The signed document (PDF, in Romanian)',
      archive: () => 'Copy for archives (PDF/A)',
      copy: language => (language === 'hu' ? 'Courtesy copy in Hungarian' : 'Courtesy copy in English'),
    },
    verify: 'Verification page',
  },
  officeDocuments: {
    title: 'Issued documents',
    lead: 'Every official document that the county issued: find it by number or code, and revoke what no longer holds.',
    search: 'Find a document',
    searchHelp: 'Part of the registration number, or the whole verification code.',
    searchButton: 'Search',
    state: 'State',
    show: 'Show',
    all: 'all',
    none: 'No document fits',
    noneText: 'Type only part of the number, such as 12, or the whole code from beside the QR code.',
    tooMany: 'The newest 200 are shown. Search by number for the others.',
    revoke: 'Revoke',
    revokeFor: number => `Revoke document ${number}`,
    revokeTitle: number => `Revoke document ${number}?`,
    revokeText:
      'Whoever verifies its code sees at once that the document is no longer valid, and why. It cannot be undone.',
    reason: 'Why it is revoked',
    revokeYes: 'Yes, revoke it',
    revokeNo: 'No, keep it',
    revoked: number => `Document ${number} was revoked.`,
    refusals: {
      document_revoked: 'The document had been revoked already.',
      document_unknown: 'There is no such document.',
    },
  },
  verify: {
    title: 'Verify a document',
    lead: 'Type the code on the document, or scan its QR code with a phone. You see whether the document is valid, superseded or revoked.',
    code: 'Verification code',
    codeHelp: '25 letters and digits in five groups, beside the QR code. Dashes and spaces don’t matter.',
    submit: 'Verify',
    wrong:
      'This is not a verification code: it has 25 letters and digits. Copy it exactly from the document.',
    linkText: 'Verify a document',
  },
  verification: {
    title: number => `Verification of document ${number}`,
    states: {
      valid: 'The document is valid',
      superseded: 'The document was superseded',
      revoked: 'The document was revoked',
    },
    stateTexts: {
      valid: issuer =>
        `${issuer} issued it and it is in force now. Compare its number and date with those on the document.`,
      superseded: day => `Since ${day} another document counts in its place. Do not rely on this one.`,
      revoked: day => `It has not been valid since ${day}. Do not rely on it.`,
    },
    reasons: {
      'right-ended': 'The right that it proved has ended.',
      'issued-in-error': 'It was issued in error.',
      'court-decision': 'A court decided so.',
      'at-request': 'Its holder asked for it.',
    },
    successor: number => `See document ${number}, which replaced it`,
    demo: 'Demonstration signature: the certificate was not issued by a trust service provider. The document has no legal effect.',
    factsHeading: 'What is known of the document',
    kind: 'Kind of document',
    number: 'Number',
    date: 'Date',
    issuer: 'Issuer',
    signer: 'Signed by',
    code: 'Verification code',
    sha256: 'Fingerprint of the signed file (SHA-256)',
    archiveSha256: 'Fingerprint of the archival copy',
    privacy:
      'This page shows neither what the document says nor whom it is about: only what somebody who holds it needs.',
    checkHeading: 'Is it this very file?',
    checkText:
      'Choose the PDF that you received. Its fingerprint is computed here, in your browser, and compared with the one above. The file does not leave your device.',
    drop: 'Drop the PDF here',
    or: 'or',
    choose: 'Choose the file',
    formats: 'A PDF of any size',
    checking: 'Computing the fingerprint',
    checkByHand:
      'A computer shows the fingerprint of a file too: “sha256sum file.pdf” on Linux, “shasum -a 256 file.pdf” on macOS, “certutil -hashfile file.pdf SHA256” on Windows.',
    same: name => `${name} is the signed document itself. The fingerprint matches.`,
    sameArchive: name => `${name} is the signed archival copy of this document. The fingerprint matches.`,
    sameCopy: name =>
      `${name} is a courtesy copy of this document, without a signature. The original is the Romanian one.`,
    different: name =>
      `${name} is not this document: either it was changed or it is another file. Ask the issuer for the original.`,
    butNotValid: 'The file is the one that was issued, but the document is no longer valid.',
    impossible:
      'The browser can’t compute a fingerprint here: the page has to be opened over https. Compute it with a command, as below.',
    unreadable: 'The file could not be read. Choose it again.',
    unknownTitle: 'No document has this code',
    unknownText:
      'Compare the code with the one on the document, letter by letter. If it is the same, the document was not issued here: it may be a forgery.',
    another: 'Verify another document',
  },
}
