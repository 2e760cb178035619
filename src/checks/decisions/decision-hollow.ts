import * as z from 'zod'
import { evidence } from '../../source/place.ts'
import { defineCheck, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { decisionSubject } from './decision-subject.ts'
import { isTask } from './task.ts'

/** Nothing but that it is done: 已完成, 按要求落实到位, 全部办结, 100%, √. */
const HOLLOW =
  /^(?:(?:现|目前)?(?:已经?|均已?|全部|都已?|按(?:期|时|要求|计划|规定)|如期|圆满|顺利|基本|及时)*(?:完成|落实|办结|整改|执行|解决|办理|到位|开展|实施|处理|达到要求|销号)+(?:到位|完毕|完成|落实|结束|了|好)*|是|有|好|√|✓|☑|100%|完毕|done|ok)$/iu

export const decisionHollow = defineCheck({
  name: 'decision-hollow',
  summary: '落实情况只写“已完成”“已落实”一类的字样，没有写做了什么、成效如何。',
  params: z.strictObject({}),
  *judge(ledger, _params, context): Iterable<Outcome> {
    for (const record of meetingsIn(ledger, context)) {
      for (const decision of record.decisions.filter(isTask)) {
        const { task, result } = decision
        if (result === undefined) continue
        if (!isHollow(result.value)) {
          yield pass(record.key)
          continue
        }
        yield {
          outcome: 'fail',
          subject: decisionSubject(record, decision),
          message: `${recordName(record)}议定事项“${task.value}”的落实情况只写“${result.value}”，未写明做了什么、成效如何`,
          evidence: [evidence(result)],
        }
      }
    }
  },
})

function isHollow(result: string): boolean {
  return HOLLOW.test(result.replace(/[\s。，、；！,.;!]/gu, ''))
}
