/** Căutarea unei persoane după CNP. */
export const roPersonSearch = {
  personSearch: {
    title: 'Caută o persoană',
    lead: 'Ce se păstrează sub un CNP, în toate serviciile. Fiecare căutare se notează, cu motivul ei.',
    cnp: 'CNP',
    cnpHelp: '13 cifre. Căutarea nu îl păstrează nicăieri.',
    reason: 'Motivul căutării',
    reasonHelp: 'De exemplu numărul dosarului. Îl citește auditorul; nu scrie CNP-ul în el.',
    submit: 'Caută',
    searching: 'Se caută',
    wrongReason: 'Spune pe scurt de ce cauți, în cel puțin zece semne.',
    none: 'Nu s-a găsit nimic',
    noneText: 'Niciun serviciu nu păstrează ceva sub acest CNP. Căutarea a fost notată.',
    found: (count: number) => `S-au găsit: ${count}`,
    number: 'Număr',
    name: 'Persoana',
    service: 'Serviciu',
    services: { mandates: 'Mandate' } as Record<string, string>,
    about: 'Cine mai apare',
    day: 'Data',
    refusals: {
      reason_holds_cnp: 'Motivul rămâne notat: scrie-l fără CNP.',
      searches_too_many:
        'Ai făcut prea multe căutări. Așteaptă o oră sau roagă un coleg; limita ferește de culegerea datelor.',
    } as Record<string, string>,
  },
}
