import { z } from '@hono/zod-openapi'
import { cnpFault } from '../../domain/index.ts'
import { forTokens, only, route } from './policy.ts'
import { json, problems } from './shared.ts'

const SAID = {
  length: 'a personal number has 13 digits',
  day: 'the digits name no day of birth',
  check_digit: 'the check digit is wrong',
}

/** A personal number in a body: never in an address, which logs keep. */
export const CnpText = z
  .string()
  .max(20)
  .superRefine((text, context) => {
    const fault = cnpFault(text)
    if (fault !== null) context.addIssue({ code: 'custom', message: SAID[fault] })
  })

export const searchPeople = route(
  // No token: whoever searches is a person in front of a page.
  forTokens(null, only('official')),
  {
    method: 'post',
    path: '/api/people/search',
    tags: ['privacy'],
    summary: 'What is kept under a personal number; each search is in the audit with its reason',
    request: {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z
              .object({ cnp: CnpText, reason: z.string().trim().min(10).max(500) })
              .openapi('PersonQuery'),
          },
        },
      },
    },
    responses: {
      200: json(
        z
          .object({
            items: z.array(
              z.object({
                capability: z.string().openapi({ description: 'Entry of the register of processing' }),
                id: z.string(),
                number: z.string().nullable().openapi({ description: 'Registration number' }),
                name: z.string().nullable().openapi({ description: 'Of the person, as it was given there' }),
                about: z.string().nullable().openapi({ description: 'Who else it concerns' }),
                day: z.string(),
                path: z.string().nullable().openapi({ description: 'Page of the office, without language' }),
              }),
            ),
          })
          .openapi('PersonRecords'),
        'What was found',
      ),
      ...problems(400, 401, 403, 422, 429),
    },
  },
)
