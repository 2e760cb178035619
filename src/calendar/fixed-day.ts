import { type HolidayCalendar, onWorkingDay } from './holidays.ts'
import {
  addDays,
  dayOfMonth,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
  plainDate,
  weekday,
  yearOf,
} from './plain-date.ts'
import type { DateRange } from './range.ts'

/** A day that comes back every month: the 28th, the last day, the second Friday (`nth` 2, `weekday` 5), the last one (`nth` -1). */
export type MonthlyDay =
  | { readonly type: 'day-of-month'; readonly day: number }
  | { readonly type: 'weekday'; readonly nth: number; readonly weekday: number }
  | { readonly type: 'last-day' }

/** The fixed day in the month of `date`; `undefined` where the month has none (a fifth Monday). A 31st falls on the last day of a shorter month. */
export function fixedDayIn(date: PlainDate, fixed: MonthlyDay): PlainDate | undefined {
  const last = lastDayOfMonth(date)
  if (fixed.type === 'last-day') return last
  if (fixed.type === 'day-of-month') return inMonth(date, Math.min(fixed.day, dayOfMonth(last)))
  return fixed.nth < 0 ? lastWeekday(last, fixed.weekday) : nthWeekday(date, fixed.nth, fixed.weekday)
}

/** The days that count as kept: `tolerance` days either side, from the day itself to the working day that it moves on to. */
export function daysKept(fixedDay: PlainDate, tolerance: number, holidays: HolidayCalendar): DateRange {
  return { from: addDays(fixedDay, -tolerance), to: addDays(onWorkingDay(fixedDay, holidays), tolerance) }
}

function lastWeekday(last: PlainDate, wanted: number): PlainDate {
  return addDays(last, -((weekday(last) - wanted + 7) % 7))
}

function nthWeekday(date: PlainDate, nth: number, wanted: number): PlainDate | undefined {
  const first = inMonth(date, 1)
  return first && inMonth(date, 1 + ((wanted - weekday(first) + 7) % 7) + (nth - 1) * 7)
}

function inMonth(date: PlainDate, day: number): PlainDate | undefined {
  return plainDate(yearOf(date), monthOf(date), day)
}
