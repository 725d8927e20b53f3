import type { Names } from './language.ts'
import type { ContactKind, OrganisationKind } from './organisation-kind.ts'

/** What people read a kind of organisation as. */
export const ORGANISATION_KIND_NAMES: Readonly<Record<OrganisationKind, Names>> = {
  county_council: { ro: 'consiliu județean', hu: 'megyei tanács', en: 'county council' },
  municipality: { ro: 'municipiu', hu: 'municípium', en: 'municipality' },
  town: { ro: 'oraș', hu: 'város', en: 'town' },
  commune: { ro: 'comună', hu: 'község', en: 'commune' },
  department: {
    ro: 'direcție a consiliului județean',
    hu: 'a megyei tanács osztálya',
    en: 'department of the county council',
  },
  social_protection: { ro: 'asistență socială', hu: 'szociális és gyermekvédelem', en: 'social protection' },
  hospital: { ro: 'spital', hu: 'kórház', en: 'hospital' },
  museum: { ro: 'muzeu', hu: 'múzeum', en: 'museum' },
  library: { ro: 'bibliotecă', hu: 'könyvtár', en: 'library' },
  cultural_centre: { ro: 'centru cultural', hu: 'művelődési központ', en: 'cultural centre' },
  special_school: { ro: 'școală specială', hu: 'speciális iskola', en: 'special school' },
  resource_centre: {
    ro: 'centru de resurse educaționale',
    hu: 'pedagógiai erőforrásközpont',
    en: 'educational resource centre',
  },
  roads: { ro: 'drumuri județene', hu: 'megyei utak', en: 'county roads' },
  salvation_service: { ro: 'serviciu salvamont', hu: 'hegyimentő szolgálat', en: 'mountain rescue service' },
  school_inspectorate: { ro: 'inspectorat școlar', hu: 'tanfelügyelőség', en: 'school inspectorate' },
  school: { ro: 'școală', hu: 'iskola', en: 'school' },
  institution: { ro: 'instituție', hu: 'intézmény', en: 'institution' },
}

export const CONTACT_KIND_NAMES: Readonly<Record<ContactKind, Names>> = {
  address: { ro: 'adresă', hu: 'cím', en: 'address' },
  phone: { ro: 'telefon', hu: 'telefon', en: 'phone' },
  email: { ro: 'e-mail', hu: 'e-mail', en: 'e-mail' },
  web: { ro: 'site web', hu: 'honlap', en: 'website' },
}
