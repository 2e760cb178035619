import { parsePeriod } from '../../calendar/period.ts'
import { type DateRange, intersect } from '../../calendar/range.ts'
import { isDated } from '../../ledger/held.ts'
import type { LedgerRecord } from '../../ledger/schema.ts'
import { meetingName } from '../record-name.ts'

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

/** `有一次党员大会的日期写作“2月30日”，没有这一天`, or what else keeps it from being counted. */
export function undatedReason(record: LedgerRecord): string {
  const { impossibleDate, unreadDate } = record
  const which = `有一次${meetingName(record)}`
  if (impossibleDate !== undefined) return `${which}的日期写作“${impossibleDate.value}”，没有这一天`
  return unreadDate === undefined ? `${which}没有写日期` : `${which}的日期写作“${unreadDate.value}”，读不出是哪一天`
}

/** 1月7日 or 3.20: of what year is not said. */
const NAMED_MONTH = /(?<!\d)(0?[1-9]|1[0-2])\s*(?:月|[./-]\d)/u
const NAMED = /((?:19|20)\d{2})(?:\D{0,2}(\d{1,2}))?/u

function namedMonth(year: string, month: string | undefined): DateRange | undefined {
  return month === undefined ? undefined : parsePeriod(`${year}-${month.padStart(2, '0')}`)
}

/** Whether nothing says that the record was only planned, called off or put off. */
export function isSaidHeld({ state }: LedgerRecord): boolean {
  return state === undefined || state.value === '已开'
}
