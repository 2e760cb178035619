import type { Sheet as ParsedSheet, Workbook as ParsedWorkbook } from 'hucre/xlsx'
import { isOldOffice } from '../file-signatures.ts'
import { zipFault } from '../zip-size.ts'
import { mayLackZero, textOf } from './cell-text.ts'

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
  /** Numbers such as 3.2 that may have been typed as 3.20: `row,column`, counted from 0. */
  readonly decimals?: ReadonlySet<string>
  /** Set where the sheet is too wide or too long to be read to its end. */
  readonly isCut?: true
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
  return (await parsed(bytes)) ?? (await parsed(bytes, MOST_CELLS)) ?? unopened(DAMAGED)
}

const DAMAGED = '文件已经损坏，或者不是 .xlsx 格式；请用 Excel 或 WPS 打开后另存为 .xlsx'
/**
 * What is read of a workbook that the library refuses: a cell that is formatted in the last row or column makes a sheet
 * of thousands of millions of cells.
 */
const MOST_CELLS = 'A1:IV20000'

async function parsed(bytes: Uint8Array, range?: string): Promise<Workbook | undefined> {
  try {
    const { readXlsx } = await import('hucre/xlsx')
    const workbook = await readXlsx(bytes, { readStyles: true, ...(range !== undefined && { range }) })
    return fromParsed(workbook, range !== undefined)
  } catch {
    return undefined
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

function fromParsed({ sheets }: ParsedWorkbook, isCut: boolean): Workbook {
  const read = (sheet: ParsedSheet): Sheet => ({ ...sheetOf(sheet), ...(isCut && { isCut }) })
  const isHidden = ({ hidden, veryHidden }: ParsedSheet) => hidden === true || veryHidden === true
  return {
    sheets: sheets.filter((sheet) => !isHidden(sheet)).map(read),
    hidden: sheets.filter(isHidden).map(read),
  }
}

function sheetOf({ name, rows, merges, cells }: ParsedSheet): Sheet {
  const decimals = new Set<string>()
  const texts = rows.map((row, at) => {
    const inRow = row.map((value, column) => {
      const key = `${at},${column}`
      if (mayLackZero(value)) decimals.add(key)
      return textOf(value, cells?.get(key))
    })
    return withoutEnd(inRow, (text) => text.trim() !== '')
  })
  return {
    name,
    rows: withoutEnd(texts, (row) => row.length > 0),
    merges: (merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({ startRow, startCol, endRow, endCol })),
    ...(decimals.size > 0 && { decimals }),
  }
}

function withoutEnd<T>(items: T[], counts: (item: T) => boolean): T[] {
  return items.slice(0, items.findLastIndex(counts) + 1)
}
