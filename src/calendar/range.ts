import type { JudgingDay } from './judging-day.ts'
import { day, type PlainDate } from './plain-date.ts'

/** From the first to the last day, both inclusive. */
export interface DateRange {
  readonly from: PlainDate
  readonly to: PlainDate
  /** Of days up to the day of judging that day, which is to be asked in place of `to`. */
  readonly today?: JudgingDay
}

/** All days that there are here. */
export const ALWAYS: DateRange = { from: day('1900-01-01'), to: day('2100-12-31') }

/** The days from one on up to the day of judging. */
export function daysToDate(from: PlainDate, today: JudgingDay): DateRange {
  return {
    from,
    get to() {
      return today.date
    },
    today,
  }
}

export function contains(range: DateRange, date: PlainDate): boolean {
  return range.from <= date && reaches(range, date)
}

/** Whether the range ends on that day or later. */
export function reaches(range: DateRange, date: PlainDate): boolean {
  return range.today === undefined ? date <= range.to : range.today.hasCome(date)
}

/** The days both have in common, or `undefined`. */
export function intersect(a: DateRange, b: DateRange): DateRange | undefined {
  const from = a.from > b.from ? a.from : b.from
  const [today] = [a, b].flatMap((range) => range.today ?? [])
  const ends = [a, b].flatMap((range) => (range.today === undefined ? range.to : []))
  const to = ends.reduce<PlainDate | undefined>(
    (first, end) => (first === undefined || end < first ? end : first),
    undefined,
  )
  if (today !== undefined && (to === undefined || !today.hasCome(to))) {
    return today.hasCome(from) ? daysToDate(from, today) : undefined
  }
  return to !== undefined && from <= to ? { from, to } : undefined
}
