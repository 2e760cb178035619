import * as z from 'zod'
import { periodLabel } from '../../calendar/period.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { bears, isDated } from '../../ledger/held.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { type CheckContext, defineCheck, notApplicable, notEvaluated, type Outcome } from '../contract.ts'
import { fullNames } from '../kind-names.ts'
import { type DemandedPeriod, demandedPeriods, nothingDue, regularity } from './demand.ts'
import { isOfGroup, type PartyGroup, partyGroups } from './groups.ts'
import { neverListed } from './never-listed.ts'
import { judgeSeries } from './series.ts'

const Params = z.strictObject(regularity)
type Params = z.infer<typeof Params>

export const frequencyGroups = defineCheck({
  name: 'frequency-groups',
  summary: '按月、季度、半年、学期或年，逐个党小组核对某类记录够不够次数。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const groups = partyGroups(ledger)
    const records = ledger.records.filter((record) => params.kind.some((kind) => bears(record, kind)))
    if (groups.length === 0 && records.length === 0) {
      yield notApplicable('台账没有列出党小组，也没有党小组会记录')
      return
    }
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    if (periods.length === 0) yield nothingDue(params)
    else if (records.length === 0) yield neverListed(ledger, params, periods, context)
    else if (groups.length === 0) yield* judgeSeries(ledger, branchSeries(params, records), periods, context)
    else for (const group of groups) yield* judgeGroup(ledger, group, params, records, periods, context)
  },
})

/** Where no record says whose it is, the branch has at least one group. */
function branchSeries({ kind, atLeast }: Params, records: readonly LedgerRecord[]) {
  return { name: fullNames(kind), records, atLeast }
}

function* judgeGroup(
  ledger: Ledger,
  group: PartyGroup,
  { kind, atLeast }: Params,
  records: readonly LedgerRecord[],
  periods: readonly DemandedPeriod[],
  context: CheckContext,
): Iterable<Outcome> {
  const own = records.filter((record) => isOfGroup(record, group))
  const series = {
    name: `${group.name}${fullNames(kind)}`,
    of: group.name,
    records: own,
    unassigned: { records: records.filter(({ groups }) => groups.length === 0), want: '没有写明是哪个党小组' },
    atLeast,
  }
  const first = group.isListed ? undefined : own.find(isDated)
  const known = periods.filter(({ to }) => first === undefined || first.date.value <= to)
  for (const period of periods.slice(0, periods.length - known.length)) {
    const reason = `${group.name}只见于会议记录，不知道${periodLabel(period)}是否已经设立`
    yield notEvaluated(reason, `${period.id} ${group.name}`)
  }
  yield* judgeSeries(ledger, series, known, context)
}
