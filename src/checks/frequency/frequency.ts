import * as z from 'zod'
import { fixedDayIn } from '../../calendar/fixed-day.ts'
import { onWorkingDay } from '../../calendar/holidays.ts'
import type { Period } from '../../calendar/period.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { branchLife, hasCommittee } from '../../ledger/branch-life.ts'
import { bears } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { type CheckContext, defineCheck, notApplicable, type Outcome } from '../contract.ts'
import { fullNames } from '../kind-names.ts'
import { demandedPeriods, lifeFrom, nothingDue, regularity } from './demand.ts'
import { neverListed } from './never-listed.ts'
import { judgeSeries } from './series.ts'

const Params = z.strictObject({
  ...regularity,
  /** 只要求设有支委会的支部。 */
  ifCommittee: z.boolean().default(false),
  /** 支部写明固定日的，固定日遇休息日顺延到下一期开展，也算本期。 */
  onFixedDay: z.boolean().default(false),
})
type Params = z.infer<typeof Params>

export const frequency = defineCheck({
  name: 'frequency',
  summary: '按月、季度、半年、学期或年，核对支部的某类记录够不够次数。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const { kind, atLeast, ifCommittee, onFixedDay } = params
    if (ifCommittee && !hasCommittee(ledger)) {
      yield notApplicable('台账没有列出支部委员，也没有支委会记录')
      return
    }
    const life = lifeFrom(branchLife(ledger.branch), ifCommittee ? committeeSince(ledger) : undefined)
    const periods = demandedPeriods(params, life, context)
    const records = ledger.records.filter((record) => kind.some((one) => bears(record, one)))
    const lastDayOf = (period: Period) => (onFixedDay ? lastDayWithMoves(period, ledger, context) : period.to)
    if (periods.length === 0) yield nothingDue(params)
    else if (records.length === 0) yield neverListed(ledger, params, periods, context)
    else yield* judgeSeries(ledger, { name: fullNames(kind), records, atLeast, lastDayOf }, periods, context)
  },
})

/** The day on which the first of the committee took office, where the ledger gives one for each of them. */
function committeeSince({ branch: { committee = [] } }: Ledger): PlainDate | undefined {
  const days = committee.flatMap(({ from }) => from ?? [])
  return days.length < committee.length ? undefined : days.sort()[0]
}

/** The last day of the period, or the later one to which a fixed day that fell on days off moved on. */
function lastDayWithMoves({ to }: Period, { branch }: Ledger, { holidays }: CheckContext): PlainDate {
  const fixed = branch.partyDay && fixedDayIn(to, branch.partyDay.value)
  const held = fixed === undefined ? to : onWorkingDay(fixed, holidays)
  return held > to ? held : to
}
