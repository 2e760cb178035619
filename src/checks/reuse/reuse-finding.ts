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
    message: [headline(fact, reuse, shown), ...origin(fact, reuse, shown, analysis), '请核对原始记录'].join('；'),
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

function origin(
  fact: LectureFact,
  { cluster: id }: LectureReuse,
  shown: readonly ShownMatch[],
  { clusters, sourceOf }: ReuseAnalysis,
): string[] {
  const cluster = clusters.find((one) => one.id === id)
  const earliest = cluster?.sources.map(sourceOf) ?? shown.slice(0, 1).map(({ source }) => source)
  const isOpen = shown[0] !== undefined && shown[0].match.order !== 'earlier'
  const members = cluster?.members.length ?? 0
  return [
    ...(isOpen ? [ORDER_UNKNOWN[shown[0]?.match.order === 'undated' ? 'undated' : 'same-day']] : []),
    `最早见于${listed(earliest.map((source) => (source === fact ? '本讲稿' : nameOf(source, fact))))}`,
    ...(members > 2 ? [`同一底稿共见于${members}份讲稿`] : []),
  ]
}

const ORDER_UNKNOWN = {
  'same-day': '两份讲稿日期相同，先后未定',
  undated: '有讲稿未注明日期，先后未定',
} as const

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SOURCES_SHOWN).join('、')
  return names.length > SOURCES_SHOWN ? `${shown}等${names.length}处（日期相同）` : shown
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
  return { text: source.script?.text ?? '', at: source.script?.at ?? source.at }
}
