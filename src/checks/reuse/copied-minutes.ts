import * as z from 'zod'
import { type Comparison, compareTexts, type TextReuse } from '../../text/reuse/index.ts'
import {
  type BranchOutcome,
  type ConcludeContext,
  defineCheck,
  type Json,
  type LedgerFacts,
  notApplicable,
  notEvaluated,
  pass,
} from '../contract.ts'
import { ComparedMinutes } from './compared-minutes.ts'
import { type CopiedMinutesFact, copiedMinutesFacts, type MinutesFact } from './copied-minutes-facts.ts'
import { evidenceOf, passageData, percent, rounded } from './reuse-places.ts'

const Params = z.strictObject({
  /** 连续雷同至少多少字才算：不计标点、空格、数字和隐去的日期、姓名。 */
  minPassage: z.int().min(20).default(30),
})

/** Lists of wording that anyone may use, in `rules/lexicon`. */
const PHRASE_LISTS = ['set-phrases', 'stock-phrases']
const SOURCES_NAMED = 3

export const copiedMinutes = defineCheck({
  name: 'copied-minutes',
  summary: '隐去日期、姓名、数字和表头后逐份比对会议记录和批评意见，找出雷同的。',
  params: Params,
  collect: (ledger) => copiedMinutesFacts(ledger),
  *concludeLedgers(
    ledgers: readonly LedgerFacts<CopiedMinutesFact>[],
    { minPassage },
    context: ConcludeContext,
  ): Iterable<BranchOutcome> {
    const setPhrases = PHRASE_LISTS.flatMap((list) => context.phrases(list))
    const minutes = new ComparedMinutes(ledgers, context.asOf, context.period)
    const comparison = (context.compareTexts ?? compareTexts)(minutes, { minPassage, setPhrases })
    const sizes = new Map(comparison.clusters.map(({ id, members }) => [id, members.length]))
    for (const [index, branch] of minutes.branches.entries()) {
      const examined = minutes.examined(index)
      const comparable = examined.filter((given) => minutes.isIssued(given) || comparison.lengthOf(given) >= minPassage)
      for (const given of comparable) yield outcomeOf(given, branch, { minutes, comparison, sizes })
      if (examined.length === 0) yield { branch, ...notApplicable('检查期内没有会议记录正文') }
      else if (comparable.length === 0) yield { branch, ...notEvaluated(`会议记录都不足${minPassage}字，无法比对`) }
    }
  },
})

interface Compared {
  readonly minutes: ComparedMinutes
  readonly comparison: Comparison
  /** How many minutes each cluster has. */
  readonly sizes: ReadonlyMap<number, number>
}

function outcomeOf(given: number, branch: string, compared: Compared): BranchOutcome {
  const reuse = compared.comparison.reuseIn(given)
  return reuse === undefined || reuse.matches.length === 0
    ? { branch, ...pass() }
    : copiedOutcome(given, reuse, compared)
}

function copiedOutcome(given: number, reuse: TextReuse, { minutes, comparison, sizes }: Compared): BranchOutcome {
  const fact = minutes.fact(given)
  const { branch, record, speaker } = fact
  const sources = reuse.matches.map((match) => ({ match, source: minutes.fact(match.source) }))
  const shown = sources.slice(0, SOURCES_NAMED)
  const [first] = shown
  const cluster = comparison.clusterOf(given)
  const members = cluster === undefined ? 0 : (sizes.get(cluster) ?? 0)
  return {
    branch,
    outcome: 'fail',
    subject: speaker === undefined ? record : `${record} ${speaker}`,
    measure: 1 - reuse.originality,
    message: [
      `疑似雷同：${calledHere(fact)}隐去日期、姓名、数字后，约${percent(1 - reuse.originality)}的文字与${shown.map(({ source }) => called(source, fact)).join('、')}相同或相近`,
      ...(first?.match.order === 'same-day' && !isOneMeeting(first.source, fact) ? ['日期相同，先后未定'] : []),
      ...(members > 2 ? [`同样的文字共见于${members}处`] : []),
      '请核对原始记录',
    ].join('；'),
    evidence: shown.flatMap(({ match, source }) => evidenceOf(fact, source, match)),
    data: {
      originality: rounded(reuse.originality),
      matches: sources.map(
        ({ match, source }): Json => ({
          with: { branch: source.branch, record: source.record, file: source.at.file, line: source.at.line },
          share: rounded(match.share),
          passages: passageData(fact.text, match.passages),
        }),
      ),
      cluster: cluster === undefined ? null : clusterName(minutes.fact(cluster)),
    },
  }
}

function clusterName({ branch, record, speaker }: MinutesFact): string {
  return [branch, record, ...(speaker === undefined ? [] : [speaker])].join('/')
}

function calledHere({ name, speaker }: MinutesFact): string {
  return speaker === undefined ? `${name}的记录` : `${name}上${speaker}的发言`
}

function called(source: MinutesFact, fact: MinutesFact): string {
  const whose = source.branch === fact.branch ? '本支部' : source.branchName
  if (source.speaker === undefined) return `${whose}${source.name}的记录`
  return isOneMeeting(source, fact) ? `${source.speaker}的发言` : `${whose}${source.name}上${source.speaker}的发言`
}

function isOneMeeting(one: MinutesFact, other: MinutesFact): boolean {
  return one.branch === other.branch && one.record === other.record
}
