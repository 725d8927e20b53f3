import type { Texts } from '../texts.ts'

/** Egy személy adatainak törlése: saját kérésére, vagy ahogy a rendszergazda végzi. */
export const huErasure: Pick<Texts, 'erasure' | 'officeErasures'> = {
  erasure: {
    title: 'Az adataid törlése',
    link: 'Minden rólam őrzött adat törlése',
    lead: 'Jogod van ahhoz, hogy elfelejtsünk. Itt látod, mit törlünk és mit őriz meg a törvény, azután döntesz.',
    forGood:
      'A törlés azonnal megtörténik, és nem vonható vissza: az adatokat sem te, sem mi nem tudjuk visszahozni.',
    insteadDeletion: 'Szeretnéd még meggondolhatni? Töröld a fiókot: a törlésig 7 napod van',
    goes: 'Amit törlünk',
    goesText: 'Végleg, az adatbázisból és a fájlokból. A visszaállított biztonsági mentés is újra elfelejti.',
    stays: 'Amit a törvény megőriz',
    staysText:
      'A fiókhoz semmi sem köti; ami a személyt megnevezte, azt saját kulcsa titkosította, és a kulcsot megsemmisítjük. Csak a kibocsátott okiratok maradnak az irattárban úgy, ahogy kiadták őket.',
    confirmHeading: 'A törlés megerősítése',
    confirmText:
      'Előbb töltsd le az adatokat és okiratokat, amelyekre még szükséged van: utána nem tudsz belépni.',
    email: 'Az e-mail-címed',
    emailHelp: email => `Írd be, hogy biztosan ezt akarod: ${email}`,
    emailDiffers: email => `Nem ez a fiók címe. Írd be pontosan: ${email}`,
    submit: 'Adataim végleges törlése',
    erasing: 'Törlés folyamatban',
    doneTitle: 'Az adataidat töröltük',
    done: at => `A törlés ideje: ${at}. A fiók nem létezik többé, és kijelentkeztél belőle.`,
    number: 'A törlés száma',
    numberText:
      'Őrizd meg: ezzel igazolható, hogy a törlés megtörtént. Ezen kívül csak az marad nálunk, amit a törvény megőriz.',
    leave: 'A kezdőlapra',
    refusals: {
      last_admin: 'Ő az egyetlen rendszergazda. Előbb másikat kell kinevezni.',
      person_unknown: 'Egyetlen fióknak sincs már ilyen címe.',
      address_differs: 'Nem ez a fiók címe. Írd be pontosan.',
    },
  },
  officeErasures: {
    title: 'Egy személy törlése',
    lead: 'Annak, aki írásban kérte, hogy felejtsük el. Keresd meg a fiókot, add meg az okot, és erősítsd meg.',
    search: 'Fiók keresése',
    searchHelp: 'Az e-mail-cím vagy a név egy része.',
    searchButton: 'Keresés',
    none: query => `Egyetlen fiók sem felel meg ennek: „${query}”`,
    noneText: 'Hasonlítsd össze a címet a kérelemben lévővel. Lehet, hogy nincs fiókja, vagy már törölték.',
    more: 'További fiókok',
    open: 'Adatok törlése',
    openFor: email => `Adatok törlése: ${email}`,
    self: 'A saját fiók a „Személyes adatok” oldalon törölhető.',
    formText:
      'Előbb győződj meg róla, ki tette a kérelmet. A törlés végleges; a személynek egy hónapon belül írásban kell válaszolni (GDPR 12. cikk).',
    reason: 'A törlés oka',
    reasons: {
      'no-longer-needed': 'Az adatokra már nincs szükség (GDPR 17. cikk (1) a)',
      'consent-withdrawn': 'A személy visszavonta a hozzájárulását (17. cikk (1) b)',
      objection: 'A személy tiltakozik az adatkezelés ellen (17. cikk (1) c)',
      unlawful: 'Az adatokat jogellenesen kezelték (17. cikk (1) d)',
      'legal-duty': 'Törvény írja elő a törlést (17. cikk (1) e)',
    },
    reference: 'A kérelem iktatószáma',
    referenceHelp:
      'Ha iktatták: ahogy az iktatókönyvben áll, például 12/02.03.2026. Az ellenőrzési naplóban marad.',
    referenceWrong: 'A számot és a napot írd be, például 12/02.03.2026, vagy hagyd üresen a mezőt.',
    email: 'A személy e-mail-címe',
    emailHelp: email => `Írd be, hogy ne töröld valaki mást: ${email}`,
    emailDiffers: email => `Nem ez a személy címe. Írd be pontosan: ${email}`,
    submit: 'A személy végleges törlése',
    done: at => `A személyt töröltük: ${at}.`,
    outline: 'Mit törlünk, és mit őriz meg a törvény',
  },
}
