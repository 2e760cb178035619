import type { Place } from '../../source/place.ts'
import type { Reading } from '../reading.ts'
import { readDate } from '../values/dates.ts'
import { type Grid, type GridRow, isBlankRow } from './grid.ts'
import type { Header } from './header-row.ts'
import { isRectificationList } from './rectification-list.ts'

const ROWS_LOOKED_AT = 15

/** The first row in which several kinds of meetings stand as names of columns, as in a summary by month. */
function kindColumns(rows: readonly GridRow[], { settings }: Reading): { row: GridRow; kinds: string[] } | undefined {
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    const kinds = [...new Set(row.cells.flatMap((cell) => settings.kinds.named(cell.trim()) ?? []))]
    if (kinds.length > 1) return { row, kinds }
  }
  return undefined
}

/** How a message calls the table. */
export function tableName({ sheet }: Grid): string {
  return sheet === undefined ? '这份表格' : `工作表「${sheet}」`
}

export function tellBlankForm(grid: Grid, reading: Reading): void {
  reading.note('blank-form', `${tableName(grid)}是没有填写的空白记录表，没有记录可读`, placeOf(grid, 0, reading), '')
}

export function tellNoRows(grid: Grid, { at, names }: Header, reading: Reading): void {
  const message = `${tableName(grid)}只有表头，下面没有一行内容`
  reading.note('no-rows', message, placeOf(grid, at, reading), names.filter((name) => name !== '').join('，'))
}

function placeOf({ rows }: Grid, row: number, { file }: Reading): Place {
  return rows[row]?.at ?? { file, line: 1, column: 1 }
}

/** Says why a table is none of a ledger; where it looks like one all the same, that it was lost. */
export function tellNoLedger(grid: Grid, reading: Reading): void {
  const { rows, sheet } = grid
  const first = rows.find((row) => !isBlankRow(row))
  if (first === undefined) {
    const [top] = rows
    if (sheet === undefined && top !== undefined)
      reading.note('empty-file', '文件里没有内容，没有可读的台账', top.at, '')
    return
  }
  const table = tableName(grid)
  const columns = kindColumns(rows, reading)
  if (columns !== undefined) {
    const message = `${table}一类会议占一栏（${columns.kinds.join('、')}），没有读取；请改成一次会议一行，写明会议类型和日期`
    reading.error('lost-table', message, columns.row.at, columns.kinds.join('，'))
    return
  }
  const record = rows.find((row) => looksLikeRecord(row, reading))
  if (record !== undefined) {
    const message = `${table}里有像是记录的行，却没有找到表头，没有读取；请在第一行写明各栏的名称，如 日期、会议类型、应到人数`
    reading.error('lost-table', message, record.at, excerptOf(record))
    return
  }
  const message = isRectificationList(rows)
    ? `${table}是整改清单，不是台账，没有读取`
    : `${table}里没有找到台账的表头（如日期、会议类型、应到人数），没有读取；如果是台账，请核对表头一行的写法`
  reading.note('no-ledger', message, first.at, excerptOf(first))
}

/** A day in one cell and a kind of meeting in another. */
function looksLikeRecord({ cells }: GridRow, { settings }: Reading): boolean {
  const isDay = (cell: string) => readDate(cell)?.date !== undefined
  const isKind = (cell: string) => settings.kinds.named(cell.trim()) !== undefined
  return cells.some(isDay) && cells.some(isKind)
}

function excerptOf({ cells }: GridRow): string {
  return cells.filter((cell) => cell.trim() !== '').join('，')
}
