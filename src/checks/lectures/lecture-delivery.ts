import * as z from 'zod'
import { type DatedRecord, isCalled } from '../../ledger/held.ts'
import { COURSE, isIllegible } from '../../ledger/illegible.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { wordingOf } from '../records/record-texts.ts'
import { hasMaterial } from './lecture-materials.ts'

const Params = z.strictObject({
  /** 记录类型。 */
  kind: z.string().default('党课'),
  /** 只念材料、只放片子的字样。 */
  passive: z.array(z.string().min(1)).min(1),
  /** 有讲授或讨论的字样。 */
  active: z.array(z.string().min(1)).min(1),
})
type Params = z.infer<typeof Params>

export const lectureDelivery = defineCheck({
  name: 'lecture-delivery',
  summary: '看党课是不是只念材料或只放片子，没有讲授，也没有讨论。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const lectures = meetingsIn(ledger, context).filter((record) => isCalled(record, params.kind))
    if (lectures.length === 0) yield notApplicable(`检查期内没有${params.kind}`)
    for (const record of lectures) yield judgeLecture(record, params)
  },
})

function judgeLecture(record: DatedRecord, { passive, active }: Params): Outcome {
  const { form, script, agenda } = record
  const text = [wordingOf(record), form?.value ?? ''].join('\n')
  const word = passive.find((one) => text.includes(one))
  const isGiven = script !== undefined || hasMaterial(record) || agenda.some(({ speeches }) => speeches.length > 0)
  if (word === undefined || isGiven || active.some((one) => text.includes(one))) return pass(record.key)
  if (isIllegible(record, COURSE)) return notEvaluated(`${recordName(record)}的内容没有读全`, record.key)
  const said = [form, record.title, ...agenda.map(({ content }) => content), record.minutes, record.content].find(
    (one) => one?.value.includes(word),
  )
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}只记有“${word}”，未记讲授或讨论的内容`,
    evidence: [said === undefined ? evidence(record.date) : evidence(said, word)],
    data: { word },
  }
}
