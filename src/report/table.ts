import Table from 'cli-table3'
import { padEnd, padStart } from './width.ts'
import { wrap } from './wrap.ts'

export interface Column {
  readonly head: string
  /** Columns of the terminal for its text. */
  readonly width: number
  readonly align?: 'right'
}

type Rows = readonly (readonly string[])[]

/** Blanks between two columns that no line parts. */
const GAP = 2
/** What lines and blanks take beside the text: `│ … │ … │`. */
const RULES_PER_COLUMN = 3
/** cli-table3 needs seconds for thousands of rows. */
const MOST_RULED_ROWS = 200

/** Columns of the terminal that are left for text where `columns` of them share `width`. */
export function roomForText(width: number, columns: number): number {
  return width - columns * RULES_PER_COLUMN - 1
}

/**
 * A table with lines drawn around its cells, or without them where there are very many rows. Cells are wrapped before
 * cli-table3 sees them, for it loses Chinese text when it wraps, and its own colours are off, for it paints pipes too.
 */
export function ruledTable(columns: readonly Column[], rows: Rows): string[] {
  if (rows.length > MOST_RULED_ROWS) return openTable(columns, rows)
  const cells = (texts: readonly string[]) =>
    columns.map(({ width }, index) => wrap(texts[index] ?? '', width).join('\n'))
  const table = new Table({
    head: cells(columns.map(({ head }) => head)),
    style: { head: [], border: [] },
  })
  table.push(...rows.map(cells))
  return table.toString().split('\n')
}

/** Columns of the terminal that these columns take behind another one. */
export function widthOfOpenTable(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + GAP + width, 0)
}

/** A table whose columns only blanks part. */
export function openTable(columns: readonly Column[], rows: Rows): string[] {
  return [columns.map(({ head }) => head), ...rows].flatMap((texts) => openRow(columns, texts))
}

function openRow(columns: readonly Column[], texts: readonly string[]): string[] {
  const cells = columns.map(({ width }, index) => wrap(texts[index] ?? '', width))
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width, align }, index) => (align === 'right' ? padStart : padEnd)(cells[index]?.[line] ?? '', width))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}
