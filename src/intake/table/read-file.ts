import type { Place } from '../../source/place.ts'
import type { Reading } from '../reading.ts'
import { csvGrid } from './csv.ts'
import { isLedgerTable, readTable } from './read-table.ts'
import { sheetGrid } from './sheet-grid.ts'
import type { TableRow } from './table-row.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** Reads the rows of a CSV or TSV text. */
export function readCsv(text: string, reading: Reading): Generator<TableRow> {
  return readTable(csvGrid(text, reading), reading)
}

/** Reads the rows of each sheet of a workbook, as if it were a table of its own; hidden sheets are only told. */
export function* readWorkbook({ sheets, hidden, fault }: Workbook, reading: Reading): Generator<TableRow> {
  const top: Place = { file: reading.file, line: 1, column: 1 }
  if (fault !== undefined) reading.error('bad-workbook', fault, top, '')
  for (const sheet of hidden) tellHidden(sheet, reading)
  if (fault === undefined && [...sheets, ...hidden].every(({ rows }) => rows.length === 0)) {
    reading.note('empty-file', '文件里没有内容，没有可读的台账', top, '')
  }
  for (const sheet of sheets) {
    if (sheet.isCut) tellCut(sheet, { ...top, sheet: sheet.name }, reading)
    yield* readTable(sheetGrid(sheet, reading.file), reading)
  }
}

function tellCut({ name }: Sheet, at: Place, reading: Reading): void {
  const message = `工作表「${name}」大得不正常，只读了前20000行、前256列；请删去多余的空行、空列，另存后再检查`
  reading.warn('cut-sheet', message, at, name)
}

/** What is hidden may be the choices of a list, an old version, or a part of the ledger. */
function tellHidden(sheet: Sheet, reading: Reading): void {
  const { name } = sheet
  const at = { file: reading.file, line: 1, column: 1, sheet: name }
  if (isLedgerTable(sheetGrid(sheet, reading.file), reading)) {
    const message = `工作表「${name}」是隐藏的，里面有台账，没有读取；要检查的请取消隐藏，作废的请删去`
    reading.warn('hidden-table', message, at, name)
  } else {
    reading.note('hidden-sheet', `工作表「${name}」是隐藏的，没有读取；如果里面有台账，请取消隐藏`, at, name)
  }
}
