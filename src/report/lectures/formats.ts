import { type FormatEntry, screenFormatNames } from '../format-table.ts'
import type { LecturesReport } from './model.ts'

/** Every format of `taizhang lectures`, by the name that `--format` knows it by. */
export const LECTURES_FORMATS = {
  pretty: { load: async () => (await import('./pretty.ts')).pretty },
  json: { extension: '.json', load: async () => (await import('./json.ts')).json },
  markdown: { extension: '.md', load: async () => (await import('./markdown.ts')).markdown },
  html: { extension: '.html', load: async () => (await import('./html.ts')).html },
} as const satisfies Record<string, FormatEntry<LecturesReport>>

export type LecturesFormatName = keyof typeof LECTURES_FORMATS

export const LECTURES_FORMAT_NAMES: readonly LecturesFormatName[] = screenFormatNames(LECTURES_FORMATS)
