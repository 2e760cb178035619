import { yearOfFile } from '../file-names.ts'
import { compact } from '../values/fold.ts'
import { only, yearsIn } from '../values/years.ts'
import type { Grid } from './grid.ts'
import type { Header } from './header-row.ts'
import type { Surrounding } from './surroundings.ts'

/** Columns that say of a row in which year it was held; 所属年度 is another thing. */
const YEAR_COLUMN = /^(?:年度|年份|年)$/u

/**
 * The one year that a table is about, for dates that name none: by its 年度 column, its titles, the sheet's name,
 * the file's or its folder's. `undefined` where they name none, or the nearest of them more than one.
 */
export function yearOfTable(
  grid: Grid,
  header: Header,
  surroundings: readonly Surrounding[],
  file: string,
): number | undefined {
  const column = header.names.findIndex((name) => YEAR_COLUMN.test(compact(name)))
  const years = column < 0 ? new Set<number>() : yearsIn(below(grid, header).map(({ cells }) => cells[column] ?? ''))
  if (years.size > 0) return only(years)
  for (const called of ['标题行', '工作表名']) {
    const named = yearsIn(surroundings.filter((one) => one.called === called).map(({ text }) => text))
    if (named.size > 0) return only(named)
  }
  return yearOfFile(file)
}

function below({ rows }: Grid, { at, height }: Header) {
  return rows.slice(at + height)
}
