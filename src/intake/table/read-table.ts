import type { Place } from '../../source/place.ts'
import { Dates } from '../date-reader.ts'
import { dayNameAmong } from '../day-column.ts'
import type { Reading } from '../reading.ts'
import { type Forms, formsIn, isBlankForm } from './form.ts'
import { type Grid, isBlankRow } from './grid.ts'
import { findHeader, type Header, isOfLedger } from './header-row.ts'
import { kindIn } from './kind-of-table.ts'
import { readMembers } from './member-rows.ts'
import { tableName, tellBlankForm, tellNoLedger, tellNoRows } from './no-ledger.ts'
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
  if (isBlankForm(grid, reading)) return tellBlankForm(grid, reading)
  const header = ledgerHeader(grid, reading)
  if (header === undefined) return tellNoLedger(grid, reading)
  if (!hasRows(grid, header)) return tellNoRows(grid, header, reading)
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
  reading.note('form', message, grid.rows[header.at]?.at ?? top(reading), header.names.join('，'))
  yield* readRecords(grid, header, surroundings, reading)
  const passedOver = new PassedOverRows(reading)
  for (const { row, kind } of idle) passedOver.add(kind, row)
  passedOver.tell()
}

/** Whether the table has the header of a ledger or a roster, and rows below it. */
export function isLedgerTable(grid: Grid, reading: Reading): boolean {
  if (formsIn(grid, reading) !== undefined) return true
  const header = ledgerHeader(grid, reading)
  return header !== undefined && hasRows(grid, header)
}

function hasRows({ rows }: Grid, { at, height }: Header): boolean {
  return rows.slice(at + height).some((row) => !isBlankRow(row))
}

function top({ file }: Reading): Place {
  return { file, line: 1, column: 1 }
}

function ledgerHeader(grid: Grid, reading: Reading): Header | undefined {
  const { fields } = reading.settings
  const header = findHeader(grid.rows, fields)
  if (header === undefined || isRectificationList(grid.rows)) return undefined
  return isOfLedger(header, fields) || isTitled(header, grid, reading) ? header : undefined
}

const ROSTER = /党员(?:花?名册|名单|基本信息|信息|基本情况)/u

/** A roster may be known by its title alone, and so may a register, with a day of a name of its own (走访时间). */
function isTitled({ at, names, scope }: Header, grid: Grid, reading: Reading): boolean {
  const near = surroundingsOf(grid, at, reading).filter(({ called }) => called !== '文件夹名')
  if (scope === 'member') return near.some(({ text }) => ROSTER.test(text))
  return dayNameAmong(names) !== undefined && kindIn(near, reading.settings.kinds) !== undefined
}
