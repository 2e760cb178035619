import { type PlainDate, plainDate } from '../calendar/plain-date.ts'

/** The day on the clock of whoever sits at the machine. */
export function today(): PlainDate {
  const now = new Date()
  const date = plainDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
  if (date === undefined) throw new RangeError(`the clock says ${now.getFullYear()}`)
  return date
}
