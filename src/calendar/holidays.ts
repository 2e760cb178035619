import * as z from 'zod'
import { parseRange } from './period.ts'
import { addDays, type PlainDate, weekday } from './plain-date.ts'
import type { DateRange } from './range.ts'

const Days = z.string().transform((text, { addIssue }): DateRange => {
  const range = parseRange(text)
  if (range !== undefined) return range
  addIssue('应是日期 2026-05-01，或起止日期 2026-05-01..2026-05-05')
  return z.NEVER
})

/** Year → days off and the weekend days on which people work for them, as `rules/calendar/holidays.yaml` writes them. */
export const AnnouncedDays = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({ off: z.array(Days).default([]), work: z.array(Days).default([]) }),
)
export type AnnouncedDays = z.infer<typeof AnnouncedDays>

/** Public holidays and the working days that make up for them, as announced year by year. */
export interface HolidayCalendar {
  /** Whether people work on that day. In a year that the data do not cover: Monday to Friday. */
  isWorkingDay(date: PlainDate): boolean
  isHoliday(date: PlainDate): boolean
  /** Whether the announced days of that year are known. */
  covers(year: number): boolean
}

/**
 * The calendar of the announced days in `data`; a year of `further` stands in place of the same year of `data`.
 *
 * @throws ZodError where `data` is not of the shape of `AnnouncedDays`
 */
export function holidayCalendar(data: unknown, further: AnnouncedDays = {}): HolidayCalendar {
  const years = { ...AnnouncedDays.parse(data), ...further }
  const off = new Set(Object.values(years).flatMap((year) => year.off.flatMap(daysOf)))
  const work = new Set(Object.values(years).flatMap((year) => year.work.flatMap(daysOf)))
  return {
    isWorkingDay: (date) => work.has(date) || !(off.has(date) || isWeekend(date)),
    isHoliday: (date) => off.has(date),
    covers: (year) => String(year) in years,
  }
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

/** Saturday or Sunday, whether or not people work on it. */
export function isWeekend(date: PlainDate): boolean {
  return weekday(date) >= 6
}

function daysOf({ from, to }: DateRange): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
