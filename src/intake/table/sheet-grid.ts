import type { Place } from '../../source/place.ts'
import type { Grid, GridRow } from './grid.ts'
import type { Sheet } from './workbook.ts'

/** Cells that merged ones may cover in one sheet; a file with more is no ledger. */
const MAX_COVERED = 1_000_000

/** The rows of a sheet. What a merged cell says holds for each row that it covers. */
export function sheetGrid({ name, rows, merges, decimals = NONE }: Sheet, file: string): Grid {
  const cells = rows.map((row) => [...row])
  const covered = rows.map(() => new Set<number>())
  let budget = MAX_COVERED
  for (const { startRow, startCol, endRow } of merges) {
    const text = rows[startRow]?.[startCol] ?? ''
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1) && budget > 0; row += 1, budget -= 1) {
      covered[row]?.add(startCol)
      fill(cells[row] ?? [], startCol, text)
    }
  }
  return {
    sheet: name,
    rows: cells.map(
      (row, index) => new SheetRow(row, covered[index] ?? new Set(), { file, sheet: name, index, decimals }),
    ),
  }
}

const NONE: ReadonlySet<string> = new Set()

function fill(row: string[], column: number, text: string): void {
  if (text === '') return
  while (row.length < column) row.push('')
  row[column] = text
}

interface Whereabouts {
  readonly file: string
  readonly sheet: string
  readonly index: number
  readonly decimals: ReadonlySet<string>
}

/** A row of a sheet; its number and column stand for line and column. */
class SheetRow implements GridRow {
  readonly cells: readonly string[]
  private readonly covered: ReadonlySet<number>
  private readonly where: Whereabouts

  constructor(cells: readonly string[], covered: ReadonlySet<number>, where: Whereabouts) {
    this.cells = cells
    this.covered = covered
    this.where = where
  }

  get at(): Place {
    return this.placeOf(0)
  }

  placeOf(column: number): Place {
    const { file, sheet, index } = this.where
    return { file, line: index + 1, column: column + 1, sheet, cell: `${columnName(column)}${index + 1}` }
  }

  isQuoted(): boolean {
    return false
  }

  isCovered(column: number): boolean {
    return this.covered.has(column)
  }

  mayLackZero(column: number): boolean {
    return this.where.decimals.has(`${this.where.index},${column}`)
  }
}

const LETTERS = 26
const FIRST_LETTER = 65

/** The letters of a column, counted from 0: A to Z, AA … */
function columnName(column: number): string {
  const letter = String.fromCharCode(FIRST_LETTER + (column % LETTERS))
  return column < LETTERS ? letter : columnName(Math.floor(column / LETTERS) - 1) + letter
}
