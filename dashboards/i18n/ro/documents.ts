/** Official documents: one's own, and verifying any. */
export const roDocuments = {
  documentKinds: {
    'mandate-certificate': 'Certificat de mandat',
    'data-export-receipt': 'Dovada predării datelor personale',
  } as Record<string, string>,
  documents: {
    title: 'Documentele mele',
    lead: 'Documentele oficiale care ți s-au emis, ție sau organizațiilor pentru care acționezi.',
    none: 'Nu ai niciun document',
    noneText: 'Aici apar certificatele și celelalte documente oficiale, imediat ce sunt emise.',
    states: { valid: 'valabil', superseded: 'înlocuit', revoked: 'revocat' },
    issued: (issuer: string, day: string) => `${issuer}, ${day}`,
    files: {
      official: (_language: string) => 'Documentul semnat (PDF)',
      archive: (_language: string) => 'Copia pentru arhivă (PDF/A)',
      copy: (language: string): string =>
        language === 'hu' ? 'Copie pentru informare în maghiară' : 'Copie pentru informare în engleză',
    },
    verify: 'Pagina de verificare',
  },
  officeDocuments: {
    title: 'Documentele emise',
    lead: 'Toate documentele oficiale emise de județ: le găsești după număr sau cod și le revoci pe cele care nu mai sunt bune.',
    search: 'Caută un document',
    searchHelp: 'O parte din numărul de înregistrare sau codul de verificare întreg.',
    searchButton: 'Caută',
    state: 'Starea',
    show: 'Arată',
    all: 'toate',
    none: 'Niciun document nu se potrivește',
    noneText: 'Scrie numai o parte din număr, de exemplu 12, sau codul întreg de lângă codul QR.',
    tooMany: 'Se arată cele mai noi 200. Caută după număr ca să le găsești pe celelalte.',
    revoke: 'Revocă',
    revokeFor: (number: string) => `Revocă documentul ${number}`,
    revokeTitle: (number: string) => `Revoci documentul ${number}?`,
    revokeText:
      'Cine îi verifică codul vede de îndată că documentul nu mai este valabil, și de ce. Revocarea nu se poate desface.',
    reason: 'De ce se revocă',
    revokeYes: 'Da, revocă-l',
    revokeNo: 'Nu, rămâne',
    revoked: (number: string) => `Documentul ${number} a fost revocat.`,
    refusals: {
      document_revoked: 'Documentul fusese deja revocat.',
      document_unknown: 'Documentul nu există.',
    } as Record<string, string>,
  },
  verify: {
    title: 'Verifică un document',
    lead: 'Scrie codul de pe document sau scanează codul QR cu telefonul. Vezi dacă documentul este valabil, înlocuit sau revocat.',
    code: 'Cod de verificare',
    codeHelp: '25 de litere și cifre în cinci grupe, lângă codul QR. Liniile și spațiile nu contează.',
    submit: 'Verifică',
    wrong:
      'Acesta nu este un cod de verificare: are 25 de litere și cifre. Copiază-l întocmai de pe document.',
    linkText: 'Verificarea documentelor',
  },
  verification: {
    title: (number: string) => `Verificarea documentului ${number}`,
    states: {
      valid: 'Documentul este valabil',
      superseded: 'Documentul a fost înlocuit',
      revoked: 'Documentul a fost revocat',
    },
    stateTexts: {
      valid: (issuer: string) =>
        `L-a emis ${issuer} și este în vigoare acum. Compară numărul și data cu cele de pe document.`,
      superseded: (day: string) => `Din ${day} este valabil alt document în locul lui. Nu te baza pe acesta.`,
      revoked: (day: string) => `Nu mai este valabil din ${day}. Nu te baza pe el.`,
    },
    reasons: {
      'right-ended': 'Dreptul pe care îl dovedea a încetat.',
      'issued-in-error': 'A fost emis din greșeală.',
      'court-decision': 'Așa a hotărât instanța.',
      'at-request': 'Titularul a cerut-o.',
    },
    successor: (number: string) => `Vezi documentul ${number}, care l-a înlocuit`,
    demo: 'Semnătură demonstrativă: certificatul nu este emis de un prestator de încredere. Documentul nu are efecte juridice.',
    factsHeading: 'Ce știm despre document',
    kind: 'Felul documentului',
    number: 'Număr',
    date: 'Data',
    issuer: 'Emitent',
    signer: 'Semnat de',
    code: 'Cod de verificare',
    sha256: 'Amprenta fișierului semnat (SHA-256)',
    archiveSha256: 'Amprenta copiei pentru arhivă',
    privacy:
      'Pagina nu arată conținutul documentului și nici pe cine privește: doar ce îi trebuie celui care îl are în mână.',
    checkHeading: 'Este chiar acest fișier?',
    checkText:
      'Alege fișierul PDF primit. Amprenta lui se calculează aici, în browser, și se compară cu cea de mai sus. Fișierul nu pleacă de la tine.',
    drop: 'Trage aici fișierul PDF',
    or: 'sau',
    choose: 'Alege fișierul',
    formats: 'PDF, oricât de mare',
    checking: 'Se calculează amprenta',
    checkByHand:
      'Amprenta unui fișier o arată și calculatorul: „sha256sum fișier.pdf” pe Linux, „shasum -a 256 fișier.pdf” pe macOS, „certutil -hashfile fișier.pdf SHA256” pe Windows.',
    same: (name: string) => `${name} este chiar documentul semnat. Amprenta se potrivește.`,
    sameArchive: (name: string) =>
      `${name} este copia semnată pentru arhivă a acestui document. Amprenta se potrivește.`,
    sameCopy: (name: string) =>
      `${name} este o copie pentru informare a acestui document, nesemnată. Originalul este cel în română.`,
    different: (name: string) =>
      `${name} nu este acest document: fie a fost modificat, fie este alt fișier. Cere-i emitentului originalul.`,
    butNotValid: 'Fișierul este cel emis, dar documentul nu mai este valabil.',
    impossible:
      'Browserul nu poate calcula amprenta aici: pagina trebuie deschisă prin https. Calculeaz-o cu o comandă, ca mai jos.',
    unreadable: 'Fișierul nu a putut fi citit. Alege-l din nou.',
    unknownTitle: 'Niciun document nu are acest cod',
    unknownText:
      'Compară codul cu cel de pe document, literă cu literă. Dacă este același, documentul nu a fost emis aici: poate fi fals.',
    another: 'Verifică alt document',
  },
}
