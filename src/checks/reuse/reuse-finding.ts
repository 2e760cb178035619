import type { LectureReuse, SourceMatch } from '../../text/reuse/index.ts'
import type { BranchOutcome, CorpusText, Json } from '../contract.ts'
import { isCorpusText, type ReuseAnalysis } from './reuse-analysis.ts'
import type { LectureFact } from './reuse-facts.ts'
import { type ComparedText, evidenceOf, passageData, percent, rounded } from './reuse-places.ts'

/** Sources that a message and its evidence name; the others are in the data. */
const SOURCES_SHOWN = 3

type Source = LectureFact | CorpusText

interface ShownMatch {
  readonly match: SourceMatch
  readonly source: Source
}

/** A lecture whose wording stands elsewhere. The measure is the part that does, 0 to 1. */
export function copiedOutcome(fact: LectureFact, reuse: LectureReuse, analysis: ReuseAnalysis): BranchOutcome {
  const shown = reuse.matches
    .slice(0, SOURCES_SHOWN)
    .map((match): ShownMatch => ({ match, source: analysis.sourceOf(match.source) }))
  return {
    branch: fact.branch,
    outcome: 'fail',
    subject: fact.record,
    measure: 1 - reuse.originality,
    message: [
      headline(fact, reuse, shown),
      ...order(shown),
      ...family(fact, reuse, shown, analysis),
      '请核对原始记录',
    ].join('；'),
    evidence: shown.flatMap(({ match, source }) => evidenceOf(compared(fact), compared(source), match)),
    data: reuseData(fact, reuse, analysis),
  }
}

/** The `data` of a finding, and what `taizhang lectures` tells of a lecture. */
export function reuseData(fact: LectureFact, { originality, matches, cluster }: LectureReuse, analysis: ReuseAnalysis) {
  return {
    originality: rounded(originality),
    matches: matches.map((match) => matchData(fact, match, analysis.sourceOf(match.source))),
    cluster: cluster === null ? null : analysis.clusterName(cluster),
  } satisfies Json
}

function matchData(fact: LectureFact, { share, passages }: SourceMatch, source: Source): Json {
  return {
    with: isCorpusText(source) ? { corpus: source.name } : whereabouts(source),
    share: rounded(share),
    passages: passageData(compared(fact).text, passages),
  }
}

function whereabouts(source: LectureFact) {
  const { file, line } = compared(source).at
  return { branch: source.branch, record: source.record, file, line }
}

function headline(fact: LectureFact, { originality }: LectureReuse, shown: readonly ShownMatch[]): string {
  const whole = `疑似照搬：${titled('讲稿', fact)}约${percent(1 - originality)}的文字`
  const [only, ...others] = shown
  if (only !== undefined && others.length === 0) return `${whole}与${nameOf(only.source, fact)}相同或相近`
  const parts = shown.map(({ match, source }) => `${percent(match.share)}与${nameOf(source, fact)}`)
  return `${whole}见于他处，其中${parts.join('、')}相同或相近`
}

const ORDER_UNKNOWN = {
  undated: () => '有讲稿未注明日期，先后未定',
  'same-day': (sources: number) => (sources === 1 ? '两份讲稿日期相同，先后未定' : '其中日期相同的，先后未定'),
} as const

/** The sources are named with their dates, so only what these leave open is said. */
function order(shown: readonly ShownMatch[]): string[] {
  const kinds = ['undated', 'same-day'] as const
  return kinds
    .filter((kind) => shown.some(({ match }) => match.order === kind))
    .map((kind) => ORDER_UNKNOWN[kind](shown.length))
}

/** How many have the same text, and where else it stands, so far as the headline has not said it. */
function family(
  fact: LectureFact,
  { cluster: id }: LectureReuse,
  shown: readonly ShownMatch[],
  { clusters, sourceOf }: ReuseAnalysis,
): string[] {
  const cluster = clusters.find((one) => one.id === id)
  if (cluster === undefined) return []
  const isLarge = cluster.members.length > 2
  const sources = cluster.sources.map(sourceOf)
  const named: readonly Source[] = [fact, ...shown.map(({ source }) => source)]
  const isTold = sources.includes(fact) || sources.every((source) => named.includes(source))
  return [
    ...(isLarge ? [`同一底稿共见于${cluster.members.length}份讲稿`] : []),
    ...(isTold ? [] : [`${isLarge ? '' : '同一底稿'}${earliest(sources, fact)}`]),
  ]
}

/** Texts of the corpus have no date. */
function earliest(sources: readonly Source[], fact: LectureFact): string {
  const names = sources.slice(0, SOURCES_SHOWN).map((source) => nameOf(source, fact))
  const more = sources.length > SOURCES_SHOWN ? `等${sources.length}处` : ''
  const isDated = sources.every((source) => !isCorpusText(source) && source.date !== undefined)
  if (!isDated) return `也见于${names.join('、')}${more}`
  return `最早见于${names.join('、')}${more}${sources.length > 1 ? '（日期相同）' : ''}`
}

function nameOf(source: Source, fact: LectureFact): string {
  if (isCorpusText(source)) return `参考资料「${source.name}」`
  const whose = source.branch === fact.branch ? '本支部' : source.branchName
  return `${whose}${source.date === undefined ? '未注明日期' : ` ${source.date} `}的${titled('党课', source)}`
}

function titled(what: string, { title }: LectureFact): string {
  if (title === undefined) return what
  return `${what}${/^《.*》$/u.test(title) ? title : `《${title}》`}`
}

/** A source as a text to quote from. */
export function compared(source: Source): ComparedText {
  if (isCorpusText(source)) return { text: source.text, at: { file: source.name, line: 1, column: 1 } }
  return source.script ?? { text: '', at: source.at }
}
