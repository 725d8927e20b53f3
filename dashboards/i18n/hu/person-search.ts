import type { Texts } from '../texts.ts'

export const huPersonSearch: Pick<Texts, 'personSearch'> = {
  personSearch: {
    title: 'Személy keresése',
    lead: 'Mit őriznek a szolgáltatások egy személyi szám alatt. Minden keresést az indoklásával együtt feljegyzünk.',
    cnp: 'Személyi szám (CNP)',
    cnpHelp: '13 számjegy. A keresés sehol nem őrzi meg.',
    reason: 'A keresés oka',
    reasonHelp: 'Például az ügyszám. Az ellenőr olvassa; a személyi számot ne írja bele.',
    submit: 'Keresés',
    searching: 'Keresés folyamatban',
    wrongReason: 'Írja le röviden, miért keres, legalább tíz karakterben.',
    none: 'Nincs találat',
    noneText: 'Egyik szolgáltatás sem őriz semmit e személyi szám alatt. A keresést feljegyeztük.',
    found: count => `Találatok: ${count}`,
    number: 'Szám',
    name: 'Személy',
    service: 'Szolgáltatás',
    services: { mandates: 'Meghatalmazások' },
    about: 'Ki szerepel még',
    day: 'Dátum',
    refusals: {
      reason_holds_cnp: 'Az indoklás megmarad: a személyi szám nélkül írja le.',
      searches_too_many:
        'Túl sokat keresett. Várjon egy órát, vagy kérje meg egy kollégáját; a korlát az adatgyűjtést akadályozza.',
    },
  },
}
