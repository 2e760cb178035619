import { isPast, type SomeDay } from './judging-day.ts'
import { addDays, addMonths, day, lastDayOfMonth, monthOf, type PlainDate, plainDate, yearOf } from './plain-date.ts'
import { type DateRange, reaches } from './range.ts'

export const PERIOD_UNITS = ['month', 'quarter', 'half', 'term', 'year'] as const
export type PeriodUnit = (typeof PERIOD_UNITS)[number]
type CalendarUnit = Exclude<PeriodUnit, 'term'>

/**
 * A calendar period. `id` is how reports and finding ids name it:
 * `2026-05`, `2026Q2`, `2026H1`, `2026T1` (school term that begins in that year), `2026`.
 */
export interface Period extends DateRange {
  readonly unit: PeriodUnit
  readonly id: string
}

const MONTHS: Readonly<Record<CalendarUnit, number>> = { month: 1, quarter: 3, half: 6, year: 12 }
const ORDINALS = ['一', '二', '三', '四'] as const

/** School terms: the first runs from 1 September to the end of January, the second from February to 31 August. */
const FIRST_TERM_START = 9
const SECOND_TERM_START = 2

export function periodOf(date: PlainDate, unit: PeriodUnit): Period {
  const year = yearOf(date)
  const month = monthOf(date)
  if (unit === 'term') return termOf(year, month)
  const length = MONTHS[unit]
  const index = Math.floor((month - 1) / length)
  return calendarPeriod(year, unit, index)
}

/** The periods of a unit whose last day lies in the range, in order. */
export function periodsEndingIn(range: DateRange, unit: PeriodUnit): Period[] {
  const periods: Period[] = []
  for (
    let period = periodOf(range.from, unit);
    reaches(range, period.to);
    period = periodOf(addDays(period.to, 1), unit)
  ) {
    periods.push(period)
  }
  return periods
}

/** The periods of a unit that share at least one day with the range, in order. */
export function periodsTouching(range: DateRange, unit: PeriodUnit): Period[] {
  const periods: Period[] = []
  for (
    let period = periodOf(range.from, unit);
    reaches(range, period.from);
    period = periodOf(addDays(period.to, 1), unit)
  ) {
    periods.push(period)
  }
  return periods
}

/** A period is over once `asOf` is more than `graceDays` past its last day. */
export function isOver(period: DateRange, asOf: SomeDay, graceDays: number): boolean {
  return isPast(addDays(period.to, graceDays), asOf)
}

/**
 * Reads `2026`, `2026H1`, `2026Q1`, `2026-03`, a day, or two of these with `..` between them.
 * `undefined` where it is none of them or ends before it begins.
 */
export function parseRange(text: string): DateRange | undefined {
  const [first, last, ...rest] = text.trim().split('..')
  if (first === undefined || rest.length > 0) return undefined
  const from = parsePeriod(first)
  const to = last === undefined ? from : parsePeriod(last)
  if (from === undefined || to === undefined || from.from > to.to) return undefined
  return { from: from.from, to: to.to }
}

/** Reads one period as `id` writes it, or a single day. */
export function parsePeriod(text: string): DateRange | undefined {
  const match = /^(\d{4})(?:[-年]?([QHT])([1-4])|-(\d{2})(?:-(\d{2}))?)?$/i.exec(text.trim())
  if (!match) return undefined
  const [, yearText, letter, index, month, dayText] = match
  const year = Number(yearText)
  const first = plainDate(year, month ? Number(month) : 1, dayText ? Number(dayText) : 1)
  if (first === undefined) return undefined
  if (dayText) return { from: first, to: first }
  if (month) return periodOf(first, 'month')
  if (!letter || !index) return periodOf(first, 'year')
  return lettered(year, letter.toUpperCase(), Number(index))
}

/** The period that goes by this id, and by no other. */
export function periodNamed(id: string): Period | undefined {
  const range = parsePeriod(id)
  if (range === undefined) return undefined
  return PERIOD_UNITS.map((unit) => periodOf(range.from, unit)).find((period) => period.id === id)
}

function lettered(year: number, letter: string, index: number): Period | undefined {
  if (letter === 'Q') return calendarPeriod(year, 'quarter', index - 1)
  if (index > 2) return undefined
  if (letter === 'H') return calendarPeriod(year, 'half', index - 1)
  return termOf(year, index === 1 ? FIRST_TERM_START : SECOND_TERM_START)
}

/** `2026年5月`, `2026年第二季度`, `2026年上半年`, `2026—2027学年第一学期`, `2026年`. */
export function periodLabel(period: Period): string {
  const year = yearOf(period.from)
  switch (period.unit) {
    case 'month':
      return `${year}年${monthOf(period.from)}月`
    case 'quarter':
      return `${year}年第${ORDINALS[(monthOf(period.from) - 1) / 3]}季度`
    case 'half':
      return `${year}年${monthOf(period.from) === 1 ? '上' : '下'}半年`
    case 'term':
      return monthOf(period.from) === FIRST_TERM_START
        ? `${year}—${year + 1}学年第一学期`
        : `${year - 1}—${year}学年第二学期`
    case 'year':
      return `${year}年`
  }
}

/** Each period that was asked for, by year and index: every record asks for its month, many times over. */
const knownPeriods: Readonly<Record<CalendarUnit, Map<number, Period>>> = {
  month: new Map(),
  quarter: new Map(),
  half: new Map(),
  year: new Map(),
}

function calendarPeriod(year: number, unit: CalendarUnit, index: number): Period {
  const key = year * 12 + index
  const known = knownPeriods[unit].get(key)
  if (known !== undefined) return known
  const length = MONTHS[unit]
  const from = day(`${year}-${pad(index * length + 1)}-01`)
  const to = lastDayOfMonth(addMonths(from, length - 1))
  const period = { unit, id: calendarId(year, unit, index), from, to }
  knownPeriods[unit].set(key, period)
  return period
}

function calendarId(year: number, unit: CalendarUnit, index: number): string {
  switch (unit) {
    case 'month':
      return `${year}-${pad(index + 1)}`
    case 'quarter':
      return `${year}Q${index + 1}`
    case 'half':
      return `${year}H${index + 1}`
    case 'year':
      return `${year}`
  }
}

function termOf(year: number, month: number): Period {
  if (month >= SECOND_TERM_START && month < FIRST_TERM_START) {
    return { unit: 'term', id: `${year}T2`, from: day(`${year}-02-01`), to: day(`${year}-08-31`) }
  }
  const start = month >= FIRST_TERM_START ? year : year - 1
  return { unit: 'term', id: `${start}T1`, from: day(`${start}-09-01`), to: day(`${start + 1}-01-31`) }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
