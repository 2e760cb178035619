import * as z from 'zod'
import { isIllegible } from '../../ledger/illegible.ts'
import { evidence } from '../../source/place.ts'
import { defineCheck, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { decisionSubject } from './decision-subject.ts'
import { isTask, openIn } from './task.ts'

/** Columns for all the tasks of a record; what they say cannot be missed where it could not be read. */
const OF_TASKS = ['decisionOwner', 'decisionDeadline']

export const decisionOwner = defineCheck({
  name: 'decision-owner',
  summary: '核对会议布置的任务有无责任人和时限；同意接收、报上级审批一类的决议不是任务。',
  params: z.strictObject({}),
  *judge(ledger, _params, context): Iterable<Outcome> {
    for (const record of meetingsIn(ledger, context)) {
      if (isIllegible(record, OF_TASKS)) continue
      for (const decision of record.decisions.filter(isTask)) {
        const open = openIn(decision)
        if (open.length === 0) {
          yield pass(record.key)
          continue
        }
        yield {
          outcome: 'fail',
          subject: decisionSubject(record, decision),
          message: `${recordName(record)}议定事项“${decision.task.value}”未写明${open.join('和')}`,
          evidence: [evidence(decision.task)],
        }
      }
    }
  },
})
