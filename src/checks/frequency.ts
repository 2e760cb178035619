import * as z from 'zod'
import { branchLife, hasCommittee } from '../ledger/branch-life.ts'
import { bears } from '../ledger/held.ts'
import type { Ledger } from '../ledger/schema.ts'
import { type CheckContext, defineCheck, notApplicable, notDue, type Outcome } from './contract.ts'
import { demandedPeriods, lifeWithin, regularity } from './frequency/demand.ts'
import { neverListed } from './frequency/never-listed.ts'
import { judgeSeries } from './frequency/series.ts'
import { fullNames } from './kind-names.ts'

const Params = z.strictObject({
  ...regularity,
  /** 只要求设有支委会的支部。 */
  ifCommittee: z.boolean().default(false),
})
type Params = z.infer<typeof Params>

export const frequency = defineCheck({
  name: 'frequency',
  summary: '按月、季度、半年、学期或年，核对支部的某类记录够不够次数。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    if (params.ifCommittee && !hasCommittee(ledger)) {
      yield notApplicable('台账没有列出支部委员，也没有支委会记录')
      return
    }
    const life = lifeWithin(branchLife(ledger.branch), params.ifCommittee ? committeeSince(ledger) : undefined)
    const periods = demandedPeriods(params, life, context)
    const records = ledger.records.filter((record) => params.kind.some((kind) => bears(record, kind)))
    if (periods.length === 0) yield notDue(undefined, '检查期内没有满期的时段')
    else if (records.length === 0) yield neverListed(ledger, params, periods)
    else
      yield* judgeSeries(ledger, { name: fullNames(params.kind), records, atLeast: params.atLeast }, periods, context)
  },
})

/** The day on which the first of the committee took office, where the ledger gives one for each of them. */
function committeeSince({ branch: { committee = [] } }: Ledger) {
  const days = committee.map(({ from }) => from)
  if (days.some((day) => day === undefined)) return undefined
  return days.reduce((first, day) => (first !== undefined && day !== undefined && day < first ? day : first), days[0])
}
