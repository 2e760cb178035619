import { JudgingDay } from '../calendar/judging-day.ts'
import { daysToDate } from '../calendar/range.ts'
import type { ConcludeContext } from '../checks/contract.ts'
import type { TimeRule } from '../engine/judge.ts'
import type { Setup } from '../setup.ts'

/** What checks may know, each time with a day of judging of its own, which notes until when the outcome holds. */
export function judgingContext(setup: Setup): ConcludeContext & { readonly timeRule?: TimeRule | undefined } {
  const today = new JudgingDay(setup.asOf)
  return { ...setup, asOf: today, period: setup.isToDate ? daysToDate(setup.period.from, today) : setup.period }
}
