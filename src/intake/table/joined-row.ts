import type { Place } from '../../source/place.ts'
import type { GridRow } from './grid.ts'

/** Several rows that are one record, as where its agenda takes a row for each item: their texts, one below the other. */
export class JoinedRow implements GridRow {
  readonly cells: readonly string[]
  private readonly first: GridRow

  constructor(first: GridRow, further: readonly GridRow[]) {
    this.first = first
    const width = Math.max(first.cells.length, ...further.map(({ cells }) => cells.length))
    this.cells = Array.from({ length: width }, (_, column) =>
      [first, ...further.filter((row) => !row.isCovered(column))]
        .map(({ cells }) => cells[column] ?? '')
        .filter((text) => text.trim() !== '')
        .join('\n'),
    )
  }

  get at(): Place {
    return this.first.at
  }

  placeOf(column: number): Place {
    return this.first.placeOf(column)
  }

  isQuoted(column: number): boolean {
    return this.first.isQuoted(column)
  }

  mayLackZero(column: number): boolean {
    return this.first.mayLackZero?.(column) === true
  }

  isCovered(column: number): boolean {
    return this.first.isCovered(column)
  }
}
