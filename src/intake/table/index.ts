export { readCsv, readWorkbook } from './read-file.ts'
export type { MemberRow, RecordRow, TableRow } from './table-row.ts'
export { openWorkbook, type Sheet, type Workbook } from './workbook.ts'
