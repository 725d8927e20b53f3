import type { SendMailOptions } from 'nodemailer'
import type { Language, Names } from '../../../domain/index.ts'
import type { Message } from './kind.ts'
import { MAIL_TEXTS } from './mail-texts.ts'

export interface MailSite {
  readonly name: Names
  /** Without a slash at its end. */
  readonly publicUrl: string
  /** Sender, as "Name <address>". */
  readonly from: string
}

export interface MailContent {
  readonly to: string
  /** Null where it is not known, or is no person's. */
  readonly name: string | null
  readonly language: Language
  readonly messageId: string
  /** One message, or those of a digest. */
  readonly messages: readonly (Message & { readonly link: string | null })[]
  readonly isDigest: boolean
  /** Where a program and a person unsubscribe from this kind; null where there is no opt-out. */
  readonly unsubscribe: { readonly oneClick: string; readonly page: string } | null
  /** Where a person with an account chooses what to receive. */
  readonly choices: string | null
  readonly attachments?: SendMailOptions['attachments']
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, mark => ESCAPES[mark] ?? mark)

/** Absolute address of a page in the reader's language. */
export const pageUrl = (site: Pick<MailSite, 'publicUrl'>, language: Language, link: string): string =>
  `${site.publicUrl}/${language}${link}`

/** The mail as text, and as HTML made from that text: no images, nothing that is fetched. */
export function composeMail(site: MailSite, content: MailContent): SendMailOptions {
  const { language, messages, isDigest, unsubscribe } = content
  const texts = MAIL_TEXTS[language]
  const [first] = messages
  const subject = isDigest ? texts.digestSubject(messages.length) : (first?.subject ?? '')
  const greeting = content.name ? texts.greeting(content.name) : texts.greetingNoName
  const linkOf = (link: string | null) => (link === null ? null : pageUrl(site, language, link))
  const parts = messages.map(message => ({
    heading: isDigest ? message.subject : null,
    paragraphs: message.text.split('\n\n').filter(paragraph => paragraph !== ''),
    url: linkOf(message.link),
    action: message.action ?? texts.open,
  }))
  const lead = isDigest ? [texts.digestLead(messages.length)] : []
  const foot = [texts.reason(site.name[language]), texts.noReply]
  const footLinks = [
    ...(content.choices ? [{ text: texts.choices, url: content.choices }] : []),
    ...(unsubscribe ? [{ text: texts.unsubscribe, url: unsubscribe.page }] : []),
  ]
  const text = [
    greeting,
    ...lead,
    ...parts.flatMap(part => [
      ...(part.heading ? [`* ${part.heading}`] : []),
      ...part.paragraphs,
      ...(part.url ? [`${part.action}: ${part.url}`] : []),
    ]),
    `--\n${[...foot, ...footLinks.map(link => `${link.text}: ${link.url}`)].join('\n')}`,
  ].join('\n\n')
  const paragraph = (words: string) =>
    `<p style="margin:0 0 14px">${escaped(words).replaceAll('\n', '<br>')}</p>`
  const body = parts
    .map(
      part =>
        `${part.heading ? `<h2 style="margin:24px 0 8px;font-size:17px">${escaped(part.heading)}</h2>` : ''}${part.paragraphs.map(paragraph).join('')}${part.url ? `<p style="margin:18px 0"><a href="${escaped(part.url)}" style="display:inline-block;padding:10px 16px;border-radius:4px;background:#17457a;color:#ffffff;text-decoration:none;font-weight:600">${escaped(part.action)}</a></p><p style="margin:0 0 14px;font-size:13px;color:#555555;word-break:break-all">${escaped(part.url)}</p>` : ''}`,
    )
    .join('')
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head><body style="margin:0;background:#f4f5f6;color:#1b1d1f;font:16px/1.5 'Source Sans 3','Segoe UI',Arial,sans-serif"><div style="max-width:600px;margin:0 auto;padding:20px 12px"><p style="margin:0 0 12px;font-weight:700">${escaped(site.name[language])}</p><div style="background:#ffffff;border:1px solid #d9dcdf;border-radius:6px;padding:22px 20px"><h1 style="margin:0 0 16px;font-size:21px;line-height:1.3">${escaped(subject)}</h1>${paragraph(greeting)}${lead.map(paragraph).join('')}${body}</div><div style="padding:14px 4px;font-size:13px;color:#555555">${foot.map(line => `<p style="margin:0 0 4px">${escaped(line)}</p>`).join('')}${footLinks.map(link => `<p style="margin:0 0 4px"><a href="${escaped(link.url)}" style="color:#17457a">${escaped(link.text)}</a></p>`).join('')}</div></div></body></html>`
  return {
    from: site.from,
    to: content.name ? { name: content.name, address: content.to } : content.to,
    subject,
    text,
    html,
    messageId: content.messageId,
    ...(content.attachments ? { attachments: content.attachments } : {}),
    headers: {
      'Content-Language': language,
      // RFC 3834: out-of-office programs stay silent.
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe
        ? {
            'List-Unsubscribe': `<${unsubscribe.oneClick}>`,
            // RFC 8058: one POST, no questions.
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
  }
}
