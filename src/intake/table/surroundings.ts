import type { Place } from '../../source/place.ts'
import type { Reading } from '../reading.ts'
import type { Grid } from './grid.ts'

/** A text around a table that may name its branch, year or kind. */
export interface Surrounding {
  readonly text: string
  readonly at: Place
  /** How a message calls it: 标题行. */
  readonly called: string
}

/** The texts around a table, the nearest first: title rows, the sheet's name, the file's and its folders'. */
export function surroundingsOf(grid: Grid, headerAt: number, reading: Reading): Surrounding[] {
  const top: Place = grid.rows[0]?.at ?? { file: reading.file, line: 1, column: 1 }
  const path = reading.file.split('/')
  const name = path.pop() ?? ''
  return [
    ...titlesAbove(grid, headerAt),
    ...(grid.sheet === undefined ? [] : [{ text: grid.sheet, at: top, called: '工作表名' }]),
    { text: name.replace(/\.[^.]*$/u, ''), at: top, called: '文件名' },
    ...path.reverse().map((folder) => ({ text: folder, at: top, called: '文件夹名' })),
  ]
}

/** The cells above the header. */
function titlesAbove({ rows }: Grid, headerAt: number): Surrounding[] {
  return rows
    .slice(0, headerAt)
    .flatMap((row) =>
      row.cells.flatMap((cell, column) =>
        cell.trim() === '' ? [] : [{ text: cell.trim(), at: row.placeOf(column), called: '标题行' }],
      ),
    )
}
