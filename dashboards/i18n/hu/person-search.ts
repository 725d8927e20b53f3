import type { Texts } from '../texts.ts'

export const huPersonSearch: Pick<Texts, 'personSearch'> = {
  personSearch: {
    title: 'Személy keresése',
    lead: 'Mit őriznek a szolgáltatások egy személyi szám alatt. Minden keresést az indoklásával együtt feljegyzünk.',
    cnp: 'Személyi szám (CNP)',
    cnpHelp: '13 számjegy. A keresés sehol nem őrzi meg.',
    reason: 'A keresés oka',
    reasonHelp: 'Például az ügyszám. Az ellenőr olvassa; a személyi számot ne írd bele.',
    submit: 'Keresés',
    searching: 'Keresés folyamatban',
    wrongReason: 'Írd le röviden, miért keresel, legalább tíz karakterben.',
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
      reason_holds_cnp: 'Az indoklás megmarad: a személyi szám nélkül írd le.',
      searches_too_many:
        'Túl sokat kerestél. Várj egy órát, vagy kérd meg egy kollégáját; a korlát az adatgyűjtést akadályozza.',
    },
  },
}
