import * as z from 'zod'
import { dateOf, isPast } from '../../calendar/judging-day.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { fullMembersOn } from '../../ledger/membership.ts'
import { evidence } from '../../source/place.ts'
import { defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { judgingDay } from './judging-day.ts'

const Params = z.strictObject({
  /** 正式党员至少多少人。 */
  atLeast: z.int().nonnegative(),
  /** 正式党员至多多少人。 */
  atMost: z.int().positive(),
})

export const branchSize = defineCheck({
  name: 'branch-size',
  summary: '按党员名册核对正式党员人数是否在规定的范围内。',
  params: Params,
  *judge(ledger, { atLeast, atMost }, context): Iterable<Outcome> {
    const day = judgingDay(context)
    const members = fullMembersOn(ledger, day)
    if (isPast(branchLife(ledger.branch).to, day)) {
      yield notApplicable('支部已撤销')
    } else if (members === undefined || ledger.members?.length === 0) {
      yield notEvaluated(NO_ROSTER)
    } else if (members.length >= atLeast && members.length <= atMost) {
      yield pass()
    } else {
      const bound = members.length < atLeast ? `不足${atLeast}人` : `超过${atMost}人`
      yield {
        outcome: 'fail',
        subject: '党员人数',
        message: `${dateOf(day)}名册上的正式党员${members.length}人，${bound}`,
        evidence: [evidence(ledger.branch.name)],
        data: { fullMembers: members.length },
      }
    }
  },
})
