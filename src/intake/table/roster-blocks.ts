import type { Place } from '../../source/place.ts'
import type { FieldTable } from '../field-table.ts'
import { foldKey } from '../key-form.ts'
import type { GridRow } from './grid.ts'
import type { Header } from './header-row.ts'

/**
 * The headers of a roster that stands in two blocks side by side (序号 姓名 入党时间 序号 姓名 入党时间): one a block, each
 * with the names of its own columns only.
 */
export function blocksOf(header: Header, fields: FieldTable): Header[] {
  const { names } = header
  const table = fields.scope('member')
  const withName = names.flatMap((name, column) => (table.fieldOf(name) === 'name' ? [column] : []))
  if (withName.length < 2) return [header]
  const starts = startsOf(names, withName)
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? names.length
    return { ...header, names: names.map((name, column) => (start <= column && column < end ? name : '')) }
  })
}

/** A block begins with the first of the names that come again as often as there are blocks. */
function startsOf(names: readonly string[], withName: readonly number[]): readonly number[] {
  const columnsOf = (name: string) =>
    names.flatMap((other, column) => (foldKey(other) === foldKey(name) ? [column] : []))
  const first = names.find((name) => name !== '' && columnsOf(name).length === withName.length)
  return first === undefined ? withName : columnsOf(first)
}

/** The cells of a row that stand in these columns. */
export class RowPart implements GridRow {
  readonly cells: readonly string[]
  private readonly row: GridRow

  constructor(row: GridRow, columns: ReadonlySet<number>) {
    this.row = row
    this.cells = row.cells.map((cell, column) => (columns.has(column) ? cell : ''))
  }

  get at(): Place {
    return this.row.at
  }

  placeOf(column: number): Place {
    return this.row.placeOf(column)
  }

  isQuoted(column: number): boolean {
    return this.row.isQuoted(column)
  }

  isCovered(column: number): boolean {
    return this.row.isCovered(column)
  }
}
