import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import {
  type ChoiceTexts,
  type CsvChoices,
  type Issue,
  isLanguage,
  issueMessage,
  type Language,
  parseCsvChoices,
} from '../../domain/index.ts'
import { createReportReader } from '../../ingestion/index.ts'
import { built } from '../instance/project-folder.ts'
import { type Connection, connect, refusal, runCommand, UsageError } from './connection.ts'

const USAGE = `npm run ingest -- <files…> [--as <cui>] [--dry-run] [--cells] [--lang ro|hu|en]
                         [--encoding …] [--delimiter …] [--quote …] [--decimal …]

  --as       the institution that the files are for
  --dry-run  read and check, keep nothing
  --cells    print what was read as NDJSON {sheet, cell, type, value} and stop (with --dry-run);
             "formula": true and "hidden": true where they hold

  How a CSV is written, where that is not to be detected:
  --encoding   utf-8, utf-16le, utf-16be, windows-1250, iso-8859-2, iso-8859-16
  --delimiter  semicolon, comma, tab, bar
  --quote      double, single, none
  --decimal    comma, point
Exit code 0 when every file was taken, 1 when one was rejected, 2 on wrong use.`

interface Outcome {
  readonly file: string
  readonly taken: boolean
  readonly status: string
  readonly report: string
  readonly revenue: string
  readonly expenditure: string
  readonly messages: readonly string[]
}

async function main(): Promise<number> {
  const { files, values, csv } = parse()
  const language = readLanguage(values.lang)
  for (const file of files)
    if (!(await fs.stat(file).catch(() => null))?.isFile()) throw new UsageError(`${file} is no file.`)
  if (values.cells) return printCells(files, csv.choices, language)
  const connection = await connect()
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {file}',
    stopOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  })
  const outcomes: Outcome[] = []
  try {
    bar.start(files.length, 0, { file: '' })
    for (const file of files) {
      bar.update({ file: path.basename(file) })
      outcomes.push(
        values['dry-run']
          ? await dryRun(connection, file, values.as ?? null, csv.texts, language)
          : await send(connection, file, values.as ?? null, csv.texts, language),
      )
      bar.increment()
    }
  } finally {
    bar.stop()
    await connection.close()
  }
  printSummary(outcomes)
  return outcomes.every(outcome => outcome.taken) ? 0 : 1
}

function parse() {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: {
        as: { type: 'string' },
        'dry-run': { type: 'boolean' },
        cells: { type: 'boolean' },
        lang: { type: 'string' },
        encoding: { type: 'string' },
        delimiter: { type: 'string' },
        quote: { type: 'string' },
        decimal: { type: 'string' },
      },
      allowPositionals: true,
    })
    if (positionals.length === 0) throw new UsageError('Name at least one file.')
    const { encoding, delimiter, quote, decimal } = values
    const texts: ChoiceTexts = { encoding, delimiter, quote, decimal }
    const parsed = parseCsvChoices(texts)
    if ('wrong' in parsed)
      throw new UsageError(`--${parsed.wrong} ${texts[parsed.wrong]}: there is no such value.`)
    return { files: positionals, values, csv: { texts, choices: parsed.choices } }
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readLanguage(lang: string | undefined): Language {
  const asked = lang ?? (process.env.LANG ?? '').slice(0, 2)
  if (isLanguage(asked)) return asked
  if (lang) throw new UsageError(`--lang ${lang}: there are ro, hu and en.`)
  return 'en'
}

async function printCells(files: readonly string[], csv: CsvChoices, language: Language): Promise<number> {
  const reader = createReportReader({
    workerFile: built('ingestion/read-report.worker.js'),
    warm: false,
  })
  let rejected = false
  try {
    for (const file of files) {
      const source = { path: path.resolve(file), fileName: path.basename(file), csv }
      for await (const record of reader.cells(source)) {
        if ('issue' in record) {
          rejected ||= record.issue.severity === 'error'
          const { message, fix } = issueMessage(record.issue, language)
          console.error(`${source.fileName}: ${placeOf(record.issue)}${message} ${fix}`)
        } else if (!process.stdout.write(`${JSON.stringify(record)}\n`))
          await new Promise(resolve => process.stdout.once('drain', resolve))
      }
    }
  } finally {
    await reader.close()
  }
  return rejected ? 1 : 0
}

async function dryRun(
  connection: Connection,
  file: string,
  as: string | null,
  csv: ChoiceTexts,
  language: Language,
): Promise<Outcome> {
  const answer = await connection.request('POST', '/api/control/dry-run', {
    path: path.resolve(file),
    ...(as ? { as } : {}),
    ...csv,
  })
  if (answer.status !== 200) return failed(file, refusal(answer))
  const { accepted, report, issues } = answer.body as {
    accepted: boolean
    report: {
      cui: string
      type: string
      periodEnd: string
      lines: number
      revenue: string
      expenditure: string
    } | null
    issues: Issue[]
  }
  return {
    file: path.basename(file),
    taken: accepted,
    status: accepted ? 'would be taken' : 'rejected',
    report: report ? `${report.type} ${report.cui} ${report.periodEnd}, ${report.lines} lines` : '',
    revenue: report?.revenue ?? '',
    expenditure: report?.expenditure ?? '',
    messages: issues.map(issue => {
      const { message, fix } = issueMessage(issue, language)
      return `${issue.severity}: ${placeOf(issue)}${message} ${fix}`
    }),
  }
}

/** Where an issue is, before its words: "Sheet1!H9: "; nothing for what concerns the whole file. */
const placeOf = ({ sheet, cell }: Pick<Issue, 'sheet' | 'cell'>): string =>
  cell ? `${sheet ? `${sheet}!` : ''}${cell}: ` : ''

interface SubmissionAnswer {
  readonly id: string
  readonly status: string
  readonly reportType: string | null
  readonly periodEnd: string | null
  readonly lines: number | null
  readonly entity: { cui: string } | null
  readonly totals: { revenue: string; expenditure: string } | null
  readonly issues: (Pick<Issue, 'sheet' | 'cell'> & { severity: string; message: string; fix: string })[]
}

async function send(
  connection: Connection,
  file: string,
  as: string | null,
  csv: ChoiceTexts,
  language: Language,
): Promise<Outcome> {
  // By its path: the instance is on this machine, and a large file need not be held to be handed over.
  const received = await connection.request('POST', '/api/control/receive', {
    path: path.resolve(file),
    ...(as ? { as } : {}),
    ...csv,
  })
  if (received.status !== 200) return failed(file, refusal(received))
  const { id } = received.body as SubmissionAnswer
  const self = `/api/reporting/submissions/${id}`
  let now = await poll(connection, `${self}?lang=${language}`)
  if (now.status === 'awaiting_confirmation') {
    const confirmed = await connection.request('POST', `${self}/confirm?lang=${language}`)
    if (confirmed.status !== 200) return failed(file, refusal(confirmed))
    now = confirmed.body as SubmissionAnswer
  }
  return {
    file: path.basename(file),
    taken: ['submitted', 'approved', 'accepted', 'published'].includes(now.status),
    status: now.status,
    report: now.reportType
      ? `${now.reportType} ${now.entity?.cui ?? ''} ${now.periodEnd ?? ''}, ${now.lines ?? 0} lines`
      : '',
    revenue: now.totals?.revenue ?? '',
    expenditure: now.totals?.expenditure ?? '',
    messages: now.issues.map(issue => `${issue.severity}: ${placeOf(issue)}${issue.message} ${issue.fix}`),
  }
}

async function poll(connection: Connection, self: string): Promise<SubmissionAnswer> {
  for (;;) {
    const answer = await connection.request('GET', self)
    const submission = answer.body as SubmissionAnswer
    if (answer.status !== 200) throw new Error(refusal(answer))
    if (submission.status !== 'received' && submission.status !== 'reading') return submission
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

const failed = (file: string, reason: string): Outcome => ({
  file: path.basename(file),
  taken: false,
  status: 'rejected',
  report: '',
  revenue: '',
  expenditure: '',
  messages: [reason],
})

const SHOWN_MESSAGES = 20

function printSummary(outcomes: readonly Outcome[]): void {
  console.table(
    outcomes.map(({ file, status, report, revenue, expenditure }) => ({
      file,
      status,
      report,
      revenue,
      expenditure,
    })),
  )
  for (const { file, messages } of outcomes) {
    for (const message of messages.slice(0, SHOWN_MESSAGES)) console.log(`${file}: ${message}`)
    if (messages.length > SHOWN_MESSAGES) console.log(`${file}: and ${messages.length - SHOWN_MESSAGES} more`)
  }
}

await runCommand(main, USAGE)
