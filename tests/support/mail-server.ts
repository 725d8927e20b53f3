import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on this machine that keeps what it receives. */
export interface MailServer {
  /** For SMTP_URL. */
  readonly url: string
  /** Every mail accepted so far, in order; `envelope` is what the client said to the server. */
  readonly mails: readonly ReceivedMail[]
  /** Resolves with the first mail for this address that fits, also one that is still to come. */
  waitFor(address: string, fits?: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>
  /** The server's answer to the next recipients, e.g. 451 or 550; null: it accepts. */
  refuseWith(code: number | null): void
  /** Stops listening; start it again on the same port with `startMailServer({ port })`. */
  stop(): Promise<void>
}

export interface ReceivedMail extends ParsedMail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
}

const WAIT_MS = 30_000

export async function startMailServer(
  options: { port?: number; user?: string; password?: string } = {},
): Promise<MailServer> {
  const { user, password } = options
  const mails: ReceivedMail[] = []
  const listeners = new Set<() => void>()
  let refusal: number | null = null
  const server = new SMTPServer({
    disabledCommands: user ? [] : ['AUTH'],
    authOptional: !user,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    // A client that keeps its connection open must not hold up the end of a test.
    closeTimeout: 100,
    onAuth: (given, _session, done) =>
      given.username === user && given.password === password
        ? done(null, { user: given.username })
        : done(new Error('wrong user or password')),
    onRcptTo: (_address, _session, done) =>
      refusal === null
        ? done()
        : done(Object.assign(new Error('refused by the test'), { responseCode: refusal })),
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        mail => {
          const from = session.envelope.mailFrom
          mails.push({
            ...mail,
            envelope: {
              from: from ? from.address : '',
              to: session.envelope.rcptTo.map(({ address }) => address),
            },
          })
          for (const listener of listeners) listener()
          done()
        },
        error => done(error),
      )
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  // Clients that go away in the middle are part of the tests.
  server.on('error', () => {})
  return {
    url: `smtp://${user ? `${user}:${encodeURIComponent(password ?? '')}@` : ''}127.0.0.1:${port}`,
    mails,
    waitFor: (address, fits = () => true) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          listeners.delete(look)
          reject(
            new Error(
              `no such mail for ${address}; received: ${mails.map(mail => `${mail.envelope.to} "${mail.subject}"`).join(', ') || 'none'}`,
            ),
          )
        }, WAIT_MS)
        const look = () => {
          const mail = mails.find(one => one.envelope.to.includes(address) && fits(one))
          if (!mail) return
          clearTimeout(timer)
          listeners.delete(look)
          resolve(mail)
        }
        listeners.add(look)
        look()
      }),
    refuseWith: code => {
      refusal = code
    },
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}
