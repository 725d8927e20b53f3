import process from 'node:process'
import { WarehouseError } from '../warehouse/index.ts'
import { ConfigError, readConfig } from './config.ts'
import { openDoors } from './instance/doors.ts'
import { DataFolderInUse } from './instance/lock.ts'
import { openSystem } from './instance/system.ts'
import { prepareSeed } from './seed/seed.ts'
import { announce } from './start-message.ts'

/** Starts an installation and keeps it running until SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.cwd())
  const system = await openSystem(config, {
    log: line => console.error(`${new Date().toISOString()} ${line}`),
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

main().catch(error => {
  if (error instanceof ConfigError || error instanceof DataFolderInUse || error instanceof WarehouseError)
    console.error(error.message)
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    console.error(
      `PORT ${process.env.PORT ?? 3000} is in use by another program: stop it or set another PORT.`,
    )
  else console.error(error)
  process.exit(1)
})
