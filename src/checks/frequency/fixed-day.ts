import * as z from 'zod'
import { daysKept, fixedDayIn } from '../../calendar/fixed-day.ts'
import { periodLabel } from '../../calendar/period.ts'
import { addMonths, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import { contains, type DateRange, intersect } from '../../calendar/range.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { type DatedRecord, heldOf } from '../../ledger/held.ts'
import type { FixedDay, Ledger } from '../../ledger/schema.ts'
import { evidence, type Located } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, type Outcome, pass } from '../contract.ts'
import { isDayExplained } from '../explained-day.ts'
import { fullName } from '../kind-names.ts'
import { type DemandedPeriod, demandedPeriods } from './demand.ts'

const Params = z.strictObject({
  /** 记录类型。 */
  kind: z.string().default('主题党日'),
  /** 早晚几天以内不算偏离；固定日遇休息日的，顺延到下一个工作日再算。 */
  tolerance: z.int().nonnegative().default(3),
  /** 当地统一的固定日：每月这一天。写明了自己的固定日的支部不按这一天核对。 */
  day: z.int().min(1).max(31).optional(),
})
type Params = z.infer<typeof Params>

export const fixedDay = defineCheck({
  name: 'fixed-day',
  summary: '核对每月一次的活动是不是在固定日前后开展：支部自己定的，没有写明的按当地统一的。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const fixed = fixedDayOf(ledger, params)
    if (fixed === undefined) {
      yield notApplicable(params.day === undefined ? `台账没有写明${params.kind}的固定日` : '支部写明了自己的固定日')
      return
    }
    const held = heldOf(ledger, params.kind, context.asOf)
    for (const month of demandedPeriods({ per: 'month' }, branchLife(ledger.branch), context)) {
      yield* judgeMonth(held, month, fixed, params, context)
    }
  },
})

/** The branch's own day; or, where the rule names one for the whole place, that one for branches that have none. */
function fixedDayOf({ branch }: Ledger, { day }: Params): Located<FixedDay> | undefined {
  if (day === undefined) return branch.partyDay
  return branch.partyDay === undefined ? { value: { type: 'day-of-month', day }, at: branch.at } : undefined
}

function* judgeMonth(
  held: readonly DatedRecord[],
  month: DemandedPeriod,
  fixed: Located<FixedDay>,
  params: Params,
  context: CheckContext,
): Iterable<Outcome> {
  const planned = fixedDayIn(month.from, fixed.value)
  const ofMonth = held.filter((record) => contains(month, record.date.value) && !isDayExplained(record))
  const [nearest] = [...ofMonth].sort((a, b) => distance(a, planned) - distance(b, planned))
  if (planned === undefined || nearest === undefined) return
  const kept = keptAround(month, fixed.value, params.tolerance, context)
  if (ofMonth.some((record) => kept.some((range) => intersect(range, daysOf(record)) !== undefined))) {
    yield pass(month.id)
    return
  }
  const date = nearest.date.value
  const days = Math.abs(daysBetween(planned, date))
  yield {
    outcome: 'fail',
    subject: month.id,
    measure: days,
    message: `${periodLabel(month)}${fullName(params.kind)}于${date}开展，与当月固定日${planned}相差${days}天`,
    evidence: [evidence(nearest.date), evidence({ ...fixed, raw: fixed.raw ?? `固定日${planned}` })],
    data: { date, fixedDay: planned, days },
  }
}

/** Where the day moves on over the end of a month, what was held belongs to the month before. */
function keptAround(month: DateRange, fixed: FixedDay, tolerance: number, { holidays }: CheckContext): DateRange[] {
  return [-1, 0, 1]
    .map((months) => fixedDayIn(addMonths(month.from, months), fixed))
    .flatMap((day) => (day === undefined ? [] : [daysKept(day, tolerance, holidays)]))
}

function daysOf({ date, endDate }: DatedRecord): DateRange {
  return { from: date.value, to: endDate !== undefined && endDate.value > date.value ? endDate.value : date.value }
}

function distance({ date }: DatedRecord, planned: PlainDate | undefined): number {
  return planned === undefined ? 0 : Math.abs(daysBetween(planned, date.value))
}
