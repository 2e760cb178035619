import * as z from 'zod'
import { periodLabel } from '../../calendar/period.ts'
import { contains } from '../../calendar/range.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { isMemberOn } from '../../ledger/membership.ts'
import type { Ledger, Member } from '../../ledger/schema.ts'
import { type Evidence, evidence, evidenceAt } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { type DemandedPeriod, demandedPeriods, nothingDue, regularity } from '../frequency/demand.ts'
import { monthsUnknown, unknownReason } from '../frequency/reach.ts'
import { meetingsUpTo } from '../meetings.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { holdsPost } from '../registers/member-posts.ts'
import { rollOf, standingOf } from './roll.ts'

const Params = z.strictObject({
  per: regularity.per,
  /** 每期至少到会几次。 */
  atLeast: regularity.atLeast,
  /** 只要求职务、职级或岗位状态里有这些字样的党员。 */
  post: z.array(z.string()).min(1),
})
type Params = z.infer<typeof Params>

export const attends = defineCheck({
  name: 'attends',
  summary: '核对担任某些职务的党员每期有没有到会参加支部的组织生活。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    if (periods.length === 0) return yield nothingDue(params)
    if (ledger.members === undefined) return yield notEvaluated(NO_ROSTER)
    const meant = ledger.members.filter((member) => holdsPost(member, params.post))
    if (meant.length === 0) yield notApplicable('名册上没有写明这些职务的党员')
    for (const member of meant) {
      for (const period of periods) {
        const isThere = [period.from, period.to].every((date) => isMemberOn(member, date))
        if (isThere) yield judgeMember(ledger, member, period, params, context)
      }
    }
  },
})

function judgeMember(
  ledger: Ledger,
  member: Member,
  period: DemandedPeriod,
  { atLeast }: Params,
  context: CheckContext,
): Outcome {
  const name = member.name.value
  const subject = `${period.id} ${name}`
  const seen = meetingsUpTo(ledger, context)
    .filter(({ date }) => contains(period, date.value))
    .map((record) => ({ record, is: standingOf(member, rollOf(record, ledger)).is }))
  const came = seen.filter(({ is }) => is === 'present').length
  if (came >= atLeast) return pass(subject)
  if (!period.isOver) return notDue(subject)
  const months = monthsUnknown(ledger, period, context.period)
  if (months.length > 0) return notEvaluated(unknownReason(months), subject)
  if (came + seen.filter(({ is }) => is === 'unknown').length >= atLeast) {
    return notEvaluated(`有的会议没有写明谁到会，不知道${name}是否参加`, subject)
  }
  const absent = seen.filter(({ is }) => is === 'absent').map(({ record }) => record)
  if (absent.length === 0) return notApplicable(`${periodLabel(period)}没有${name}应当参加的会议`)
  const shown: Evidence[] = absent.slice(0, RECORDS_SHOWN).map((record) => evidenceAt(record.at, record.key))
  return {
    outcome: 'fail',
    subject,
    measure: absent.length,
    message: `台账未见${name}${periodLabel(period)}到会参加所在支部组织生活的记录，应参加的${absent.length}次都记为请假或缺席`,
    evidence: [evidence(member.name), ...shown],
    data: { period: period.id, absent: absent.map(({ key }) => key) },
  }
}

const RECORDS_SHOWN = 3
