import type { Palette } from './palette.ts'
import type { Report } from './schema.ts'

/** What a format may know beside the report. Only what is written for a terminal makes use of it. */
export interface Page {
  readonly palette: Palette
  /** Columns that a line may fill. */
  readonly width: number
}

/** Writes a report down: a text that ends with a line break, or the bytes of a file. */
export type Format = (report: Report, page: Page) => Written | Promise<Written>

/** Pieces where the whole may be too long for one text: V8 has none of more than some 500 million characters. */
export type Written = string | Uint8Array | Iterable<string>
