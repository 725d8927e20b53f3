import type { Doors } from './instance/doors.ts'
import type { System } from './instance/system.ts'
import type { Seeded } from './seed/seed.ts'

/** What whoever started the installation needs to know: addresses, accounts, and what this kind of start is for. */
export function announce(system: System, doors: Doors, seeded: Seeded | null, milliseconds: number): void {
  const { config } = system
  const local = `http://localhost:${doors.port}`
  const lines = [
    '',
    `Open County is ready after ${(milliseconds / 1000).toFixed(1)} s.`,
    `  Pages        ${local}/ro  ${local}/hu  ${local}/en`,
    `  API          ${local}/api/docs`,
    `  Data folder  ${config.dataFolder}`,
    ...(system.mailing.sends
      ? []
      : [`  Mail         kept in ${system.mailing.folder} until SMTP_URL names a mail server`]),
    ...(config.publicUrl === local ? [] : [`  Public URL   ${config.publicUrl}`]),
  ]
  if (seeded)
    lines.push(
      ...(seeded.loaded > 0 ? [`  Loaded       ${seeded.loaded} sample and demo reports`] : []),
      ...(seeded.document
        ? [`  A document   ${seeded.document.file}`, `  verified at  ${seeded.document.address}`]
        : []),
      `  Demo accounts, password ${seeded.demoPassword}`,
      ...columns(seeded.demoAccounts),
    )
  if (system.embedded)
    lines.push(
      '',
      'This start uses the embedded PostgreSQL: it listens on this machine only and is meant for one machine.',
      'Its OpenSSL is out of support: in production give DATABASE_URL of your own server.',
    )
  console.log(`${lines.join('\n')}\n`)
}

function columns(accounts: readonly string[]): string[] {
  const rows: string[] = []
  for (let from = 0; from < accounts.length; from += 2)
    rows.push(`    ${(accounts[from] ?? '').padEnd(32)}${accounts[from + 1] ?? ''}`)
  return rows
}
