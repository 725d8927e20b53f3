/** What is answered to the asker: Cube's `{error}` with a status. 400: the query is wrong; 403: not permitted. */
export class GatewayError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'GatewayError'
    this.status = status
  }
}

export const wrong = (message: string): GatewayError => new GatewayError(400, message)
export const badFormat = (message: string): GatewayError => wrong(`Invalid query format: ${message}`)
export const forbidden = (message: string): GatewayError => new GatewayError(403, message)
