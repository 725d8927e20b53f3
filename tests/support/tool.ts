import { spawnSync } from 'node:child_process'

const PACKAGES: Record<string, string> = {
  pdfsig: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
}

/** Runs a program of the system, whatever its exit code. Throws where it is not installed: such a test fails, it never skips. */
export function runProgram(
  name: keyof typeof PACKAGES,
  args: readonly string[],
): { code: number | null; output: string } {
  const { error, status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8', timeout: 60_000 })
  if (error)
    throw new Error(`${name} can not be run: on Debian, apt-get install ${PACKAGES[name]}`, { cause: error })
  return { code: status, output: `${stdout}${stderr}` }
}
