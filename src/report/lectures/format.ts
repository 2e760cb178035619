import type { Page } from '../format.ts'
import type { LecturesReport } from './model.ts'

/** Writes the comparison of lectures down: a text that ends with a line break. */
export type LecturesFormat = (report: LecturesReport, page: Page) => string

/** Every format of `taizhang lectures`, by the name that `--format` knows it by. */
export const LECTURES_FORMATS = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
} as const satisfies Record<string, () => Promise<LecturesFormat>>

export type LecturesFormatName = keyof typeof LECTURES_FORMATS

export const LECTURES_FORMAT_NAMES = Object.keys(LECTURES_FORMATS) as readonly LecturesFormatName[]
