import * as z from 'zod'
import type { DatedRecord } from '../../ledger/held.ts'
import type { AgendaItem, Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { CONTENT_CLASSES } from '../../text/content-class.ts'
import { type CheckContext, defineCheck, notApplicable, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'

const Params = z.strictObject({
  /** 台账标的类别。 */
  labelled: z.enum(CONTENT_CLASSES).default('政治学习'),
  /** 从文字看是这一类的，列为线索。 */
  found: z.enum(CONTENT_CLASSES).default('行政业务'),
})
type Params = z.infer<typeof Params>

export const studyMislabelled = defineCheck({
  name: 'study-mislabelled',
  summary: '看标为政治学习的议题，从文字看是不是行政业务。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const labelled = meetingsIn(ledger, context).flatMap((record) =>
      record.agenda.filter(({ label }) => label?.value === params.labelled).map((item) => ({ record, item })),
    )
    if (labelled.length === 0) yield notApplicable(`检查期内没有标为${params.labelled}的议题`)
    for (const { record, item } of labelled) yield judgeItem(record, item, params, context)
  },
})

/** A mixed item is not mislabelled: half of it is what the label says. */
function judgeItem(record: DatedRecord, item: AgendaItem, params: Params, { classify }: CheckContext): Outcome {
  const subject = `${record.key} ${item.content.value}`
  const found = classify(item.content.value)
  if (found.class !== params.found || found.second !== undefined) return pass(subject)
  const words = found.words.map((word) => `“${word}”`).join('')
  return {
    outcome: 'fail',
    subject,
    message: `疑似类别标注不当：${recordName(record)}的议题“${item.content.value}”标为${params.labelled}，从${words}看是${params.found}，请核对原始记录`,
    evidence: [evidence(item.content), ...(item.label === undefined ? [] : [evidence(item.label)])],
    data: { labelled: params.labelled, found: found.class, words: [...found.words] },
  }
}
