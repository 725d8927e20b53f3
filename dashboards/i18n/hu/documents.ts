import type { Texts } from '../texts.ts'

/** Official documents: one's own, and verifying any. */
export const huDocuments: Pick<
  Texts,
  'documentKinds' | 'documents' | 'officeDocuments' | 'verify' | 'verification'
> = {
  documentKinds: {
    'mandate-certificate': 'Meghatalmazási igazolás',
    'data-export-receipt': 'Igazolás személyes adatok kiadásáról',
  },
  documents: {
    title: 'Okirataim',
    lead: 'A neked vagy az általad képviselt szervezeteknek kibocsátott hivatalos okiratok.',
    none: 'Még nincs okiratod',
    noneText: 'Az igazolások és más hivatalos okiratok itt jelennek meg, amint kibocsátják őket.',
    states: { valid: 'érvényes', superseded: 'felváltott', revoked: 'visszavont' },
    issued: (issuer, day) => `${issuer}, ${day}`,
    files: {
      official: () => 'Az aláírt okirat (PDF, románul)',
      archive: () => 'Levéltári példány (PDF/A)',
      copy: language => (language === 'hu' ? 'Magyar tájékoztató másolat' : 'Angol tájékoztató másolat'),
    },
    verify: 'Ellenőrző oldal',
  },
  officeDocuments: {
    title: 'Kibocsátott okiratok',
    lead: 'A megye összes kibocsátott hivatalos okirata: szám vagy kód alapján megtalálod, és visszavonhatod, ami már nem érvényes.',
    search: 'Okirat keresése',
    searchHelp: 'Az iktatószám egy része vagy a teljes ellenőrző kód.',
    searchButton: 'Keresés',
    state: 'Állapot',
    show: 'Mutasd',
    all: 'mind',
    none: 'Egyetlen okirat sem felel meg',
    noneText: 'Csak a szám egy részét írd be, például 12, vagy a teljes kódot a QR-kód mellől.',
    tooMany: 'A 200 legújabb látszik. A többit a szám alapján keresd.',
    revoke: 'Visszavonás',
    revokeFor: number => `A(z) ${number} számú okirat visszavonása`,
    revokeTitle: number => `Visszavonod a(z) ${number} számú okiratot?`,
    revokeText:
      'Aki ellenőrzi a kódját, azonnal látja, hogy az okirat már nem érvényes, és hogy miért. A visszavonás végleges.',
    reason: 'A visszavonás oka',
    revokeYes: 'Igen, visszavonom',
    revokeNo: 'Nem, marad',
    revoked: number => `A(z) ${number} számú okiratot visszavontuk.`,
    refusals: {
      document_revoked: 'Az okiratot már visszavonták.',
      document_unknown: 'Ez az okirat nem létezik.',
    },
  },
  verify: {
    title: 'Okirat ellenőrzése',
    lead: 'Írd be az okiraton szereplő kódot, vagy olvasd be telefonnal a QR-kódot. Megtudod, hogy az okirat érvényes-e, felváltották vagy visszavonták.',
    code: 'Ellenőrző kód',
    codeHelp: '25 betű és számjegy öt csoportban, a QR-kód mellett. A kötőjelek és szóközök nem számítanak.',
    submit: 'Ellenőrzés',
    wrong: 'Ez nem ellenőrző kód: annak 25 betűje és számjegye van. Másold le pontosan az okiratról.',
    linkText: 'Okiratok ellenőrzése',
  },
  verification: {
    title: number => `A(z) ${number} számú okirat ellenőrzése`,
    states: {
      valid: 'Az okirat érvényes',
      superseded: 'Az okiratot felváltotta egy másik',
      revoked: 'Az okiratot visszavonták',
    },
    stateTexts: {
      valid: issuer =>
        `Kibocsátója: ${issuer}. Jelenleg hatályos. Hasonlítsd össze a számát és a keltét az okiraton olvashatóval.`,
      superseded: day => `${day} óta másik okirat érvényes helyette. Erre már ne alapozz.`,
      revoked: day => `${day} óta nem érvényes. Ne alapozz rá.`,
    },
    reasons: {
      'right-ended': 'Megszűnt a jog, amelyet igazolt.',
      'issued-in-error': 'Tévedésből bocsátották ki.',
      'court-decision': 'Bíróság döntött így.',
      'at-request': 'Az érintett kérte.',
    },
    successor: number => `A helyébe lépő, ${number} számú okirat megtekintése`,
    demo: 'Szemléltető aláírás: a tanúsítványt nem bizalmi szolgáltató állította ki. Az okiratnak nincs joghatása.',
    factsHeading: 'Amit az okiratról tudunk',
    kind: 'Az okirat fajtája',
    number: 'Szám',
    date: 'Kelt',
    issuer: 'Kibocsátó',
    signer: 'Aláíró',
    code: 'Ellenőrző kód',
    sha256: 'Az aláírt fájl ujjlenyomata (SHA-256)',
    archiveSha256: 'A levéltári példány ujjlenyomata',
    privacy:
      'Az oldal nem mutatja meg az okirat tartalmát, sem azt, hogy kiről szól: csak azt, amire az okirat birtokosának szüksége van.',
    checkHeading: 'Pontosan ez az a fájl?',
    checkText:
      'Válaszd ki a kapott PDF-fájlt. Ujjlenyomatát itt, a böngészőben számítjuk ki, és összevetjük a fentivel. A fájl nem hagyja el a gépedet.',
    drop: 'Húzd ide a PDF-fájlt',
    or: 'vagy',
    choose: 'Fájl kiválasztása',
    formats: 'PDF, bármekkora',
    checking: 'Az ujjlenyomat kiszámítása',
    checkByHand:
      'Egy fájl ujjlenyomatát a számítógép is megmutatja: Linuxon „sha256sum fájl.pdf”, macOS-en „shasum -a 256 fájl.pdf”, Windowson „certutil -hashfile fájl.pdf SHA256”.',
    same: name => `${name}: ez maga az aláírt okirat. Az ujjlenyomat egyezik.`,
    sameArchive: name => `${name}: ez az okirat aláírt levéltári példánya. Az ujjlenyomat egyezik.`,
    sameCopy: name =>
      `${name}: ez az okirat tájékoztató másolata, aláírás nélkül. Az eredeti a román nyelvű.`,
    different: name =>
      `${name}: ez nem ez az okirat. Vagy megváltoztatták, vagy másik fájl. Kérd el az eredetit a kibocsátótól.`,
    butNotValid: 'A fájl a kibocsátott fájl, de az okirat már nem érvényes.',
    impossible:
      'A böngésző itt nem tud ujjlenyomatot számítani: az oldalt https-en kell megnyitni. Számítsd ki paranccsal, az alábbi módon.',
    unreadable: 'A fájlt nem sikerült beolvasni. Válaszd ki újra.',
    unknownTitle: 'Ilyen kódú okirat nincs',
    unknownText:
      'Vesd össze a kódot az okiraton lévővel, betűről betűre. Ha ugyanaz, az okiratot nem itt bocsátották ki: hamis lehet.',
    another: 'Másik okirat ellenőrzése',
  },
}
