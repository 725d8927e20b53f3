import process from 'node:process'
import { startCompiler } from '../semantic-layer/index.ts'
import { ConfigError, readConfig } from './config.ts'
import { built, COMPILER_WORKER, modelFolder } from './instance/project-folder.ts'

/** The compiler's thread starts before the rest of the program is even loaded: the two take about as long. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.cwd())
  const compiler = config.cubeApiUrl
    ? null
    : startCompiler({ modelFolder: modelFolder(), workerFile: built(COMPILER_WORKER) })
  const { run } = await import('./installation.ts')
  await run(config, compiler)
}

/** Errors whose message is a sentence for whoever starts the program. */
const SENTENCES = new Set(['ConfigError', 'DataFolderInUse', 'WarehouseError'])

main().catch(error => {
  if (error instanceof ConfigError || (error instanceof Error && SENTENCES.has(error.name)))
    console.error(error.message)
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    console.error(
      `PORT ${process.env.PORT ?? 3000} is in use by another program: stop it or set another PORT.`,
    )
  else console.error(error)
  process.exit(1)
})
