// @ts-expect-error a plain script without types
import { buildServer } from '../../scripts/build.mjs'

export default async function setup(): Promise<void> {
  await buildServer()
}
