import fs from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'

/** What came of handing a mail over. */
export type Handover =
  | { readonly outcome: 'sent' }
  /** No mail server is set: the mail lies in a file. */
  | { readonly outcome: 'kept' }
  /** Worth another attempt: the server is away, busy, or wrongly set. */
  | { readonly outcome: 'later'; readonly error: string }
  /** This mail was refused for good. */
  | { readonly outcome: 'refused'; readonly error: string }

export interface MailTransport {
  /** False when mails are kept as files. */
  readonly sends: boolean
  /** `name` becomes the file's, where mails are kept. */
  hand(mail: SendMailOptions, name: string): Promise<Handover>
  close(): void
}

const TIMEOUT_MS = 20_000

/** A mail server by URL: smtp:// (STARTTLS when the server offers it) or smtps://, with user and password if it wants them. */
export function smtpTransport(url: string): MailTransport {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0])
  return {
    sends: true,
    hand: async mail => {
      try {
        await transport.sendMail(mail)
        return { outcome: 'sent' }
      } catch (error) {
        return judge(error)
      }
    },
    close: () => transport.close(),
  }
}

/** RFC 5321: 5yz is for good, 4yz for now. A refused login is the installation's fault and not this mail's. */
function judge(cause: unknown): Handover {
  const error = cause instanceof Error ? cause : new Error(String(cause))
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number }
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const final = aboutTheMail && (responseCode === undefined || responseCode >= 500)
  return { outcome: final ? 'refused' : 'later', error: error.message.slice(0, 1000) }
}

/** Keeps mails as .eml files, which every mail program opens. */
export function fileTransport(folder: string): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    sends: false,
    hand: async (mail, name) => {
      const { message } = await transport.sendMail(mail)
      await fs.mkdir(folder, { recursive: true, mode: 0o700 })
      await fs.writeFile(path.join(folder, `${name}.eml`), message as Buffer, { mode: 0o600 })
      return { outcome: 'kept' }
    },
    close: () => transport.close(),
  }
}
