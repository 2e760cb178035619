import type { Place } from '../../source/place.ts'
import type { GridRow } from './grid.ts'

/** What a program writes so that Excel keeps the zeros in front: `="012"`. */
const KEPT_AS_TEXT = /^="(.*)"$/su

/** A record of a CSV file. Where its cells stand is found when first asked for. */
export class CsvRow implements GridRow {
  readonly cells: readonly string[]
  readonly at: Place
  private readonly raw: string
  private readonly delimiter: string
  private readonly hasQuotes: boolean
  private starts: readonly CellStart[] | undefined

  /** `raw` is the text of the record, `at` its first character, `hasQuotes` whether quotes in it mean something. */
  constructor(cells: readonly string[], raw: string, at: Place, delimiter: string, hasQuotes: boolean) {
    this.cells = cells.map((cell) => KEPT_AS_TEXT.exec(cell)?.[1] ?? cell)
    this.raw = raw
    this.at = at
    this.delimiter = delimiter
    this.hasQuotes = hasQuotes && raw.includes('"')
  }

  placeOf(column: number): Place {
    const start = this.startOf(column)
    if (start === undefined) return this.at
    return { ...this.at, line: this.at.line + start.line, column: start.column }
  }

  isQuoted(column: number): boolean {
    return this.hasQuotes && this.startOf(column)?.quoted === true
  }

  isCovered(): boolean {
    return false
  }

  private startOf(column: number): CellStart | undefined {
    this.starts ??= startsOfCells(this.raw, this.delimiter, this.hasQuotes)
    return this.starts[column]
  }
}

interface CellStart {
  /** Lines below the first of the record. */
  readonly line: number
  readonly column: number
  readonly quoted: boolean
}

function startsOfCells(raw: string, delimiter: string, hasQuotes: boolean): CellStart[] {
  const starts: CellStart[] = []
  let line = 0
  let lineStart = 0
  let from = 0
  while (from <= raw.length) {
    const quoted = hasQuotes && raw.startsWith('"', from)
    starts.push({ line, column: from - lineStart + 1, quoted })
    const end = raw.indexOf(delimiter, quoted ? closingQuote(raw, from) : from)
    if (end < 0) break
    for (let at = raw.indexOf('\n', from); at >= 0 && at < end; at = raw.indexOf('\n', at + 1)) {
      line += 1
      lineStart = at + 1
    }
    from = end + delimiter.length
  }
  return starts
}

/** Offset of the quote that closes the cell; the cell's own start where none does. */
function closingQuote(raw: string, start: number): number {
  let at = raw.indexOf('"', start + 1)
  while (at >= 0 && raw.startsWith('""', at)) at = raw.indexOf('"', at + 2)
  return at < 0 ? start : at
}
