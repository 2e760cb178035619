import * as z from 'zod'
import { bears, type DatedRecord } from '../../ledger/held.ts'
import { COURSE, isIllegible } from '../../ledger/illegible.ts'
import { evidence } from '../../source/place.ts'
import { isBareTitle } from '../bare-title.ts'
import { defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'

const Params = z.strictObject({
  /** 标题应当说明主题的会议类型。 */
  kinds: z.array(z.string()).min(1),
})

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
  if (title === undefined || agenda.length > 0 || !isBareTitle(title.value)) return pass(key)
  if (isIllegible(record, COURSE)) return notEvaluated(`${recordName(record)}的内容没有读出来`, key)
  return {
    outcome: 'fail',
    subject: key,
    message: `${recordName(record)}的标题“${title.value}”没有说明主题，议题也没有写明`,
    evidence: [evidence(title)],
  }
}
