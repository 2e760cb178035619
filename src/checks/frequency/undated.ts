import { parsePeriod } from '../../calendar/period.ts'
import { type DateRange, intersect } from '../../calendar/range.ts'
import { isDated } from '../../ledger/held.ts'
import type { LedgerRecord } from '../../ledger/schema.ts'

/** Whether a record without a day that exists may have taken place in the range: by the year and month that it does name. */
export function mayFallIn(record: LedgerRecord, range: DateRange): boolean {
  if (isDated(record) || !isSaidHeld(record)) return false
  return !namesAnother((record.impossibleDate ?? record.unreadDate)?.value ?? '', range)
}

/** Whether a text names a year or month, and none that the range has days of. */
export function namesAnother(text: string, range: DateRange): boolean {
  const written = text.normalize('NFKC')
  const [, year, month] = NAMED.exec(written) ?? []
  const monthOnly = year === undefined ? NAMED_MONTH.exec(written)?.[1] : undefined
  if (monthOnly !== undefined) return !yearsOf(range).some((one) => falls(namedMonth(one, monthOnly), range))
  return !falls(year === undefined ? undefined : (namedMonth(year, month) ?? parsePeriod(year)), range)
}

function falls(named: DateRange | undefined, range: DateRange): boolean {
  return named === undefined || intersect(named, range) !== undefined
}

function yearsOf({ from, to }: DateRange): string[] {
  return [...new Set([from, to].map((date) => date.slice(0, 4)))]
}

/** `2026-02-30 党员大会的日期“2月30日”不存在`, or what else keeps it from being counted. */
export function undatedReason({ key, impossibleDate, unreadDate }: LedgerRecord): string {
  if (impossibleDate !== undefined) return `${key}的日期“${impossibleDate.value}”不存在`
  return unreadDate === undefined ? `${key}没有可用的日期` : `${key}的日期“${unreadDate.value}”读不出是哪一天`
}

/** 1月7日 or 3.20: of what year is not said. */
const NAMED_MONTH = /(?<!\d)(0?[1-9]|1[0-2])\s*(?:月|[./-]\d)/u
const NAMED = /((?:19|20)\d{2})(?:\D{0,2}(\d{1,2}))?/u

function namedMonth(year: string, month: string | undefined): DateRange | undefined {
  return month === undefined ? undefined : parsePeriod(`${year}-${month.padStart(2, '0')}`)
}

function isSaidHeld({ state }: LedgerRecord): boolean {
  return state === undefined || state.value === '已开'
}
