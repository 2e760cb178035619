import { CsvError, parse } from 'csv-parse/sync'
import type { Reading } from '../reading.ts'
import { CsvRow } from './csv-row.ts'
import { delimiterOf } from './delimiter.ts'
import type { Grid, GridRow } from './grid.ts'

/** A file with more broken quotes than this is read on without quotes: each search for the next one reads the rest anew. */
const MAX_BROKEN_QUOTES = 20

/** Reads the rows of a CSV or TSV text. A quote that is never closed is told, and costs the file no other row. */
export function csvGrid(text: string, reading: Reading): Grid {
  const unified = text.replace(/\r\n?/gu, '\n')
  const delimiter = delimiterOf(unified, reading.settings.fields)
  const rows: GridRow[] = []
  let rest = { offset: 0, line: 1 }
  for (let broken = 0; rest.offset < unified.length; broken += 1) {
    const hasQuotes = broken < MAX_BROKEN_QUOTES
    const stop = readRows(unified, rest, { delimiter, hasQuotes, reading }, rows)
    if (stop === undefined) break
    rest = readBrokenRow(unified, stop, { delimiter, hasQuotes: false, reading }, rows)
  }
  return { rows }
}

/** An offset in the text, and the line that begins there. */
interface Position {
  readonly offset: number
  readonly line: number
}

interface CsvForm {
  readonly delimiter: string
  readonly hasQuotes: boolean
  readonly reading: Reading
}

/** Reads rows from a position on, up to the end or up to a row with a quote that is not closed, which it returns. */
function readRows(text: string, from: Position, form: CsvForm, rows: GridRow[]): Position | undefined {
  let { offset, line } = from
  const take = (cells: string[], raw: string) => {
    if (form.hasQuotes && isGlued(cells, raw)) throw new BrokenQuote()
    rows.push(rowOf(cells, raw, line, form))
    offset += raw.length
    line += raw.split('\n').length - 1
  }
  try {
    parseRecords(from.offset === 0 ? text : text.slice(from.offset), form, take)
    return undefined
  } catch (error) {
    if (error instanceof BrokenQuote || isUnclosed(error)) return { offset, line }
    throw error
  }
}

class BrokenQuote extends Error {}

function isUnclosed(error: unknown): boolean {
  return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED'
}

/** The parser gives a cell its opening quote back where text follows the closing one; over a line break that is a mistake. */
function isGlued(cells: readonly string[], raw: string): boolean {
  return !raw.includes('""') && cells.some((cell) => cell.startsWith('"') && cell.includes('\n'))
}

/** Reads one line in which a quote is not closed as if quotes meant nothing, tells it, and returns where the next begins. */
function readBrokenRow(text: string, { offset, line }: Position, form: CsvForm, rows: GridRow[]): Position {
  const end = text.indexOf('\n', offset)
  const raw = text.slice(offset, end < 0 ? text.length : end)
  parseRecords(raw, form, (cells) => {
    const row = rowOf(cells, raw, line, form)
    rows.push(row)
    const column = cells.findIndex((cell) => cell.startsWith('"'))
    form.reading.warn(
      'broken-quote',
      `第${line}行有一个英文引号（"）没有配对，这一行按没有引号读取，内容可能错位；请补上或删去引号`,
      row.placeOf(Math.max(column, 0)),
      raw,
    )
  })
  return { offset: end < 0 ? text.length : end + 1, line: line + 1 }
}

function rowOf(
  cells: readonly string[],
  raw: string,
  line: number,
  { delimiter, hasQuotes, reading }: CsvForm,
): CsvRow {
  return new CsvRow(cells, raw, { file: reading.file, line, column: 1 }, delimiter, hasQuotes)
}

function parseRecords(text: string, form: CsvForm, take: (cells: string[], raw: string) => void): void {
  parse(text, {
    delimiter: form.delimiter,
    quote: form.hasQuotes ? '"' : null,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    raw: true,
    on_record: (parsed: unknown) => {
      // With `raw`, the parser hands over the record and its text together; its types do not say so.
      const { record, raw } = parsed as { record: string[]; raw: string }
      take(record, raw)
      return null
    },
  })
}
