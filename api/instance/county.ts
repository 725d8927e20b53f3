/** The county whose installation this is. */
export const COUNTY_NAMES = { ro: 'Județul Harghita', hu: 'Hargita Megye', en: 'Harghita County' }

/** The authority that issues documents. */
export const COUNTY_COUNCIL = {
  ro: 'Consiliul Județean Harghita',
  hu: 'Hargita Megye Tanácsa',
  en: 'Harghita County Council',
}
