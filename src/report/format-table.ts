import type { Page, Written } from './format.ts'

export interface FormatEntry<R> {
  /** Of files that are written in it, with the dot; absent where it is for terminals only. */
  readonly extension?: string
  /** Fit for a file only: bytes, or a page that nobody reads on a terminal. */
  readonly isFileOnly?: true
  /** Formats are loaded when they are asked for. */
  readonly load: () => Promise<(report: R, page: Page) => Written | Promise<Written>>
}

/** The formats of one kind of report, by the names that `--format` knows them by. */
export type FormatTable<R, N extends string> = Readonly<Record<N, FormatEntry<R>>>

export function formatNames<N extends string>(table: FormatTable<never, N>): N[] {
  return Object.keys(table) as N[]
}

/** What a terminal can show. */
export function screenFormatNames<N extends string>(table: FormatTable<never, N>): N[] {
  return formatNames(table).filter((name) => table[name].isFileOnly !== true)
}

export function fileExtensions<N extends string>(table: FormatTable<never, N>): string[] {
  return formatNames(table).flatMap((name) => table[name].extension ?? [])
}

/** The format of a report file, by its extension in any case. */
export function formatOfFile<N extends string>(table: FormatTable<never, N>, path: string): N | undefined {
  const lower = path.toLowerCase()
  return formatNames(table).find((name) => {
    const { extension } = table[name]
    return extension !== undefined && lower.endsWith(extension)
  })
}
