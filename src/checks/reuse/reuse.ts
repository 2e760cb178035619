import * as z from 'zod'
import { contains } from '../../calendar/range.ts'
import {
  type BranchOutcome,
  type ConcludeContext,
  defineCheck,
  type LedgerFacts,
  notApplicable,
  notEvaluated,
  pass,
} from '../contract.ts'
import { dayName } from '../record-name.ts'
import { type AnalysedLecture, analyseLectures, type ReuseAnalysis } from './reuse-analysis.ts'
import { type LectureFact, type ReuseFact, reuseFacts } from './reuse-facts.ts'
import { copiedOutcome } from './reuse-finding.ts'

const Params = z.strictObject({
  /** 连续雷同至少多少字才算：不计标点、空格和数字。 */
  minPassage: z.int().min(20).default(40),
})

/** The list of wording that anyone may use, in `rules/lexicon`. */
const SET_PHRASES = 'set-phrases'

export const reuse = defineCheck({
  name: 'reuse',
  summary: '逐份比对党课讲稿，找出与其他支部、本支部往期讲稿或参考资料雷同的段落。',
  params: Params,
  collect: (ledger) => reuseFacts(ledger),
  *concludeLedgers(
    ledgers: readonly LedgerFacts<ReuseFact>[],
    { minPassage },
    context: ConcludeContext,
  ): Iterable<BranchOutcome> {
    const { asOf, corpus, compareTexts, period } = context
    const setPhrases = context.phrases(SET_PHRASES)
    const analysis = analyseLectures(ledgers, { minPassage, corpus, asOf, compareTexts, setPhrases })
    const examined = new Set<string>()
    for (const lecture of analysis.lectures) {
      const { branch, date } = lecture.fact
      if (date !== undefined && !contains(period, date)) continue
      examined.add(branch)
      yield outcomeOf(lecture, analysis, minPassage)
    }
    for (const { branch } of ledgers) {
      if (!examined.has(branch)) yield { branch, ...notApplicable('检查期内没有党课') }
    }
  },
})

function outcomeOf({ fact, reuse }: AnalysedLecture, analysis: ReuseAnalysis, minPassage: number): BranchOutcome {
  const { branch, record, script, issuedBy } = fact
  if (script === undefined) return { branch, ...notEvaluated(`${calledBy(fact)}缺讲稿，无法比对`, record) }
  if (issuedBy !== undefined) return { branch, ...pass(record) }
  if (reuse === undefined)
    return { branch, ...notEvaluated(`${calledBy(fact)}的讲稿不足${minPassage}字，无法比对`, record) }
  return reuse.matches.length === 0 ? { branch, ...pass(record) } : copiedOutcome(fact, reuse, analysis)
}

function calledBy({ date }: LectureFact): string {
  return `${date === undefined ? '未注明日期的' : dayName(date)}党课`
}
