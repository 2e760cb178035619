import * as z from 'zod'
import { hasCome, type SomeDay } from '../../calendar/judging-day.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import { byCodePoint } from '../../text/order.ts'
import {
  findReuse,
  foldText,
  type LectureReuse,
  type ReuseDocument,
  type ReuseResult,
  type Span,
} from '../../text/reuse/index.ts'
import {
  type BranchOutcome,
  type ConcludeContext,
  defineCheck,
  type Json,
  notApplicable,
  notEvaluated,
  pass,
} from '../contract.ts'
import { type CopiedMinutesFact, copiedMinutesFacts, type MinutesFact } from './copied-minutes-facts.ts'
import { branchKey } from './reuse-kinship.ts'
import { evidenceOf, passageData, percent, rounded } from './reuse-places.ts'

const Params = z.strictObject({
  /** 连续雷同至少多少字才算：不计标点、空格、数字和隐去的日期、姓名。 */
  minPassage: z.int().min(20).default(30),
})

/** Lists of wording that anyone may use, in `rules/lexicon`. */
const PHRASE_LISTS = ['set-phrases', 'stock-phrases']
const SOURCES_NAMED = 3
/** Digits of the number of minutes that nobody has. */
const LONGEST_INDEX = 9

export const copiedMinutes = defineCheck({
  name: 'copied-minutes',
  summary: '隐去日期、姓名、数字和表头后逐份比对会议记录和批评意见，找出雷同的。',
  params: Params,
  collect: (ledger) => copiedMinutesFacts(ledger),
  *conclude(facts: readonly CopiedMinutesFact[], { minPassage }, context: ConcludeContext): Iterable<BranchOutcome> {
    const setPhrases = PHRASE_LISTS.flatMap((list) => context.phrases(list))
    const minutes = minutesHeld(facts, context.asOf)
    const documents = minutes.map((fact, index) => new MinutesDocument(fact, index))
    const result = (context.findReuse ?? findReuse)(documents, { minPassage, setPhrases })
    const reuseOf = new Map(result.lectures.map((reuse) => [reuse.id, reuse]))
    const examined = new Map<string, number>()
    for (const { id, fact } of documents) {
      if (fact.date !== undefined && !contains(context.period, fact.date)) continue
      const reuse = reuseOf.get(id)
      const isComparable = reuse === undefined || reuse.length >= minPassage
      examined.set(fact.branch, (examined.get(fact.branch) ?? 0) + (isComparable ? 1 : 0))
      if (isComparable) yield outcomeOf(fact, reuse, result, minutes)
    }
    for (const { type, branch } of facts) {
      if (type !== 'branch') continue
      const compared = examined.get(branch)
      if (compared === undefined) yield { branch, ...notApplicable('检查期内没有会议记录正文') }
      else if (compared === 0) yield { branch, ...notEvaluated(`会议记录都不足${minPassage}字，无法比对`) }
    }
  },
})

/** In an order that does not depend on that of the files. */
function minutesHeld(facts: readonly CopiedMinutesFact[], asOf: SomeDay): MinutesFact[] {
  return facts
    .filter((fact) => fact.type === 'minutes')
    .filter(
      ({ state, date }) => (state === undefined || state === '已开') && (date === undefined || hasCome(date, asOf)),
    )
    .sort(byBranchAndRecord)
}

/** By comparing one thing after the other: a key made of all of them would be made anew for each comparison. */
function byBranchAndRecord(a: MinutesFact, b: MinutesFact): number {
  return (
    byCodePoint(a.branch, b.branch) ||
    byCodePoint(a.record, b.record) ||
    byCodePoint(a.speaker ?? '', b.speaker ?? '') ||
    byCodePoint(a.text, b.text)
  )
}

/** Minutes as they are compared: what can be made of the fact is made when asked for, since there are so many of them. */
class MinutesDocument implements ReuseDocument {
  readonly id: string
  readonly fact: MinutesFact

  /** @param index among all minutes in order: of one day, the first in that order counts as the earlier */
  constructor(fact: MinutesFact, index: number) {
    this.id = String(index).padStart(LONGEST_INDEX, '0')
    this.fact = fact
  }

  get text(): string {
    return this.fact.text
  }

  get role(): ReuseDocument['role'] {
    return this.fact.isIssued ? 'issued' : 'lecture'
  }

  /** What two people say at one meeting is held against each other; two sittings of one meeting are not. */
  get group(): string {
    const { branch, speaker } = this.fact
    return speaker === undefined ? branch : `${branch}\n${speaker}`
  }

  get date(): PlainDate | undefined {
    return this.fact.date
  }

  get kin(): string[] {
    return kinshipOf(this.fact)
  }

  get ignore(): Span[] {
    return spansOf(this.fact.masks)
  }
}

function spansOf(bounds: readonly number[]): Span[] {
  return Array.from({ length: bounds.length / 2 }, (_, index) => ({
    start: bounds[2 * index] ?? 0,
    end: bounds[2 * index + 1] ?? 0,
  }))
}

/** Minutes of one meeting: of branches that met that day, as one of them says; of several records of one meeting. */
function kinshipOf({ branchName, record, branch, speaker, heldWith, date, isShared, name }: MinutesFact): string[] {
  if (speaker !== undefined || date === undefined) return []
  return [
    ...[branchName, ...heldWith].map((one) => `${date}\nbranch\n${branchKey(one)}`),
    `${branch}\n${record}`,
    ...(isShared ? [`${date}\nshared\n${foldText(name)}`] : []),
  ]
}

/** `reuse` is absent where the material was issued for all. */
function outcomeOf(
  fact: MinutesFact,
  reuse: LectureReuse | undefined,
  { clusters }: ReuseResult,
  minutes: readonly MinutesFact[],
): BranchOutcome {
  const { branch, record, speaker } = fact
  const subject = speaker === undefined ? record : `${record} ${speaker}`
  if (reuse === undefined || reuse.matches.length === 0) return { branch, ...pass(subject) }
  const sources = reuse.matches.flatMap((match) => {
    const source = minutes[Number(match.source)]
    return source === undefined ? [] : [{ match, source }]
  })
  const shown = sources.slice(0, SOURCES_NAMED)
  const [first] = shown
  const members = clusters.find(({ id }) => id === reuse.cluster)?.members.length ?? 0
  return {
    branch,
    outcome: 'fail',
    subject,
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
      cluster: reuse.cluster === null ? null : clusterName(minutes[Number(reuse.cluster)]),
    },
  }
}

function clusterName(source: MinutesFact | undefined): string | null {
  if (source === undefined) return null
  return [source.branch, source.record, ...(source.speaker === undefined ? [] : [source.speaker])].join('/')
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
