import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import type { AttachmentProblem, ContentKind } from '../../../domain/index.ts'

/** A page of A3 at 600 dots per inch has 70 million; what a small file claims beyond is a trap for memory. */
const MOST_PIXELS = 80_000_000

/** Thrown when an image can't be made anew. */
export class ImageRefused extends Error {
  readonly problem: AttachmentProblem

  constructor(problem: AttachmentProblem, cause: unknown) {
    super(problem, { cause })
    this.problem = problem
  }
}

/**
 * Makes an image anew from its pixels, turned the way up that its metadata says: where and with what it was taken is gone, and so is
 * whatever was hidden behind the picture. Runs in sharp's own threads; throws ImageRefused.
 */
export async function stripImage(
  kind: ContentKind,
  content: AsyncIterable<Buffer>,
  take: (stripped: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const image = sharp({ limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true }).autoOrient()
  if (kind === 'jpeg') image.jpeg({ quality: 90 })
  else if (kind === 'webp') image.webp({ quality: 90 })
  else image.png()
  const out = new PassThrough()
  const taken = take(out)
  try {
    await Promise.all([pipeline(Readable.from(content), image, out), taken])
  } catch (error) {
    out.destroy()
    await taken.catch(() => undefined)
    const text = error instanceof Error ? error.message : String(error)
    throw new ImageRefused(/pixel limit|dimensions/i.test(text) ? 'image_too_large' : 'damaged', error)
  }
}
