import process from 'node:process'

/** One line that is written over; nothing where nobody watches. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`.slice(0, process.stderr.columns || 80))
}

export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)
