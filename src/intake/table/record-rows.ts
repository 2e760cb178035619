import type { Reading } from '../reading.ts'
import { type Grid, isBlankRow } from './grid.ts'
import { type Header, headerAt, repeatsHeader } from './header-row.ts'
import { readMembers } from './member-rows.ts'
import { PassedOverRows } from './passed-over.ts'
import { RecordTable } from './record-table.ts'
import type { Surrounding } from './surroundings.ts'
import type { TableRow } from './table-row.ts'

/** The records of a table. Where another header follows a blank row or a heading, another table begins, or a roster. */
export function* readRecords(
  grid: Grid,
  header: Header,
  surroundings: readonly Surrounding[],
  reading: Reading,
): Generator<TableRow> {
  const { rows } = grid
  const passedOver = new PassedOverRows(reading)
  const end = rows.findLastIndex((row) => !isBlankRow(row)) + 1
  let table = new RecordTable(grid, header, surroundings, reading)
  let wasIdle = false
  for (let at = header.at + header.height; at < end; ) {
    const { row, height } = table.recordAt(at)
    const idle = repeatsHeader(row, table.header) ? 'header' : table.idleRow(row)
    const mayBeHeader = wasIdle && idle !== 'signature'
    const next = mayBeHeader ? headerAt(rows, at, reading.settings.fields) : undefined
    wasIdle = idle !== undefined
    if (next?.scope === 'member') {
      passedOver.tell()
      yield* readMembers(grid, next, surroundings, reading)
      return
    }
    if (next !== undefined && idle !== 'header') {
      table = table.under(next)
      at += next.height
      continue
    }
    at += height
    if (idle !== undefined) passedOver.add(idle, row)
    const record = idle === undefined ? table.read(row) : undefined
    if (record !== undefined) yield record
  }
  passedOver.tell()
}
