import type { PlainDate } from './plain-date.ts'

/** From the first to the last day, both inclusive. */
export interface DateRange {
  readonly from: PlainDate
  readonly to: PlainDate
}

export function contains(range: DateRange, date: PlainDate): boolean {
  return range.from <= date && date <= range.to
}

/** The days both have in common, or `undefined`. */
export function intersect(a: DateRange, b: DateRange): DateRange | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : undefined
}
