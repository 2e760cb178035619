import { parsePeriod } from '../calendar/period.ts'
import { type PlainDate, yearOf } from '../calendar/plain-date.ts'
import type { TimeSpan } from '../ledger/schema.ts'
import { type DateReading, readDate } from './values/dates.ts'
import { readTimeSpan } from './values/times.ts'

/** Reads the dates of one file; ledgers repeat them. */
export class Dates {
  /** The one year that the file is about, where that is beyond doubt: for dates that name none. */
  private readonly year: number | undefined
  private readonly serial: boolean
  private readonly known = new Map<string, DateReading | undefined>()
  private readonly times = new Map<string, TimeSpan | undefined>()

  constructor(year: number | undefined, serial: boolean) {
    this.year = year
    this.serial = serial
  }

  read(text: string): DateReading | undefined {
    if (this.known.has(text)) return this.known.get(text)
    const read = readDate(text, { year: this.year, serial: this.serial })
    this.known.set(text, read)
    return read
  }

  /**
   * The day until which something agreed on a day is due: a day, or the last of the month, quarter or year named. One
   * without a year is the next such day after it was agreed.
   */
  deadline(text: string, agreed: PlainDate | undefined): PlainDate | undefined {
    const read = this.read(text)
    const isGuess = read?.yearGuessed === true || read?.yearMissing === true || read === undefined
    const due = lastDayOf(read)
    if (agreed === undefined || !isGuess || (due !== undefined && due >= agreed)) return due
    const year = yearOf(agreed)
    const sameYear = lastDayOf(readDate(text, { year }))
    return sameYear === undefined || sameYear >= agreed ? sameYear : lastDayOf(readDate(text, { year: year + 1 }))
  }

  /** The hours of a text that may name a day before them. */
  timeOf(text: string): TimeSpan | undefined {
    if (this.times.has(text)) return this.times.get(text)
    const time = this.read(text)?.time ?? readTimeSpan(text)
    this.times.set(text, time)
    return time
  }
}

function lastDayOf(read: DateReading | undefined): PlainDate | undefined {
  const date = read?.endDate ?? read?.date
  if (date !== undefined || read?.period === undefined) return date
  return parsePeriod(read.period)?.to
}
