import type { Language } from '../../../domain/index.ts'

interface MailTexts {
  readonly greeting: (name: string) => string
  readonly greetingNoName: string
  readonly reason: (site: string) => string
  readonly noReply: string
  readonly choices: string
  readonly unsubscribe: string
  readonly digestSubject: (count: number) => string
  readonly digestLead: (count: number) => string
  readonly open: string
}

/** Romanian puts "de" between a number from 20 on and its noun. */
const roCount = (count: number, one: string, many: string): string => {
  if (count === 1) return `un ${one}`
  const last = count % 100
  return `${count}${count > 19 && (last === 0 || last > 19) ? ' de' : ''} ${many}`
}

/** What stands around the text of every mail. */
export const MAIL_TEXTS: Readonly<Record<Language, MailTexts>> = {
  ro: {
    greeting: name => `Bună ziua, ${name},`,
    greetingNoName: 'Bună ziua,',
    reason: site => `Ați primit acest mesaj de la ${site}, deoarece vă privește direct.`,
    noReply: 'Mesajul este trimis automat: răspunsurile nu sunt citite.',
    choices: 'Alegeți ce mesaje primiți',
    unsubscribe: 'Nu mai trimiteți astfel de mesaje',
    digestSubject: count => `Aveți ${roCount(count, 'mesaj nou', 'mesaje noi')}`,
    digestLead: count => `De la ultimul rezumat au sosit ${roCount(count, 'mesaj nou', 'mesaje noi')}.`,
    open: 'Deschideți',
  },
  hu: {
    greeting: name => `Tisztelt ${name}!`,
    greetingNoName: 'Tisztelt Címzett!',
    reason: site => `Ezt az üzenetet azért kapta (${site}), mert közvetlenül Önt érinti.`,
    noReply: 'Az üzenetet a rendszer küldte, a válaszokat nem olvassuk.',
    choices: 'Válassza ki, miről kér üzenetet',
    unsubscribe: 'Nem kérek több ilyen üzenetet',
    digestSubject: count => `${count} új üzenete van`,
    digestLead: count => `Az előző összefoglaló óta ${count} új üzenete érkezett.`,
    open: 'Megnyitás',
  },
  en: {
    greeting: name => `Dear ${name},`,
    greetingNoName: 'Hello,',
    reason: site => `You received this message from ${site} because it concerns you.`,
    noReply: 'It was sent automatically: replies are not read.',
    choices: 'Choose which messages you receive',
    unsubscribe: 'Send no more messages like this',
    digestSubject: count => (count === 1 ? 'You have one new message' : `You have ${count} new messages`),
    digestLead: count =>
      count === 1
        ? 'One new message arrived since the last summary.'
        : `${count} new messages arrived since the last summary.`,
    open: 'Open',
  },
}
