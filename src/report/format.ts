import type { Palette } from './palette.ts'
import type { Report } from './schema.ts'

/** What a format may know beside the report. */
export interface Page {
  /** For a terminal only. */
  readonly palette: Palette
  /** Columns that a line may fill, on a terminal. */
  readonly width: number
  /** What the repository calls a file, for whoever holds findings against it; as the report does, where there is none. */
  readonly inRepository?: (file: string) => string
  /** Takes what whoever asked for the report has to be told of it: that a format has no room for all of it. */
  readonly tell?: (notice: string) => void
}

/** Writes a report down: a text that ends with a line break, or the bytes of a file. */
export type Format = (report: Report, page: Page) => Written | Promise<Written>

/** Pieces where the whole may be too long for one text: V8 has none of more than some 500 million characters. */
export type Written = string | Uint8Array | Iterable<string>
