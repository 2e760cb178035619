import type { FieldTable } from '../field-table.ts'

/** In order of preference. `、` parts names within cells and is none. */
const DELIMITERS = [',', '\t', ';', '，', '|'] as const
/** Rows in which a header may stand. */
const ROWS_LOOKED_AT = 15
/** A guard for files that are one endless line. */
const MAX_LINE = 20_000

/** What parts the cells: whatever makes most known headers of one of the first lines, else what is there most often. */
export function delimiterOf(text: string, fields: FieldTable): string {
  const lines = firstLines(text)
  const headers = lines.map((line) => DELIMITERS.map((delimiter) => knownHeaders(line.split(delimiter), fields)))
  const best = DELIMITERS.map((_, at) => Math.max(0, ...headers.map((counts) => counts[at] ?? 0)))
  const most = Math.max(...best)
  if (most > 1) return DELIMITERS[best.indexOf(most)] ?? ','
  const counts = DELIMITERS.map((delimiter) => lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0))
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

function firstLines(text: string): string[] {
  const lines: string[] = []
  let start = 0
  while (lines.length < ROWS_LOOKED_AT && start < text.length) {
    const end = text.indexOf('\n', start)
    lines.push(text.slice(start, Math.min(end < 0 ? text.length : end, start + MAX_LINE)))
    start = end < 0 ? text.length : end + 1
  }
  return lines
}

function knownHeaders(cells: readonly string[], fields: FieldTable): number {
  const [records, members] = [fields.scope('record'), fields.scope('member')]
  const names = cells.map((cell) => cell.replace(/^\s*"|"\s*$/gu, ''))
  return Math.max(
    names.filter((name) => records.fieldOf(name) !== undefined).length,
    names.filter((name) => members.fieldOf(name) !== undefined).length,
  )
}
