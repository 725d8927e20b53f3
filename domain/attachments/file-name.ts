/**
 * Keeps what people recognise of a file's name. Folders and control characters go, and so do the invisible characters that
 * turn the direction of writing: with one of them "exe.pdf" can be shown where "fdp.exe" is stored.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const kept = last.replace(/[\p{Cc}\p{Cf}\p{Cs}"<>|*?]/gu, '').trim()
  // Cut by characters, so that none is cut in two.
  return [...kept].slice(-200).join('') || 'file'
}
