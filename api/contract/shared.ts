import { z } from '@hono/zod-openapi'

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().openapi({ description: 'Stable identifier of the problem' }),
    detail: z.string().optional(),
    challenge: z.string().optional().openapi({ description: 'Only of second_factor_needed' }),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem', { description: 'RFC 9457 problem details' })

/** A text that stands on one line: a name with line breaks would add lines of its own to a mail or a document. */
export const line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, 'one line, without control characters')

export const Names = z.object({ ro: z.string(), hu: z.string(), en: z.string() }).openapi('Names')

export const Amount = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .openapi('Amount', { description: 'Lei as a decimal string with two decimals', example: '103323008.93' })

export const IsoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')
  .refine(text => {
    const date = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  }, 'a date that exists')
  .openapi('IsoDate', { example: '2026-06-30' })

export const CuiParam = z
  .string()
  .regex(/^\d{2,10}$/, 'a fiscal code of 2 to 10 digits')
  .openapi({ example: '4245747' })

const problemBody = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** The error answers that a route documents. */
export const problems = (
  ...codes: (400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 416 | 422 | 429 | 503)[]
) => {
  const texts = {
    400: 'The request is malformed',
    401: 'Sign in first',
    403: 'Not allowed for this account',
    404: 'Not found',
    409: 'Not possible in this state',
    410: 'No longer there',
    413: 'Too large',
    415: 'Wrong content type',
    416: 'There is no such range',
    422: 'The request cannot be carried out',
    429: 'Too many requests',
    503: 'Not ready',
  }
  return Object.fromEntries(codes.map(code => [code, problemBody(texts[code])])) as Record<
    number,
    ReturnType<typeof problemBody>
  >
}

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A JSON body that the request can't do without. */
export const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
