/** The county whose installation this is. */
export const COUNTY_NAMES = { ro: 'Județul Harghita', hu: 'Hargita Megye', en: 'Harghita County' }
