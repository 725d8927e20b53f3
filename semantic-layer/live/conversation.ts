import { GatewayError } from '../gateway/gateway-error.ts'
import { contextKey } from '../gateway/security-context.ts'
import type { Gateway, GatewayResponse, SecurityContext } from '../gateway/types.ts'
import { answerTag } from './answer-tag.ts'
import { type Message, type MethodMessage, messageIdOf, readMessage } from './read-message.ts'

/** What somebody may see, as found for one message; asked again for the next. */
export interface Authorization {
  readonly context: SecurityContext
  readonly asOf?: number | undefined
}

export interface ConversationParts {
  readonly id: string
  readonly respond: Gateway['respond']
  /** Looks the token up, or whatever else the connection brought; null when it is not good, or no longer. */
  authorize(token: string | null): Promise<Authorization | null>
  /** Resolves when the bytes have left; rejects when they can't. */
  send(parts: readonly (string | Buffer)[]): Promise<void>
  readonly onError: (error: unknown) => void
}

interface Subscription {
  readonly message: MethodMessage
  /** Of what was sent last; null before that. */
  tag: string | null
  /** The figures have changed since its answer was asked for. */
  stale: boolean
  busy: Promise<void> | null
}

const MAX_SUBSCRIPTIONS = 64
const MAX_RUNNING = 64

/** One connection's side of Cube's WebSocket protocol: authorization, methods, subscriptions. Knows nothing of sockets. */
export class Conversation {
  readonly #parts: ConversationParts
  readonly #subscriptions = new Map<string, Subscription>()
  readonly #running = new Map<string, AbortController>()
  /** Undefined before the first authorization message. */
  #token: string | null | undefined
  #authorizing: Promise<unknown> = Promise.resolve()
  #closed = false
  /** What could be seen at the last look. */
  #seen = ''

  constructor(parts: ConversationParts) {
    this.#parts = parts
  }

  get authorized(): boolean {
    return this.#token !== undefined
  }

  /** Handles one message; never rejects. */
  async receive(text: string): Promise<void> {
    try {
      await this.#handle(readMessage(text))
    } catch (error) {
      await this.#fail(messageIdOf(text), error)
    }
  }

  /** The figures may have changed: sends each subscription's answer, if it is another one. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#subscriptions.values()].map(each => this.#touch(each)))
  }

  /** Whether who was let in still is, and still sees the same: else the subscriptions are told now, not at the next publication. */
  async recheck(): Promise<void> {
    if (this.#token === undefined || this.#subscriptions.size === 0) return
    const found = await this.#parts.authorize(this.#token)
    const seen = found === null ? 'nothing' : contextKey(found.context)
    if (seen === this.#seen) return
    this.#seen = seen
    await this.refresh()
  }

  close(): void {
    this.#closed = true
    for (const controller of this.#running.values()) controller.abort(new Error('the connection is closed'))
    this.#running.clear()
    this.#subscriptions.clear()
  }

  async #handle(message: Message): Promise<void> {
    if (message.kind === 'authorization') {
      const authorizing = this.#authorize(message.token)
      this.#authorizing = authorizing.catch(() => {})
      return authorizing
    }
    if (message.kind === 'unsubscribe') return this.#forget(message.messageId)
    // A client may not wait for the handshake before it asks.
    await this.#authorizing
    await this.#method(message.message)
  }

  async #authorize(token: string | null): Promise<void> {
    this.#token = undefined
    if (!(await this.#parts.authorize(token))) throw new GatewayError(403, 'Invalid token')
    this.#token = token
    await this.#send('{"handshake":true}')
    if (this.#subscriptions.size > 0) await this.refresh()
  }

  #forget(messageId: string): void {
    this.#subscriptions.delete(messageId)
    this.#running.get(messageId)?.abort(new Error('unsubscribed'))
  }

  async #method(message: MethodMessage): Promise<void> {
    const { messageId, method } = message
    const authorization = await this.#authorization()
    if (method === 'unsubscribe') this.#forget(messageId)
    else if (method === 'subscribe') await this.#subscribe(message)
    // Clients repeat what they still wait for every minute.
    else if (!this.#running.has(messageId)) {
      if (this.#running.size >= MAX_RUNNING)
        throw new GatewayError(429, `At most ${MAX_RUNNING} requests at a time over one connection`)
      const answer = await this.#ask(message, authorization)
      if (answer) await this.#answer(messageId, answer)
    }
    await this.#send(`{"messageProcessedId":${JSON.stringify(messageId)}}`)
  }

  async #subscribe(message: MethodMessage): Promise<void> {
    const { messageId } = message
    let subscription = this.#subscriptions.get(messageId)
    if (!subscription) {
      if (this.#subscriptions.size >= MAX_SUBSCRIPTIONS)
        throw new GatewayError(429, `At most ${MAX_SUBSCRIPTIONS} subscriptions over one connection`)
      subscription = { message, tag: null, stale: false, busy: null }
      this.#subscriptions.set(messageId, subscription)
    }
    await this.#touch(subscription)
  }

  /** Changes that come while an answer is on its way make one more round: a slow reader gets the last state, not each. */
  #touch(subscription: Subscription): Promise<void> {
    subscription.stale = true
    subscription.busy ??= this.#rounds(subscription).finally(() => {
      subscription.busy = null
    })
    return subscription.busy
  }

  async #rounds(subscription: Subscription): Promise<void> {
    while (subscription.stale && this.#isOn(subscription)) {
      subscription.stale = false
      await this.#refreshOne(subscription).catch(this.#parts.onError)
    }
  }

  #isOn(subscription: Subscription): boolean {
    return this.#subscriptions.get(subscription.message.messageId) === subscription
  }

  async #authorization(): Promise<Authorization> {
    if (this.#token === undefined) throw new GatewayError(403, 'Not authorized')
    const found = await this.#parts.authorize(this.#token)
    if (!found) throw new GatewayError(403, 'Invalid token')
    return found
  }

  async #refreshOne(subscription: Subscription): Promise<void> {
    const answer = await this.#authorization().then(
      authorization => this.#ask(subscription.message, authorization),
      error => this.#errorAnswer(error),
    )
    if (!answer || !this.#isOn(subscription)) return
    const tag = `${answer.status} ${answerTag(answer.body)}`
    if (tag === subscription.tag) return
    subscription.tag = tag
    await this.#answer(subscription.message.messageId, answer)
  }

  /** The answer to a query; null when nobody waits for it any longer. Cube's client does not ask again over a WebSocket when
   * told to wait, so that is said only to show it, and the answer follows. */
  async #ask(message: MethodMessage, { context, asOf }: Authorization): Promise<GatewayResponse | null> {
    const { messageId, method, params } = message
    const requestId = message.requestId ?? `${this.#parts.id}-${messageId}`
    const controller = new AbortController()
    this.#running.set(messageId, controller)
    try {
      for (;;) {
        const answer = await this.#parts.respond({
          endpoint: method === 'subscribe' || method === 'unsubscribe' ? 'load' : method,
          query: params?.query,
          queryType: params?.queryType,
          cacheMode: params?.cache,
          onlyViews: params?.onlyViews,
          requestId,
          signal: controller.signal,
          context,
          asOf,
        })
        if (controller.signal.aborted) return null
        if (!answer.continueWait) return answer
        await this.#answer(messageId, answer)
      }
    } finally {
      if (this.#running.get(messageId) === controller) this.#running.delete(messageId)
    }
  }

  #answer(messageId: string, { status, body }: GatewayResponse): Promise<void> {
    return this.#send(`{"messageId":${JSON.stringify(messageId)},"message":`, body, `,"status":${status}}`)
  }

  async #fail(messageId: string | undefined, error: unknown): Promise<void> {
    const { status, body } = this.#errorAnswer(error)
    const to = messageId === undefined ? '' : `"messageId":${JSON.stringify(messageId)},`
    await this.#send(`{${to}"message":`, body, `,"status":${status}}`)
  }

  #errorAnswer(error: unknown): GatewayResponse {
    const known = error instanceof GatewayError
    if (!known) this.#parts.onError(error)
    const body = Buffer.from(JSON.stringify({ error: known ? error.message : 'Internal Server Error' }))
    return { status: known ? error.status : 500, body, headers: {} }
  }

  async #send(...parts: (string | Buffer)[]): Promise<void> {
    // What can't be sent is lost with its connection, which ends by itself.
    if (!this.#closed) await this.#parts.send(parts).catch(() => {})
  }
}
