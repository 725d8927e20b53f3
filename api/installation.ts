import process from 'node:process'
import type { StartedCompiler } from '../semantic-layer/index.ts'
import type { Config } from './config.ts'
import { openDoors } from './instance/doors.ts'
import { openSystem } from './instance/system.ts'
import { prepareSeed } from './seed/seed.ts'
import { announce } from './start-message.ts'

/** Starts an installation and keeps it running until SIGINT or SIGTERM. */
export async function run(config: Config, compiler: StartedCompiler | null): Promise<void> {
  const system = await openSystem(config, {
    log: line => console.error(`${new Date().toISOString()} ${line}`),
    ...(compiler ? { compiler } : {}),
  })
  const doors = await openDoors(system).catch(async error => {
    await system.close()
    throw error
  })
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    console.log(`${signal}: stopping`)
    // Whatever hangs must not keep the data folder.
    setTimeout(() => process.exit(1), 20_000).unref()
    await doors.close()
    await system.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop('SIGINT'))
  process.on('SIGTERM', () => void stop('SIGTERM'))
  await system.reading.resume()
  system.relay.wake()
  const seeded = await prepareSeed(system)
  announce(system, doors, seeded, performance.now())
}
