import type { Cell, CellValue } from 'hucre/xlsx'

/** Digits that Excel keeps of a number; of longer ones it has lost the rest. */
const MAX_EXACT = 1e15

/**
 * A cell as one would type it. Days and times come as moments in UTC, so that no time zone can shift them. What shows
 * the month only (2026年3月) tells no day, and a formula whose result the file does not have stands for itself.
 */
export function textOf(value: CellValue, cell?: Cell): string {
  if (value === null) return cell?.formula === undefined ? '' : `=${cell.formula}`
  const format = cell?.style?.numFmt
  if (value instanceof Date) return format !== undefined && showsMonth(format) ? monthText(value) : momentText(value)
  if (typeof value === 'number' && Math.abs(value) >= MAX_EXACT) return value.toExponential().toUpperCase()
  if (typeof value === 'number' && format !== undefined && isTimeOfDay(value, format)) return clockText(value)
  return String(value).replace(/\r\n?/gu, '\n')
}

/** Whether a number is a day as some type it, 3.2, that may have been 3.20 before the program took the zero away. */
export function mayLackZero(value: CellValue): boolean {
  return typeof value === 'number' && /^(?:[1-9]|1[0-2])\.[123]$/.test(String(value))
}

/** A number format without what it only prints: `yyyy"年"m"月"`, `[$-804]h"时"`, `yyyy\-mm`. */
function letters(format: string): string {
  return format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '').toLowerCase()
}

function showsMonth(format: string): boolean {
  const shown = letters(format)
  return shown.includes('m') && !/[dhs]/.test(shown) && (shown.includes('y') || shown.includes('mmm'))
}

/** The library knows a time only where its format has no Chinese words. */
function isTimeOfDay(value: number, format: string): boolean {
  return value > 0 && value < 1 && letters(format).includes('h')
}

const MINUTES_PER_DAY = 1440

function clockText(fraction: number): string {
  const minutes = Math.round(fraction * MINUTES_PER_DAY)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
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

function monthText(moment: Date): string {
  return Number.isNaN(moment.getTime()) ? '' : `${moment.getUTCFullYear()}年${moment.getUTCMonth() + 1}月`
}
