import * as z from 'zod'
import { addDays } from '../../calendar/plain-date.ts'
import { bears, type DatedRecord, isCalled } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence, type Located } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { wordingOf } from '../records/record-texts.ts'
import { ASSEMBLY_ONLY, type Business, businessesIn, withoutTitles } from './business.ts'
import { othersIn } from './earlier.ts'

const Params = z.strictObject({
  /** 前后多少天以内的党员大会议过同一类事项的，不再列。 */
  around: z.int().nonnegative().default(92),
})
type Params = z.infer<typeof Params>

const NAMES: Readonly<Partial<Record<Business, string>>> = {
  admission: '接收预备党员',
  confirmation: '预备党员转正',
  election: '选举',
  discipline: '处分党员',
}

/** The committee's own view, or a decision, by the words before and after it. */
const DECIDED = /表决通过|票决|一致通过|通过|决定|批准|给予/u
const AGREED = /同意/u
/** The proper work of a committee, and what is only told. */
const ITS_OWN_WORK =
  /提交|提请|提名|提出|建议|拟|报请|上报|呈报|报.{0,8}(?:党委|总支|上级|工委|审批)|审查|预审|酝酿|推荐|候选人|积极分子|发展对象|大会|筹备|方案|安排|学习|传达|通报|宣读|宣布|意见|材料|谈话|培训|小组|启动|召开|召集|日程|时间|动员|办法|程序|公示|请示|组织关系|准备|待补选|适时|尽快|择期/u
const ITS_VIEW = /研究|讨论/u
/** A committee elects its secretary and shares out its work. */
const ITS_OWN_ELECTION = /书记|分工|(?:组织|宣传|纪检|青年|统战|群工|保密|学习|生活|文体)委员/u
const TO_THE_ASSEMBLY = /(?:提交|提请|报请|交由|提到|上).{0,12}大会/u

export const authority = defineCheck({
  name: 'authority',
  summary: '看应当由党员大会决定的事项（接收、转正、选举、处分），是不是由支委会决定了。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const committee = meetingsIn(ledger, context).filter(
      (record) => isCalled(record, '支委会') && !bears(record, '党员大会'),
    )
    if (committee.length === 0) yield notApplicable('检查期内没有支委会记录')
    for (const record of committee) yield judgeRecord(ledger, record, params, context)
  },
})

interface Decision {
  readonly text: Located<string>
  readonly sentence: string
  readonly business: Business
}

function judgeRecord(ledger: Ledger, record: DatedRecord, { around }: Params, { asOf }: CheckContext): Outcome {
  const decisions = TO_THE_ASSEMBLY.test(wordingOf(record)) ? [] : decisionsOf(record)
  if (decisions.length === 0) return pass(record.key)
  const date = record.date.value
  const assemblies = othersIn(ledger, record, { from: addDays(date, -around), to: addDays(date, around) }, asOf)
    .filter((other) => bears(other, '党员大会'))
    .map((other) => businessesIn(wordingOf(other)))
  const open = decisions.filter(({ business }) => !assemblies.some((businesses) => businesses.includes(business)))
  const [first] = open
  if (first === undefined) return pass(record.key)
  const matters = [...new Set(open.map(({ business }) => NAMES[business] ?? business))]
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}记为“${first.sentence}”，${matters.join('、')}应由支部党员大会讨论决定，台账未见相应的党员大会记录`,
    evidence: open.map(({ text, sentence }) => evidence(text, sentence)),
    data: { matters },
  }
}

function decisionsOf({ agenda, decisions, minutes }: DatedRecord): Decision[] {
  const voted = agenda.filter(({ vote }) => (vote?.approve?.value ?? 0) > 0 || /通过/u.test(vote?.result?.value ?? ''))
  const texts = [...agenda.map(({ content }) => content), ...decisions.map(({ task }) => task), minutes]
  return [
    ...voted.flatMap(({ content }) => decisionIn(content, content.value, isBySomebodyElse) ?? []),
    ...texts.flatMap((text) =>
      text === undefined
        ? []
        : text.value.split(/[。；;\n]/u).flatMap((sentence) => decisionIn(text, sentence.trim(), isNoDecision) ?? []),
    ),
  ]
}

function decisionIn(
  text: Located<string>,
  sentence: string,
  isNone: (sentence: string) => boolean,
): Decision | undefined {
  const plain = withoutTitles(sentence)
  if (isNone(plain)) return undefined
  const business = businessesIn(plain).find((one) => ASSEMBLY_ONLY.includes(one))
  if (business === undefined) return undefined
  if (business === 'election' && ITS_OWN_ELECTION.test(plain)) return undefined
  return { text, sentence, business }
}

function isBySomebodyElse(sentence: string): boolean {
  return ITS_OWN_WORK.test(sentence)
}

function isNoDecision(sentence: string): boolean {
  const isDecided = DECIDED.test(sentence) || (AGREED.test(sentence) && !ITS_VIEW.test(sentence))
  return !isDecided || ITS_OWN_WORK.test(sentence)
}
