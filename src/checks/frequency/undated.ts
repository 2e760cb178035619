import { parsePeriod } from '../../calendar/period.ts'
import { type DateRange, intersect } from '../../calendar/range.ts'
import { isDated } from '../../ledger/held.ts'
import type { LedgerRecord } from '../../ledger/schema.ts'

/** Whether a record without a day that exists may have taken place in the range: by the year and month that it does name. */
export function mayFallIn(record: LedgerRecord, range: DateRange): boolean {
  if (isDated(record) || !isSaidHeld(record)) return false
  const [, year, month] = NAMED.exec(record.impossibleDate?.value.normalize('NFKC') ?? '') ?? []
  const named = year === undefined ? undefined : (namedMonth(year, month) ?? parsePeriod(year))
  return named === undefined || intersect(named, range) !== undefined
}

/** `2026-02-30 党员大会的日期不存在` or `… 党员大会没有写明日期`. */
export function undatedReason({ key, impossibleDate }: LedgerRecord): string {
  return impossibleDate === undefined ? `${key}没有可用的日期` : `${key}的日期“${impossibleDate.value}”不存在`
}

const NAMED = /((?:19|20)\d{2})(?:\D{0,2}(\d{1,2}))?/u

function namedMonth(year: string, month: string | undefined): DateRange | undefined {
  return month === undefined ? undefined : parsePeriod(`${year}-${month.padStart(2, '0')}`)
}

function isSaidHeld({ state }: LedgerRecord): boolean {
  return state === undefined || state.value === '已开'
}
