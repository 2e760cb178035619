import type { Place } from '../../source/place.ts'

/** A row of a table as its file has it, before anybody knows what it means. Columns count from 0. */
export interface GridRow {
  /** Texts of the cells; rows may be of different length. */
  readonly cells: readonly string[]
  /** Where the row begins. */
  readonly at: Place
  placeOf(column: number): Place
  /** Whether the cell is written between quotes. */
  isQuoted(column: number): boolean
  /** Whether the cell belongs to a merged one that begins in a row above. It has that one's text. */
  isCovered(column: number): boolean
  /** Whether the cell is a number such as 3.2 that may have been typed as the day 3.20. */
  mayLackZero?(column: number): boolean
}

/** One table: a CSV file, or a sheet of a workbook. */
export interface Grid {
  readonly rows: readonly GridRow[]
  /** Name of the sheet. */
  readonly sheet?: string
}

/** The columns in which the row has something. */
export function filledColumns({ cells }: GridRow): number[] {
  return cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]))
}

export function isBlankRow({ cells }: GridRow): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** The only text of a row that has just one: a title, a remark, the head of a section. */
export function onlyText(row: GridRow): { readonly text: string; readonly column: number } | undefined {
  const [column, second] = filledColumns(row)
  if (column === undefined || second !== undefined) return undefined
  return { text: (row.cells[column] ?? '').trim(), column }
}
