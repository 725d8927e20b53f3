import {
  authMessageSchema,
  methodMessageSchema,
  unsubscribeMessageSchema,
} from '@cubejs-backend/api-gateway/dist/src/ws/message-schema.js'
import { GatewayError } from '../gateway/gateway-error.ts'

export type Method = 'load' | 'sql' | 'dry-run' | 'meta' | 'subscribe' | 'unsubscribe'

export interface MethodMessage {
  readonly method: Method
  readonly messageId: string
  readonly requestId?: string | undefined
  readonly params?: {
    readonly query?: unknown
    readonly queryType?: string | undefined
    readonly cache?: string | undefined
    readonly onlyViews?: boolean | undefined
  }
}

export type Message =
  | { readonly kind: 'authorization'; readonly token: string | null }
  | { readonly kind: 'unsubscribe'; readonly messageId: string }
  | { readonly kind: 'method'; readonly message: MethodMessage }

interface Schema {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: unknown }
    | { success: false; error: { issues: readonly { path: readonly unknown[]; message: string }[] } }
}

/** Reads what Cube's WebSocket transport sends, by Cube's own schemas and with its texts. */
export function readMessage(text: string): Message {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new GatewayError(400, error instanceof Error ? error.message : 'Invalid JSON payload')
  }
  if (typeof value !== 'object' || value === null) throw new GatewayError(400, 'Invalid message format')
  // The transport of somebody without a token sends an authorization without one, which JSON leaves empty.
  if (Object.keys(value).length === 0) return { kind: 'authorization', token: null }
  if ('authorization' in value) {
    const { authorization } = checked(authMessageSchema, value) as { authorization: string }
    return { kind: 'authorization', token: authorization }
  }
  if ('unsubscribe' in value) {
    const { unsubscribe } = checked(unsubscribeMessageSchema, value) as { unsubscribe: string }
    return { kind: 'unsubscribe', messageId: unsubscribe }
  }
  return { kind: 'method', message: checked(methodMessageSchema, withoutSignal(value)) as MethodMessage }
}

/** The id of a message that is refused, so that its sender hears of it. */
export function messageIdOf(text: string): string | undefined {
  const [, id, word] = /"messageId"\s*:\s*(?:(\d{1,16})|"([^"\\]{1,16})")/.exec(text.slice(0, 1000)) ?? []
  return id ?? word
}

function checked(schema: unknown, value: unknown): unknown {
  const result = (schema as Schema).safeParse(value)
  if (result.success) return result.data
  const texts = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  )
  throw new GatewayError(400, texts.join(', '))
}

/** Cube's client hands an AbortSignal on to its transport, which writes it into the message as `{}`; Cube itself refuses
 * such a message. */
function withoutSignal(value: object): unknown {
  const { params } = value as { params?: unknown }
  if (typeof params !== 'object' || params === null || !('signal' in params)) return value
  const { signal: _, ...rest } = params
  return { ...value, params: rest }
}
