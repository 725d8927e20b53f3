import { formatDay, type Language, type Names, ROLE_NAMES, type Role } from '../../../domain/index.ts'
import { kind } from './kind.ts'

// A type and no interface: only those fit an index signature.
type AtPlace = {
  readonly role: Role
  /** Null: for the whole county. */
  readonly organisation: Names | null
}

const PLACE: Readonly<Record<Language, (place: AtPlace) => string>> = {
  ro: ({ role, organisation }) =>
    organisation
      ? `rolul de ${ROLE_NAMES[role].ro} la „${organisation.ro}”`
      : `rolul de ${ROLE_NAMES[role].ro} pentru tot județul`,
  hu: ({ role, organisation }) =>
    organisation
      ? `${ROLE_NAMES[role].hu} szerepkör itt: ${organisation.hu}`
      : `${ROLE_NAMES[role].hu} szerepkör az egész megyére`,
  en: ({ role, organisation }) =>
    organisation
      ? `the role of ${ROLE_NAMES[role].en} at ${organisation.en}`
      : `the role of ${ROLE_NAMES[role].en} for the whole county`,
}

/** So many days the link of an invitation works. */
export const INVITATION_DAYS = 14

const required = { required: true, digest: false, secret: false, validHours: null } as const

/** Roles that people are offered, get and lose. */
export const roleKinds = {
  invitation: kind<AtPlace & { inviter: string; lastDay: string }>({
    ...required,
    secret: true,
    validHours: INVITATION_DAYS * 24,
    label: { ro: 'O invitație', hu: 'Meghívó', en: 'An invitation' },
    texts: {
      ro: place => ({
        subject: place.organisation
          ? `Invitație: ${ROLE_NAMES[place.role].ro} la ${place.organisation.ro}`
          : `Invitație: ${ROLE_NAMES[place.role].ro}`,
        text: `${place.inviter} vă propune ${PLACE.ro(place)}.\n\nLinkul merge o singură dată, până la ${formatDay(place.lastDay, 'ro')}. Dacă nu aveți încă un cont, îl faceți pe aceeași pagină.\n\nDacă nu așteptați invitația, nu trebuie să faceți nimic.`,
        action: 'Acceptați invitația',
      }),
      hu: place => ({
        subject: place.organisation
          ? `Meghívó: ${ROLE_NAMES[place.role].hu}, ${place.organisation.hu}`
          : `Meghívó: ${ROLE_NAMES[place.role].hu}`,
        text: `${place.inviter} meghívja Önt. Amit kap: ${PLACE.hu(place)}.\n\nA hivatkozás egyszer használható, eddig: ${formatDay(place.lastDay, 'hu')}. Ha még nincs fiókja, ugyanazon az oldalon létrehozhatja.\n\nHa nem várt meghívót, nincs teendője.`,
        action: 'A meghívó elfogadása',
      }),
      en: place => ({
        subject: place.organisation
          ? `Invitation: ${ROLE_NAMES[place.role].en} at ${place.organisation.en}`
          : `Invitation: ${ROLE_NAMES[place.role].en}`,
        text: `${place.inviter} offers you ${PLACE.en(place)}.\n\nThe link works once, until ${formatDay(place.lastDay, 'en')}. If you have no account yet, you make one on the same page.\n\nIf you did not expect this invitation, there is nothing that you need to do.`,
        action: 'Accept the invitation',
      }),
    },
  }),
  'role.granted': kind<AtPlace>({
    ...required,
    label: { ro: 'Un rol nou', hu: 'Új szerepkör', en: 'You were given a role' },
    texts: {
      ro: place => ({
        subject: `Aveți un rol nou: ${ROLE_NAMES[place.role].ro}`,
        text: `De acum aveți ${PLACE.ro(place)}.`,
        action: null,
      }),
      hu: place => ({
        subject: `Új szerepköre: ${ROLE_NAMES[place.role].hu}`,
        text: `Mostantól az Öné: ${PLACE.hu(place)}.`,
        action: null,
      }),
      en: place => ({
        subject: `You have a new role: ${ROLE_NAMES[place.role].en}`,
        text: `From now on you have ${PLACE.en(place)}.`,
        action: null,
      }),
    },
  }),
  'role.ended': kind<AtPlace>({
    ...required,
    label: { ro: 'Un rol s-a încheiat', hu: 'Egy szerepkör megszűnt', en: 'A role of yours has ended' },
    texts: {
      ro: place => ({
        subject: `Rol încheiat: ${ROLE_NAMES[place.role].ro}`,
        text: `Nu mai aveți ${PLACE.ro(place)}. Dacă credeți că este o greșeală, vorbiți cu administratorul.`,
        action: null,
      }),
      hu: place => ({
        subject: `Megszűnt szerepkör: ${ROLE_NAMES[place.role].hu}`,
        text: `Megszűnt: ${PLACE.hu(place)}. Ha ez tévedés, forduljon a rendszergazdához.`,
        action: null,
      }),
      en: place => ({
        subject: `Role ended: ${ROLE_NAMES[place.role].en}`,
        text: `You no longer have ${PLACE.en(place)}. If you think that this is a mistake, speak to the administrator.`,
        action: null,
      }),
    },
  }),
  'deputy.named': kind<{ principal: string; organisation: Names | null; from: string; lastDay: string }>({
    ...required,
    label: { ro: 'Numirea ca înlocuitor', hu: 'Helyettesi kijelölés', en: 'You are a deputy' },
    texts: {
      ro: named => ({
        subject: `Sunteți înlocuitor pentru ${named.principal}`,
        text: `De la ${formatDay(named.from, 'ro')} până la ${formatDay(named.lastDay, 'ro')} aveți rolurile lui ${named.principal} ${named.organisation ? `la „${named.organisation.ro}”` : 'pentru tot județul'}. Ce faceți în această calitate se notează ca făcut în locul său.`,
        action: null,
      }),
      hu: named => ({
        subject: `Helyettesítés: ${named.principal}`,
        text: `Ettől: ${formatDay(named.from, 'hu')}, eddig: ${formatDay(named.lastDay, 'hu')}, ${named.principal} szerepköreit látja el ${named.organisation ? `itt: ${named.organisation.hu}` : 'az egész megyére'}. Amit így tesz, azt a rendszer az ő nevében tettként jegyzi fel.`,
        action: null,
      }),
      en: named => ({
        subject: `You stand in for ${named.principal}`,
        text: `From ${formatDay(named.from, 'en')} to ${formatDay(named.lastDay, 'en')} you have the roles of ${named.principal} ${named.organisation ? `at ${named.organisation.en}` : 'for the whole county'}. What you do in that place is written down as done for them.`,
        action: null,
      }),
    },
  }),
}
