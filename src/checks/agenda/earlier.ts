import type { SomeDay } from '../../calendar/judging-day.ts'
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { contains, type DateRange } from '../../calendar/range.ts'
import { type DatedRecord, isHeld } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'

/** From so many days before a day to that day. */
export function daysUpTo(date: PlainDate, days: number): DateRange {
  return { from: addDays(date, -days), to: date }
}

/** Other records that took place in the range, the registers' entries among them. */
export function othersIn(ledger: Ledger, record: DatedRecord, range: DateRange, asOf: SomeDay): DatedRecord[] {
  return ledger.records.filter(
    (other): other is DatedRecord => other !== record && isHeld(other, asOf) && contains(range, other.date.value),
  )
}
