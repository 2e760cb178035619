import { Dates } from '../date-reader.ts'
import type { Reading } from '../reading.ts'
import { readDate } from '../values/dates.ts'
import { type Forms, formsIn, isBlankForm } from './form.ts'
import { type Grid, type GridRow, isBlankRow } from './grid.ts'
import { findHeader, type Header, isOfLedger } from './header-row.ts'
import { readMembers } from './member-rows.ts'
import { PassedOverRows } from './passed-over.ts'
import { readRecords } from './record-rows.ts'
import { isRectificationList } from './rectification-list.ts'
import { surroundingsOf } from './surroundings.ts'
import type { TableRow } from './table-row.ts'
import { yearOfTable } from './year-of-table.ts'

/**
 * Reads the rows of one table, one by one: while a row is out, `reading.dates` are those of its table. All rows of
 * records are counted here, and those that are passed over or rejected; `records` is counted where the record is made.
 * Rows of a roster are not counted.
 */
export function* readTable(grid: Grid, reading: Reading): Generator<TableRow> {
  const forms = formsIn(grid, reading)
  if (forms !== undefined) {
    yield* readForms(forms, reading)
    return
  }
  if (isBlankForm(grid, reading)) {
    const at = grid.rows[0]?.at ?? { file: reading.file, line: 1, column: 1 }
    reading.note('blank-form', `${tableName(grid)}是没有填写的空白记录表，没有记录可读`, at, '')
    return
  }
  const header = ledgerHeader(grid, reading)
  if (header === undefined) {
    tellNoLedger(grid, reading)
    return
  }
  const surroundings = surroundingsOf(grid, header.at, reading)
  reading.dates = new Dates(yearOfTable(grid, header, surroundings, reading.file), true)
  if (header.scope === 'member') yield* readMembers(grid, header, surroundings, reading)
  else yield* readRecords(grid, header, surroundings, reading)
}

/** The same for records that are written as forms (会议记录表). */
function* readForms({ grid, header, idle }: Forms, reading: Reading): Generator<TableRow> {
  const surroundings = surroundingsOf(grid, header.at, reading)
  reading.dates = new Dates(yearOfTable(grid, header, surroundings, reading.file), true)
  const message = `${tableName(grid)}是左边写栏目、右边写内容的记录表，已按这样读取；请核对有没有读错`
  reading.note(
    'form',
    message,
    grid.rows[header.at]?.at ?? { file: reading.file, line: 1, column: 1 },
    header.names.join('，'),
  )
  yield* readRecords(grid, header, surroundings, reading)
  const passedOver = new PassedOverRows(reading)
  for (const { row, kind } of idle) passedOver.add(kind, row)
  passedOver.tell()
}

/** Whether the table has the header of a ledger or a roster, and rows below it. */
export function isLedgerTable(grid: Grid, reading: Reading): boolean {
  if (formsIn(grid, reading) !== undefined) return true
  const header = ledgerHeader(grid, reading)
  return header !== undefined && grid.rows.slice(header.at + header.height).some((row) => !isBlankRow(row))
}

function ledgerHeader({ rows }: Grid, { settings }: Reading): Header | undefined {
  const header = findHeader(rows, settings.fields)
  return header !== undefined && isOfLedger(header, settings.fields) && !isRectificationList(rows) ? header : undefined
}

const ROWS_LOOKED_AT = 15

/** The first row in which several kinds of meetings stand as names of columns, as in a summary by month. */
function kindColumns(rows: readonly GridRow[], { settings }: Reading): { row: GridRow; kinds: string[] } | undefined {
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    const kinds = [...new Set(row.cells.flatMap((cell) => settings.kinds.named(cell.trim()) ?? []))]
    if (kinds.length > 1) return { row, kinds }
  }
  return undefined
}

function tableName({ sheet }: Grid): string {
  return sheet === undefined ? '这份表格' : `工作表「${sheet}」`
}

function tellNoLedger(grid: Grid, reading: Reading): void {
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
