import { day, lastDayOfMonth, type PlainDate, plainDate, yearOf } from './plain-date.ts'
import { contains, type DateRange, reaches } from './range.ts'

/** Days of a year in which something is usually done, `MM-DD` both inclusive; it ends in the next year where `to` is before `from`. */
export interface YearlyWindow {
  readonly from: string
  readonly to: string
}

export const MONTH_DAY = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** The window that belongs to a year: of 2025, `10-01`–`03-31` is 2025-10-01 to 2026-03-31. */
export function windowOf({ from, to }: YearlyWindow, year: number): DateRange {
  return { from: dayIn(year, from), to: dayIn(to < from ? year + 1 : year, to) }
}

/** The years whose window ends in the range, in order. */
export function yearsEndingIn(range: DateRange, window: YearlyWindow): number[] {
  const years: number[] = []
  for (let year = yearOf(range.from) - 1; reaches(range, day(`${year}-01-01`)); year += 1) {
    if (contains(range, windowOf(window, year).to)) years.push(year)
  }
  return years
}

/** The year that a day belongs to: in the part of a window that runs into the next year, the year before. */
export function windowYearOf(date: PlainDate, window: YearlyWindow): number {
  const year = yearOf(date)
  return contains(windowOf(window, year - 1), date) ? year - 1 : year
}

/** A day that the month does not have is its last. */
function dayIn(year: number, monthDay: string): PlainDate {
  const [month, dayOfMonth] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))]
  return plainDate(year, month, dayOfMonth) ?? lastDayOfMonth(day(`${year}-${monthDay.slice(0, 2)}-01`))
}
