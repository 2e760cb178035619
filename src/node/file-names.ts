import { isAbsolute, relative, sep } from 'node:path'

/** Of tables and documents that are read as ledgers. */
export const LEDGER_EXTENSIONS: readonly string[] = ['.yaml', '.yml', '.csv', '.tsv', '.xlsx']

/** What offices keep ledgers in, too, and the program cannot read: passed over, but not in silence. */
const UNREADABLE_EXTENSIONS: readonly string[] = ['.xls', '.xlsm', '.xlsb', '.et', '.ods', '.numbers']

export function hasLedgerExtension(name: string): boolean {
  return endsWithAny(name, LEDGER_EXTENSIONS)
}

export function isUnreadableTable(name: string): boolean {
  return endsWithAny(name, UNREADABLE_EXTENSIONS)
}

/** The path with `/` as separator, as reports show it on every system. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** Whether an absolute path, free of links, is the folder itself or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function endsWithAny(name: string, extensions: readonly string[]): boolean {
  const lower = name.toLowerCase()
  return extensions.some((extension) => lower.endsWith(extension))
}
