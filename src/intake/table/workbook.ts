import type { CellValue, Sheet as ParsedSheet, Workbook as ParsedWorkbook } from 'hucre/xlsx'
import { isOldOffice } from '../file-signatures.ts'
import { zipFault } from '../zip-size.ts'

/** The cells of a workbook as texts: plain data, for whoever has opened the file to hand on. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** The sheets that are hidden, which are not read. */
  readonly hidden: readonly Sheet[]
  /** Why it could not be opened; then it has no sheets. */
  readonly fault?: string
}

export interface Sheet {
  readonly name: string
  /** Without the blank rows and cells at the end. */
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly MergedCells[]
}

/** First and last row and column, counted from 0, both inclusive. */
export interface MergedCells {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}

/**
 * Opens an .xlsx file. The one place that knows the library which reads them; it is loaded when first needed, and reads
 * in steps, which is why this is no part of examining.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const fault = await faultOf(bytes)
  if (fault !== undefined) return unopened(fault)
  try {
    const { readXlsx } = await import('hucre/xlsx')
    return fromParsed(await readXlsx(bytes))
  } catch {
    return unopened('文件已经损坏，或者不是 .xlsx 格式；请用 Excel 或 WPS 打开后另存为 .xlsx')
  }
}

async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  if (bytes.length === 0) return '文件是空的，没有内容可读'
  if (isOldOffice(bytes)) return '文件是旧版 .xls 格式，或者加了密码；请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx'
  const fault = await zipFault(bytes)
  return fault && `${fault}；请用 Excel 或 WPS 打开核对，另存为 .xlsx`
}

function unopened(fault: string): Workbook {
  return { sheets: [], hidden: [], fault }
}

function fromParsed({ sheets }: ParsedWorkbook): Workbook {
  const isHidden = ({ hidden, veryHidden }: ParsedSheet) => hidden === true || veryHidden === true
  return {
    sheets: sheets.filter((sheet) => !isHidden(sheet)).map(sheetOf),
    hidden: sheets.filter(isHidden).map(sheetOf),
  }
}

function sheetOf({ name, rows, merges }: ParsedSheet): Sheet {
  const texts = rows.map((row) => withoutEnd(row.map(textOf), (text) => text.trim() !== ''))
  return {
    name,
    rows: withoutEnd(texts, (row) => row.length > 0),
    merges: (merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({ startRow, startCol, endRow, endCol })),
  }
}

function withoutEnd<T>(items: T[], counts: (item: T) => boolean): T[] {
  return items.slice(0, items.findLastIndex(counts) + 1)
}

/** Digits that Excel keeps of a number; of longer ones it has lost the rest. */
const MAX_EXACT = 1e15

/** A cell as one would type it. Days and times come as moments in UTC, so that no time zone can shift them. */
function textOf(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return momentText(value)
  if (typeof value === 'number' && Math.abs(value) >= MAX_EXACT) return value.toExponential().toUpperCase()
  return String(value).replace(/\r\n?/gu, '\n')
}

const SECOND = 1000
const HALF_SECOND = 500
/** A time of day without a day counts from the end of 1899. */
const FIRST_YEAR_OF_DAYS = 1900

function momentText(moment: Date): string {
  const rounded = new Date(Math.floor((moment.getTime() + HALF_SECOND) / SECOND) * SECOND)
  if (Number.isNaN(rounded.getTime())) return ''
  const [day = '', clock = ''] = rounded.toISOString().slice(0, 19).split('T')
  const time = clock.endsWith(':00') ? clock.slice(0, 5) : clock
  if (rounded.getUTCFullYear() < FIRST_YEAR_OF_DAYS) return time
  return time === '00:00' ? day : `${day} ${time}`
}
