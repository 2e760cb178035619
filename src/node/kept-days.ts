import type { PlainDate } from '../calendar/plain-date.ts'

/** The days on which what is kept may be recalled: from the one it was found on to the one before `until`. */
export interface KeptDays {
  readonly from: PlainDate
  readonly until?: PlainDate | undefined
}

export function holdsOn(day: PlainDate, { from, until }: KeptDays): boolean {
  return from <= day && (until === undefined || day < until)
}
