import * as z from 'zod'
import { addDays } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import { bears, type DatedRecord, heldOf } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence, type Located } from '../../source/place.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { recordsIn } from '../examined-records.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { fullName } from '../kind-names.ts'
import { recordName } from '../record-name.ts'
import { wordingOf } from '../records/record-texts.ts'
import { keyWords, speaksOf } from './mentions.ts'

const Params = z.strictObject({
  /** 在哪些会议上议定的事项。 */
  kind: z.array(z.string()).min(1),
  /** 事项里有这些字样的才核对。 */
  words: z.array(z.string().min(1)).min(1),
  /** 应当在哪种会议上讨论。 */
  by: z.string(),
  /** 前后多少天以内。 */
  within: z.int().positive().default(92),
})
type Params = z.infer<typeof Params>

/** What is only heard of, studied or put before others is not decided. */
const NOT_DECIDED = /学习|传达|通报|听取|宣传|酝酿|征求意见|研究提出|提议|建议|提交|提请|报请|摸排|走访|检查|总结/u

export const takenUp = defineCheck({
  name: 'taken-up',
  summary: '核对某些会议议定的重要事项，前后规定天数内有没有在应当讨论它的会议上讨论过。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    for (const record of recordsIn(ledger, context)) {
      if (!params.kind.some((kind) => bears(record, kind)) || bears(record, params.by)) continue
      const matters = record.decisions
        .map(({ task }) => task)
        .filter(({ value }) => params.words.some((word) => value.includes(word)) && !NOT_DECIDED.test(value))
      if (matters.length > 0) yield judgeRecord(ledger, record, matters, params, context)
    }
  },
})

function judgeRecord(
  ledger: Ledger,
  record: DatedRecord,
  matters: readonly Located<string>[],
  { by, within }: Params,
  context: CheckContext,
): Outcome {
  const days = { from: addDays(record.date.value, -within), to: addDays(record.date.value, within) }
  const texts = heldOf(ledger, by, context.asOf)
    .filter(({ date }) => contains(days, date.value))
    .map(wordingOf)
  const open = matters.filter(({ value }) => !texts.some((text) => isTakenUp(value, text)))
  if (open.length === 0) return pass(record.key)
  if (!context.asOf.isPast(days.to)) return notDue(record.key)
  const assemblies = ledger.records.filter((one) => bears(one, by))
  const unseen = unseenIn(ledger, { name: fullName(by), records: assemblies }, days, context.period)
  if (unseen !== undefined) return notEvaluated(unseen, record.key)
  if (texts.includes('')) return notEvaluated(`前后${within}天内有${fullName(by)}没有写明议题`, record.key)
  const said = open.map(({ value }) => `“${value}”`).join('、')
  return {
    outcome: 'fail',
    subject: record.key,
    message: `疑似未经${fullName(by)}讨论：${recordName(record)}议定${said}，前后${within}天内的${fullName(by)}记录没有提到，请核对原始记录`,
    evidence: open.map((matter) => evidence(matter)),
  }
}

/** Of the pairs of characters of a matter, the share that tells that a text is about it, however it is worded there. */
const TELLING_SHARE = 0.3

function isTakenUp(matter: string, text: string): boolean {
  const words = keyWords(matter)
  if (speaksOf(text, words, undefined)) return true
  const pairs = words.flatMap((word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)))
  return pairs.length > 0 && pairs.filter((pair) => text.includes(pair)).length >= TELLING_SHARE * pairs.length
}
