import { parsePeriod } from '../calendar/period.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { DateRange } from '../calendar/range.ts'
import type { SourceEntry } from '../source/node.ts'
import type { Located, Place } from '../source/place.ts'
import type { Reading } from './reading.ts'
import { locatedAs, saysNone, scalarOf } from './scalars.ts'
import type { DateReading } from './values/dates.ts'

/** Which day of a month or year that stands in place of a day is meant. */
export type EndOfPeriod = 'first' | 'last'

/**
 * Reads a day of a person's or a branch's life. Where only a month or year is written, its first or last day stands for
 * it, and that is told.
 */
export function dayOf(
  entry: SourceEntry | undefined,
  reading: Reading,
  meant: EndOfPeriod = 'first',
): Located<PlainDate> | undefined {
  return dayIn(entry, reading, (period) => (meant === 'first' ? period.from : period.to))
}

/** Reads a day on which it turns whether something came in time: a month is none. */
export function exactDayOf(entry: SourceEntry | undefined, reading: Reading): Located<PlainDate> | undefined {
  return dayIn(entry, reading, () => undefined)
}

function dayIn(
  entry: SourceEntry | undefined,
  reading: Reading,
  dayFor: (period: DateRange) => PlainDate | undefined,
): Located<PlainDate> | undefined {
  const scalar = entry && scalarOf(entry, reading)
  if (entry === undefined || scalar === undefined || saysNone(scalar.text)) return undefined
  const { key } = entry
  const { text, at } = scalar
  const read = reading.dates.read(text)
  if (read?.date !== undefined) {
    tellGuessedYear(read, key, text, at, reading)
    return locatedAs(read.date, at, text)
  }
  const period = read?.period === undefined ? undefined : parsePeriod(read.period)
  const day = period && dayFor(period)
  if (day !== undefined) {
    reading.note('guessed-day', `「${key}」写作「${text}」，没有写到日，按${day}读取；请写明哪一天`, at, text)
    return { value: day, at, raw: text }
  }
  reading.warn('bad-date', `「${key}」写作「${text}」，${whyNot(read)}`, at, text)
  return undefined
}

/** Says what keeps a text from being a day, and what to write. */
export function whyNot(read: DateReading | undefined): string {
  if (read?.impossible !== undefined) return '没有这一天；请核对原始记录后改正'
  if (read?.yearMissing) return '没有写年份，从文件里也看不出是哪一年；请补上年份，如 2026-03-12'
  if (read?.period !== undefined) return '没有写到日；请写明哪一天，如 2026-03-12'
  return '读不出是哪一天；请写成 2026-03-12 这样的日期'
}

/** Tells of a year that was filled in. */
export function tellGuessedYear(read: DateReading, key: string, text: string, at: Place, reading: Reading): void {
  if (read.yearGuessed !== true) return
  reading.note('guessed-year', `「${key}」写作「${text}」，没有写全年份，按${read.date}读取；请补上四位年份`, at, text)
}
