import { addDays, type PlainDate, weekday } from './plain-date.ts'

/** Public holidays and the working days that make up for them, as announced year by year. */
export interface HolidayCalendar {
  /** Whether people work on that day. In a year that the data do not cover: Monday to Friday. */
  isWorkingDay(date: PlainDate): boolean
  isHoliday(date: PlainDate): boolean
  /** Whether the announced days of that year are known. */
  covers(year: number): boolean
}

/** The day itself where it is a working day, else the next that is one. */
export function onWorkingDay(date: PlainDate, holidays: HolidayCalendar): PlainDate {
  let day = date
  while (!holidays.isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, holidays: HolidayCalendar): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (holidays.isWorkingDay(day)) count += 1
  }
  return count
}

export function isWeekend(date: PlainDate): boolean {
  return weekday(date) >= 6
}
