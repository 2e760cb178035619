import { type FormatEntry, screenFormatNames } from './format-table.ts'
import type { Report } from './schema.ts'

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
} as const satisfies Record<string, FormatEntry<Report>>

export type FormatName = keyof typeof FORMATS

/** What `--format` takes. */
export const SCREEN_FORMAT_NAMES: readonly FormatName[] = screenFormatNames(FORMATS)
