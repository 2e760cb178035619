import type { Place } from '../../source/place.ts'
import type { Reading } from '../reading.ts'
import { csvGrid } from './csv.ts'
import { readTable } from './read-table.ts'
import { sheetGrid } from './sheet-grid.ts'
import type { TableRow } from './table-row.ts'
import type { Workbook } from './workbook.ts'

/** Reads the rows of a CSV or TSV text. */
export function readCsv(text: string, reading: Reading): Generator<TableRow> {
  return readTable(csvGrid(text, reading), reading)
}

/** Reads the rows of each sheet of a workbook, as if it were a table of its own; hidden sheets are told. */
export function* readWorkbook({ sheets, hidden, fault }: Workbook, reading: Reading): Generator<TableRow> {
  const top: Place = { file: reading.file, line: 1, column: 1 }
  if (fault !== undefined) reading.error('bad-workbook', fault, top, '')
  for (const name of hidden) {
    const message = `工作表「${name}」是隐藏的，没有读取；如果里面有台账，请取消隐藏`
    reading.note('hidden-sheet', message, { ...top, sheet: name }, name)
  }
  for (const sheet of sheets) yield* readTable(sheetGrid(sheet, reading.file), reading)
}
