import { addDays, day, type PlainDate } from '../../calendar/plain-date.ts'
import type { TimeSpan } from '../../ledger/schema.ts'

/** 2000-01-01 as Excel counts: from 1 January 1900, with a 29 February 1900 that never was. */
const YEAR_2000 = 36_526
/** 1927 to 2099: what a ledger can mean; a smaller number is a count. */
const EARLIEST = 10_000
const LATEST = 73_050
const MINUTES_PER_DAY = 1440

/** A day as Excel counts it, with the fraction as the time: `46093.604` is 14:30 on 2026-03-12. */
export function dateOfSerial(text: string): { date: PlainDate; time?: TimeSpan } | undefined {
  const match = /^(\d{5})(\.\d+)?$/.exec(text)
  if (!match) return undefined
  const days = Number(match[1])
  if (days < EARLIEST || days > LATEST) return undefined
  const start = Math.round(Number(match[2] ?? 0) * MINUTES_PER_DAY)
  const date = addDays(day('2000-01-01'), days - YEAR_2000 + Math.floor(start / MINUTES_PER_DAY))
  return start % MINUTES_PER_DAY === 0 ? { date } : { date, time: { start } }
}
