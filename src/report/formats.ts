import type { Format } from './format.ts'

interface FormatEntry {
  /** Of files that are written in it, with the dot; absent where it is for terminals only. */
  readonly extension?: string
  /** Fit for a file only: bytes, or a page that nobody reads on a terminal. */
  readonly isFileOnly?: true
  /** Formats are loaded when they are asked for. */
  readonly load: () => Promise<Format>
}

/** Every format, by the name that `--format` knows it by. A new format is one file and one entry here. */
export const FORMATS = {
  pretty: { load: async () => (await import('./pretty.ts')).pretty },
  json: { extension: '.json', load: async () => (await import('./json.ts')).json },
  markdown: { extension: '.md', load: async () => (await import('./markdown.ts')).markdown },
  csv: { extension: '.csv', load: async () => (await import('./csv.ts')).csv },
  sarif: { extension: '.sarif', load: async () => (await import('./sarif.ts')).sarif },
  junit: { extension: '.xml', load: async () => (await import('./junit.ts')).junit },
  github: { load: async () => (await import('./github.ts')).github },
  gitlab: { load: async () => (await import('./gitlab.ts')).gitlab },
} as const satisfies Record<string, FormatEntry>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]

/** What `--format` takes. */
export const SCREEN_FORMAT_NAMES: readonly FormatName[] = FORMAT_NAMES.filter((name) => !entryOf(name).isFileOnly)

export const FILE_EXTENSIONS: readonly string[] = FORMAT_NAMES.flatMap((name) => entryOf(name).extension ?? [])

/** The format of a report file, by its extension in any case. */
export function formatOfFile(path: string): FormatName | undefined {
  const lower = path.toLowerCase()
  return FORMAT_NAMES.find((name) => {
    const { extension } = entryOf(name)
    return extension !== undefined && lower.endsWith(extension)
  })
}

function entryOf(name: FormatName): FormatEntry {
  return FORMATS[name]
}
