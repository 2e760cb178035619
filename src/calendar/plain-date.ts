import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths as addMonthsTo } from 'date-fns/addMonths'
import { lastDayOfMonth as lastDayOfMonthOf } from 'date-fns/lastDayOfMonth'

/** A calendar day written `YYYY-MM-DD`, with no time and no zone; compare two with `<`. */
export type PlainDate = string & { readonly __plainDate: never }

const MS_PER_DAY = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2100
const ZERO = '0'.charCodeAt(0)

/** The day, or `undefined` where no such day exists or the year is not in 1900–2100. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return undefined
  const days = daysTo(year, month, day)
  if (Number.isNaN(days)) return undefined
  const date = fromDayNumber(days)
  const exists = yearOf(date) === year && monthOf(date) === month && dayOfMonth(date) === day
  return exists ? date : undefined
}

/** Reads `YYYY-MM-DD` only; the many ways people write dates are intake's business. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = SHAPE.exec(text)
  return match ? plainDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** A literal of the program itself: throws where it is no day, for that is a bug. */
export function day(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === undefined) throw new RangeError(`not a day: ${text}`)
  return date
}

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  return daysTo(yearOf(date), monthOf(date), dayOfMonth(date))
}

/** Each day that was asked for, written once: few days come up, and each of them many thousand times. */
const writtenDays = new Map<number, PlainDate>()

export function fromDayNumber(days: number): PlainDate {
  const known = writtenDays.get(days)
  if (known !== undefined) return known
  const date = new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate
  writtenDays.set(days, date)
  return date
}

export function yearOf(date: PlainDate): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2)
}

/** 1–12. */
export function monthOf(date: PlainDate): number {
  return twoDigits(date, 5)
}

export function dayOfMonth(date: PlainDate): number {
  return twoDigits(date, 8)
}

/** 1 (Monday) to 7 (Sunday). */
export function weekday(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** The Monday of its week. */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - weekday(date))
}

/** Days from `from` to `to`; negative where `to` is the earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day of the month `months` later; the last day of that month where it is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return fromUtc(addMonthsTo(toUtc(date), months))
}

export function lastDayOfMonth(date: PlainDate): PlainDate {
  return fromUtc(lastDayOfMonthOf(toUtc(date)))
}

function toUtc(date: PlainDate): Date {
  return new UTCDateMini(yearOf(date), monthOf(date) - 1, dayOfMonth(date))
}

function fromUtc(date: Date): PlainDate {
  return fromDayNumber(date.getTime() / MS_PER_DAY)
}

/** A month or day that does not exist runs on into the next one, or comes to no number. */
function daysTo(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

/** Read from the characters: dates are taken apart too often to cut strings for it. */
function twoDigits(date: PlainDate, at: number): number {
  return (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO
}
