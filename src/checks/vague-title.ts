import * as z from 'zod'
import { bears, type DatedRecord } from '../ledger/held.ts'
import { evidence } from '../source/place.ts'
import { defineCheck, notApplicable, type Outcome, pass } from './contract.ts'
import { meetingsIn } from './meetings.ts'
import { recordName } from './record-name.ts'

const Params = z.strictObject({
  /** 标题应当说明主题的会议类型。 */
  kinds: z.array(z.string()).min(1),
})

/** Words that say when, who and what kind, but not what about. */
const EMPTY_WORDS =
  /20\d{2}年?|\d{1,2}月(?:份)?|\d{1,2}[日号]|第?[一二三四1-4]季度|[上下]半年|第[一二三四五六七八九十\d]+[次讲课期]|[一二三四五六七八九十]{1,2}月(?:份)?|主题党日|党员大会|支部大会|支委会|党小组会|党员|党课|微党课|党日|支部|党支部|党组织|书记|委员|全体|专题|主题|活动|会议|学习|教育|集中|政治|理论|讲座|讲|上|开展|组织|召开|年度|固定|常规|例行|报告|授课|[的一次堂节本我村社区机关学校公司度会课]|[\s\p{P}]/gu

export const vagueTitle = defineCheck({
  name: 'vague-title',
  summary: '核对党课和主题党日的标题有没有说明讲什么、做什么。',
  params: Params,
  *judge(ledger, { kinds }, context) {
    const records = meetingsIn(ledger, context).filter((record) => kinds.some((kind) => bears(record, kind)))
    if (records.length === 0) yield notApplicable(`检查期内没有${kinds.join('、')}`)
    for (const record of records) yield outcomeOf(record)
  },
})

/** Where items tell what it was about, a bare title is no fault. */
function outcomeOf(record: DatedRecord): Outcome {
  const { key, title, agenda } = record
  if (title === undefined || agenda.length > 0 || title.value.replace(EMPTY_WORDS, '') !== '') return pass(key)
  return {
    outcome: 'fail',
    subject: key,
    message: `${recordName(record)}的标题“${title.value}”没有说明主题，议题也没有写明`,
    evidence: [evidence(title)],
  }
}
