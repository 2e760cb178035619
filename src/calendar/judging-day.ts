import { addDays, type PlainDate, plainDate, yearOf } from './plain-date.ts'

/**
 * The day of judging. It is asked rather than read, and notes the days that were still to come: what was judged holds on
 * later days as well, until the first of those.
 */
export class JudgingDay {
  private readonly today: PlainDate
  private next: PlainDate | undefined

  constructor(today: PlainDate) {
    this.today = today
  }

  /** Whether the date is this day or before it. */
  hasCome(date: PlainDate): boolean {
    if (date <= this.today) return true
    this.note(date)
    return false
  }

  /** Whether the date is before this day. */
  isPast(date: PlainDate): boolean {
    if (date < this.today) return true
    if (this.next === undefined || date < this.next) this.note(addDays(date, 1))
    return false
  }

  /** The day itself, for who tells it or reckons with it: then all is to be judged anew on the next. */
  get date(): PlainDate {
    this.note(addDays(this.today, 1))
    return this.today
  }

  get year(): number {
    const year = yearOf(this.today)
    const end = plainDate(year + 1, 1, 1)
    if (end !== undefined) this.note(end)
    return year
  }

  /** The first day on which things may be otherwise; `undefined` where none has been asked about. */
  get holdsUntil(): PlainDate | undefined {
    return this.next
  }

  /** So that a check may compare the day with others, and tell it, as if it were written out. */
  toString(): string {
    return this.date
  }

  toJSON(): string {
    return this.date
  }

  private note(date: PlainDate): void {
    if (this.next === undefined || date < this.next) this.next = date
  }
}

/** Some day, or that of judging. */
export type SomeDay = PlainDate | JudgingDay

/** Whether on that day the date has come. */
export function hasCome(date: PlainDate, on: SomeDay): boolean {
  return typeof on === 'string' ? date <= on : on.hasCome(date)
}

/** Whether on that day the date is past. */
export function isPast(date: PlainDate, on: SomeDay): boolean {
  return typeof on === 'string' ? date < on : on.isPast(date)
}

/** The day itself; of the day of judging see there. */
export function dateOf(day: SomeDay): PlainDate {
  return typeof day === 'string' ? day : day.date
}
