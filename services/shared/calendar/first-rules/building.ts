import type { FirstRule } from './first-rule.ts'

const LAW_50 = 'Legea nr. 50/1991'
const FISCAL_CODE = 'Legea nr. 227/2015 (Codul fiscal), art. 474'

/** Building permits and urbanism certificates. */
export const BUILDING_RULES: readonly FirstRule[] = [
  {
    code: 'permit.decision',
    validFrom: '2004-10-13',
    value: '30',
    unit: 'calendar_days',
    article: `${LAW_50}, art. 7 alin. (1)`,
    toBeConfirmed: false,
    names: {
      ro: 'Emiterea autorizației de construire',
      hu: 'Az építési engedély kiadása',
      en: 'Issue of the building permit',
    },
    explanation: {
      ro: 'Termenul curge de la depunerea dosarului complet.',
      hu: 'A határidő a hiánytalan iratcsomó benyújtásától számít.',
      en: 'The time runs from the day on which the complete file was submitted.',
    },
  },
  {
    code: 'permit.urgent',
    validFrom: '2019-11-03',
    value: '7',
    unit: 'working_days',
    article: `${LAW_50}, art. 7`,
    toBeConfirmed: true,
    names: {
      ro: 'Autorizație de construire în regim de urgență',
      hu: 'Építési engedély sürgősségi eljárásban',
      en: 'Building permit in the urgent procedure',
    },
    explanation: {
      ro: 'La cerere și contra unei taxe stabilite de consiliu.',
      hu: 'Kérésre, a tanács által megállapított díj ellenében.',
      en: 'On request, against a fee that the council sets.',
    },
  },
  {
    code: 'permit.incomplete',
    validFrom: '2004-10-13',
    value: '5',
    unit: 'calendar_days',
    article: `${LAW_50}, art. 7`,
    toBeConfirmed: false,
    names: {
      ro: 'Restituirea dosarului incomplet',
      hu: 'A hiányos iratcsomó visszaküldése',
      en: 'Return of an incomplete file',
    },
    explanation: {
      ro: 'Dosarul incomplet se restituie, cu lista documentelor care lipsesc.',
      hu: 'A hiányos iratcsomót a hiányzó iratok jegyzékével küldik vissza.',
      en: 'An incomplete file is returned with the list of what is missing.',
    },
  },
  {
    code: 'permit.validity',
    validFrom: '2004-10-13',
    value: '12',
    unit: 'months',
    article: `${LAW_50}, art. 7`,
    toBeConfirmed: true,
    names: {
      ro: 'Valabilitatea autorizației de construire',
      hu: 'Az építési engedély érvényessége',
      en: 'Validity of the building permit',
    },
    explanation: {
      ro: 'Timpul în care lucrările trebuie începute: 12 sau 24 de luni.',
      hu: 'Ennyi időn belül kell megkezdeni a munkálatokat: 12 vagy 24 hónap.',
      en: 'The time in which the works have to begin: 12 or 24 months.',
    },
  },
  {
    code: 'permit.extension',
    validFrom: '2022-06-10',
    value: '24',
    unit: 'months',
    article: `${LAW_50}, art. 7 alin. (7), modificat prin Legea nr. 176/2022`,
    toBeConfirmed: true,
    names: {
      ro: 'Prelungirea autorizației de construire',
      hu: 'Az építési engedély meghosszabbítása',
      en: 'Extension of the building permit',
    },
    explanation: {
      ro: 'O singură dată, cel mult atât, fără taxă.',
      hu: 'Egyszer, legfeljebb ennyivel, díjmentesen.',
      en: 'Once, at most by this, without a fee.',
    },
  },
  {
    code: 'permit.extension_request',
    validFrom: '2022-06-10',
    value: '45',
    unit: 'working_days',
    article: `${LAW_50}, art. 7 alin. (7), modificat prin Legea nr. 176/2022`,
    toBeConfirmed: true,
    names: {
      ro: 'Cererea de prelungire a autorizației',
      hu: 'Az engedély meghosszabbításának kérése',
      en: 'Request to extend the permit',
    },
    explanation: {
      ro: 'Se depune cel târziu cu atâtea zile înainte de expirare.',
      hu: 'Legkésőbb ennyi nappal a lejárat előtt kell benyújtani.',
      en: 'It is submitted at the latest this long before expiry.',
    },
  },
  {
    code: 'permit.fee_dwelling',
    validFrom: '2016-01-01',
    value: '0.5',
    unit: 'percent',
    article: FISCAL_CODE,
    toBeConfirmed: true,
    names: {
      ro: 'Taxa autorizației pentru locuințe',
      hu: 'Az engedély díja lakóépületre',
      en: 'Permit fee for dwellings',
    },
    explanation: {
      ro: 'Din valoarea autorizată a lucrărilor; se regularizează la terminare.',
      hu: 'A munkálatok engedélyezett értékéből; a befejezéskor kiigazítják.',
      en: 'Of the authorised value of the works; it is settled when they end.',
    },
  },
  {
    code: 'permit.fee_other',
    validFrom: '2016-01-01',
    value: '1',
    unit: 'percent',
    article: FISCAL_CODE,
    toBeConfirmed: true,
    names: {
      ro: 'Taxa autorizației pentru alte construcții',
      hu: 'Az engedély díja más építményre',
      en: 'Permit fee for other constructions',
    },
    explanation: {
      ro: 'Din valoarea autorizată a lucrărilor; se regularizează la terminare.',
      hu: 'A munkálatok engedélyezett értékéből; a befejezéskor kiigazítják.',
      en: 'Of the authorised value of the works; it is settled when they end.',
    },
  },
  {
    code: 'permit.fee_demolition',
    validFrom: '2016-01-01',
    value: '0.1',
    unit: 'percent',
    article: FISCAL_CODE,
    toBeConfirmed: true,
    names: {
      ro: 'Taxa autorizației de desființare',
      hu: 'A bontási engedély díja',
      en: 'Fee of the demolition permit',
    },
    explanation: {
      ro: 'Din valoarea impozabilă a construcției care se desființează.',
      hu: 'A lebontandó építmény adóköteles értékéből.',
      en: 'Of the taxable value of what is demolished.',
    },
  },
  {
    code: 'certificate.decision',
    validFrom: '2019-11-03',
    value: '15',
    unit: 'working_days',
    article: `${LAW_50}, art. 6`,
    toBeConfirmed: true,
    names: {
      ro: 'Emiterea certificatului de urbanism',
      hu: 'A településrendezési bizonylat kiadása',
      en: 'Issue of the urbanism certificate',
    },
    explanation: {
      ro: 'Termenul curge de la înregistrarea cererii.',
      hu: 'A határidő a kérés iktatásától számít.',
      en: 'The time runs from the registration of the request.',
    },
  },
  {
    code: 'certificate.extension_request',
    validFrom: '2009-10-12',
    value: '15',
    unit: 'calendar_days',
    article: 'Ordinul nr. 839/2009',
    toBeConfirmed: false,
    names: {
      ro: 'Cererea de prelungire a certificatului de urbanism',
      hu: 'A településrendezési bizonylat meghosszabbításának kérése',
      en: 'Request to extend the urbanism certificate',
    },
    explanation: {
      ro: 'Se depune cel târziu cu atâtea zile înainte de expirare.',
      hu: 'Legkésőbb ennyi nappal a lejárat előtt kell benyújtani.',
      en: 'It is submitted at the latest this long before expiry.',
    },
  },
  {
    code: 'certificate.extension',
    validFrom: '2009-10-12',
    value: '12',
    unit: 'months',
    article: 'Ordinul nr. 839/2009',
    toBeConfirmed: false,
    names: {
      ro: 'Prelungirea certificatului de urbanism',
      hu: 'A településrendezési bizonylat meghosszabbítása',
      en: 'Extension of the urbanism certificate',
    },
    explanation: {
      ro: 'Cel mult atât.',
      hu: 'Legfeljebb ennyivel.',
      en: 'At most by this.',
    },
  },
  ...areaFees(),
  {
    code: 'certificate.fee_rural',
    validFrom: '2016-01-01',
    value: '50',
    unit: 'percent',
    article: FISCAL_CODE,
    toBeConfirmed: true,
    names: {
      ro: 'Taxa certificatului de urbanism în mediul rural',
      hu: 'A településrendezési bizonylat díja vidéken',
      en: 'Fee of the urbanism certificate in communes',
    },
    explanation: {
      ro: 'Partea din taxa din mediul urban care se plătește la sat.',
      hu: 'A városi díjnak ekkora részét kell falun fizetni.',
      en: 'The part of the fee of towns that is paid in communes.',
    },
  },
  {
    code: 'certificate.fee_extension',
    validFrom: '2016-01-01',
    value: '30',
    unit: 'percent',
    article: FISCAL_CODE,
    toBeConfirmed: true,
    names: {
      ro: 'Taxa prelungirii certificatului de urbanism',
      hu: 'A településrendezési bizonylat meghosszabbításának díja',
      en: 'Fee of extending the urbanism certificate',
    },
    explanation: {
      ro: 'Partea din taxa inițială.',
      hu: 'Az eredeti díj ekkora része.',
      en: 'The part of the first fee.',
    },
  },
]

/** Upper limits of the fee by the area of the land; the council sets the amounts and indexes them yearly. */
function areaFees(): FirstRule[] {
  const steps = [
    ['150', '≤ 150 m²', '6'],
    ['250', '151–250 m²', '7'],
    ['500', '251–500 m²', '9'],
    ['750', '501–750 m²', '12'],
    ['1000', '751–1000 m²', '14'],
    ['above_1000', '> 1000 m²', '14'],
  ] as const
  const row = (code: string, area: string, value: string, unit: FirstRule['unit']): FirstRule => ({
    code: `certificate.fee_${code}`,
    validFrom: '2016-01-01',
    value,
    unit,
    article: FISCAL_CODE,
    toBeConfirmed: true,
    names: {
      ro: `Taxa certificatului de urbanism, ${area}`,
      hu: `A településrendezési bizonylat díja, ${area}`,
      en: `Fee of the urbanism certificate, ${area}`,
    },
    explanation: {
      ro: 'Limita de sus în mediul urban; consiliul stabilește suma și o indexează anual.',
      hu: 'Városi felső határ; az összeget a tanács állapítja meg és évente indexálja.',
      en: 'The upper limit in towns; the council sets the amount and indexes it yearly.',
    },
  })
  return [
    ...steps.map(([code, area, value]) => row(code, area, value, 'lei')),
    row('per_square_metre', '+ 1 m² > 1000 m²', '0.01', 'lei_per_square_metre'),
  ]
}
