import * as z from 'zod'
import { hasCommittee } from '../../ledger/branch-life.ts'
import { reachOf } from '../../ledger/coverage.ts'
import { bears, type DatedRecord } from '../../ledger/held.ts'
import type { AgendaItem, Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { businessesIn } from './business.ts'
import { candidateOf } from './candidate.ts'
import { isDecided } from './decided.ts'
import { daysUpTo, othersIn } from './earlier.ts'
import { wordsOf } from './steps.ts'
import { shareTopic } from './topic.ts'

const Params = z.strictObject({
  /** 当天和会前多少天以内的支委会算数。 */
  before: z.int().positive().default(92),
})
type Params = z.infer<typeof Params>

export const prepared = defineCheck({
  name: 'prepared',
  summary: '逐项核对党员大会决定的事项，会前的支委会有没有研究过。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    if (!hasCommittee(ledger)) {
      yield notApplicable('台账没有列出支部委员，也没有支委会记录')
      return
    }
    for (const record of meetingsIn(ledger, context).filter(isAssembly)) {
      for (const item of record.agenda.filter(isDecided)) yield judgeItem(ledger, record, item, params, context)
    }
  },
})

function isAssembly(record: DatedRecord): boolean {
  return bears(record, '党员大会') && !bears(record, '支委会')
}

function judgeItem(
  ledger: Ledger,
  record: DatedRecord,
  item: AgendaItem,
  { before }: Params,
  { asOf }: CheckContext,
): Outcome {
  const subject = `${record.key} ${item.content.value}`
  const days = daysUpTo(record.date.value, before)
  const committee = othersIn(ledger, record, days, asOf).filter((other) => bears(other, '支委会'))
  if (committee.some((other) => isOnSameMatter(wordsOf([other]), item, ledger))) return pass(subject)
  if (committee.length === 0) return notEvaluated(`${recordName(record)}前${before}天台账没有支委会记录`, subject)
  const silent = committee.find((other) => wordsOf([other]) === '')
  if (silent !== undefined) return notEvaluated(`${recordName(silent)}没有议题和记录，看不出是否研究过`, subject)
  const reach = reachOf(ledger)
  if (reach !== undefined && reach.from > days.from) {
    return notEvaluated(`台账自${reach.from}起，${recordName(record)}之前的支委会记录不全`, subject)
  }
  return {
    outcome: 'fail',
    subject,
    message: `疑似未经支委会先行研究：${recordName(record)}决定的“${item.content.value}”，当天及会前${before}天的支委会记录未见这一事项，请核对原始记录`,
    evidence: [evidence(item.content)],
    data: { committeeMeetings: committee.map(({ key }) => key) },
  }
}

/** By the kind of business, the person or the topic: minutes of a committee seldom use the words of the assembly. */
function isOnSameMatter(text: string, item: AgendaItem, ledger: Ledger): boolean {
  const wanted = businessesIn(item.content.value)
  if (businessesIn(text).some((business) => wanted.includes(business))) return true
  const candidate = candidateOf(item, ledger)
  if (candidate !== undefined && text.includes(candidate)) return true
  return shareTopic(item.content.value, text)
}
