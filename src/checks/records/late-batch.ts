import * as z from 'zod'
import { type HolidayCalendar, workingDaysBetween } from '../../calendar/holidays.ts'
import { mondayOf, type PlainDate } from '../../calendar/plain-date.ts'
import type { DatedRecord } from '../../ledger/held.ts'
import { grouped } from './grouped.ts'

export const BatchLimits = z.strictObject({
  /** 同一天录入几个不同星期的会议，才算集中补录。 */
  weeks: z.int().min(2).default(3),
  /** 会议结束后超过几个工作日录入，才算补录。 */
  lateAfter: z.int().nonnegative().default(3),
})
export type BatchLimits = z.infer<typeof BatchLimits>

export type EnteredRecord = DatedRecord & { readonly enteredOn: NonNullable<DatedRecord['enteredOn']> }

export function isEntered(record: DatedRecord): record is EnteredRecord {
  return record.enteredOn !== undefined
}

/** Records of different weeks that were entered on one day, late. */
export interface LateBatch {
  readonly day: PlainDate
  readonly weeks: number
  readonly records: readonly EnteredRecord[]
}

/** The one definition of 集中补录: whatever tells of late records one by one leaves these out. */
export function lateBatches(
  records: readonly EnteredRecord[],
  { weeks, lateAfter }: BatchLimits,
  holidays: HolidayCalendar,
): LateBatch[] {
  const late = records.filter(
    (record) => record.lateNote === undefined && workingDaysLate(record, holidays) > lateAfter,
  )
  return Array.from(
    grouped(late, ({ enteredOn }) => enteredOn.value),
    ([day, ofDay]) => ({
      day,
      weeks: new Set(ofDay.map(({ date }) => mondayOf(date.value))).size,
      records: ofDay,
    }),
  ).filter((batch) => batch.weeks >= weeks)
}

/** Working days from the last day of the meeting to its entry. */
export function workingDaysLate({ date, endDate, enteredOn }: EnteredRecord, holidays: HolidayCalendar): number {
  return workingDaysBetween(endDate?.value ?? date.value, enteredOn.value, holidays)
}
