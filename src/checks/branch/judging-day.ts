import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CheckContext } from '../contract.ts'

/** The day whose state of things is judged: the end of the period, or today where it still runs. */
export function judgingDay({ asOf, period }: CheckContext): PlainDate {
  return asOf < period.to ? asOf : period.to
}
