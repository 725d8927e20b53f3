import type { Names } from '../language.ts'
import type { Holiday } from './public-holidays.ts'

export const HOLIDAY_NAMES: Readonly<Record<Holiday, Names>> = {
  new_year: { ro: 'Anul Nou', hu: 'Újév', en: 'New Year' },
  epiphany: { ro: 'Boboteaza', hu: 'Vízkereszt', en: 'Epiphany' },
  saint_john: {
    ro: 'Sfântul Ioan Botezătorul',
    hu: 'Keresztelő Szent János',
    en: 'Saint John the Baptist',
  },
  unification: {
    ro: 'Ziua Unirii Principatelor Române',
    hu: 'A román fejedelemségek egyesülése',
    en: 'Unification of the Romanian Principalities',
  },
  good_friday: { ro: 'Vinerea Mare', hu: 'Ortodox nagypéntek', en: 'Orthodox Good Friday' },
  easter: { ro: 'Paștele', hu: 'Ortodox húsvét', en: 'Orthodox Easter' },
  labour_day: { ro: 'Ziua Muncii', hu: 'A munka ünnepe', en: 'Labour Day' },
  childrens_day: { ro: 'Ziua Copilului', hu: 'Gyermeknap', en: "Children's Day" },
  pentecost: { ro: 'Rusaliile', hu: 'Ortodox pünkösd', en: 'Orthodox Pentecost' },
  dormition: {
    ro: 'Adormirea Maicii Domnului',
    hu: 'Nagyboldogasszony',
    en: 'Dormition of the Mother of God',
  },
  saint_andrew: { ro: 'Sfântul Andrei', hu: 'Szent András', en: 'Saint Andrew' },
  national_day: {
    ro: 'Ziua Națională a României',
    hu: 'Románia nemzeti ünnepe',
    en: 'National Day of Romania',
  },
  christmas: { ro: 'Crăciunul', hu: 'Karácsony', en: 'Christmas' },
}
