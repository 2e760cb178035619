import * as z from 'zod'
import { isPast } from '../../calendar/judging-day.ts'
import { branchLife, hasCommittee } from '../../ledger/branch-life.ts'
import { fullMembersOn } from '../../ledger/membership.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { judgingDay } from './judging-day.ts'

const Params = z.strictObject({
  /** 正式党员达到多少人应当设支委会。 */
  from: z.int().positive(),
})

export const branchCommittee = defineCheck({
  name: 'branch-committee',
  summary: '正式党员达到规定人数的支部，台账是否列有支部委员，或有支委会记录。',
  params: Params,
  *judge(ledger, { from }, context): Iterable<Outcome> {
    const day = judgingDay(context)
    const members = fullMembersOn(ledger, day)
    if (isPast(branchLife(ledger.branch).to, day)) {
      yield notApplicable('支部已撤销')
    } else if (isOnRecord(ledger)) {
      yield pass()
    } else if (members === undefined || ledger.members?.length === 0) {
      yield notEvaluated(`${NO_ROSTER}，也没有写明支部委员`)
    } else if (members.length < from) {
      yield notApplicable(`正式党员不足${from}人`)
    } else {
      yield {
        outcome: 'fail',
        subject: '支委会',
        message: `名册上的正式党员${members.length}人，台账未列支部委员，也未见支委会记录`,
        evidence: [evidence(ledger.branch.name)],
        data: { fullMembers: members.length },
      }
    }
  },
})

/** Listed, met, or shown by the office of a member (组织委员). */
function isOnRecord(ledger: Ledger): boolean {
  return hasCommittee(ledger) || (ledger.members ?? []).some(({ office }) => /委员|支委/u.test(office?.value ?? ''))
}
