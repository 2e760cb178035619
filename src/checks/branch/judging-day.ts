import type { SomeDay } from '../../calendar/judging-day.ts'
import type { CheckContext } from '../contract.ts'

/** The day whose state of things is judged: the end of the period, or today where it still runs. */
export function judgingDay({ asOf, period }: CheckContext): SomeDay {
  return period.today === undefined && asOf.hasCome(period.to) ? period.to : asOf
}
