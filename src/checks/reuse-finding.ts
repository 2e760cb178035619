import { type Evidence, evidenceAt, type Place } from '../source/place.ts'
import type { LectureReuse, Passage, SourceMatch, Span } from '../text/reuse/index.ts'
import type { BranchOutcome, CorpusText, Json } from './contract.ts'
import { isCorpusText, type ReuseAnalysis } from './reuse-analysis.ts'
import type { LectureFact } from './reuse-facts.ts'

/** Sources that a message and its evidence name; the others are in the data. */
const SOURCES_SHOWN = 3
const DECIMALS = 10_000

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
    evidence: shown.flatMap(({ match, source }) => evidenceOf(fact, source, match)),
    data: reuseData(fact, reuse, analysis),
  }
}

/** The `data` of a finding, and what `taizhang lectures` tells of a lecture. */
export function reuseData(fact: LectureFact, { originality, matches, cluster }: LectureReuse, analysis: ReuseAnalysis) {
  return {
    originality: rounded(originality),
    matches: matches.map((match) => matchData(fact, match, analysis.sourceOf(match.source))),
    cluster,
  } satisfies Json
}

function matchData(fact: LectureFact, { share, passages }: SourceMatch, source: Source): Json {
  const text = textOf(fact)
  return {
    with: isCorpusText(source)
      ? { corpus: source.name }
      : { branch: source.branch, record: source.record, file: placeOf(source).file, line: placeOf(source).line },
    share: rounded(share),
    passages: passages.map(({ here, there }) => ({
      text: text.slice(here.start, here.end),
      here: { start: here.start, end: here.end },
      there: { start: there.start, end: there.end },
    })),
  }
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

/** Rounded down: a finding never says more than was found. */
function percent(share: number): string {
  return `${Math.floor(share * 100)}%`
}

function evidenceOf(fact: LectureFact, source: Source, { passages }: SourceMatch): Evidence[] {
  const longest = passages.reduce((best, passage) => (lengthOf(passage) > lengthOf(best) ? passage : best))
  return [quoted(fact, longest.here), quoted(source, longest.there)]
}

function quoted(source: Source, { start, end }: Span): Evidence {
  const text = textOf(source)
  return evidenceAt(placeWithin(placeOf(source), text, start), text.slice(start, end))
}

/** The place of an offset in a text that begins at `at`; a cell has no lines of its own. */
function placeWithin(at: Place, text: string, offset: number): Place {
  if (at.cell !== undefined) return at
  const before = text.slice(0, offset)
  const lines = before.split('\n').length - 1
  return { ...at, line: at.line + lines, column: at.column + offset - (before.lastIndexOf('\n') + 1) }
}

function placeOf(source: Source): Place {
  if (isCorpusText(source)) return { file: source.name, line: 1, column: 1 }
  return source.script?.at ?? source.at
}

function textOf(source: Source): string {
  return isCorpusText(source) ? source.text : (source.script?.text ?? '')
}

function lengthOf({ here }: Passage): number {
  return here.end - here.start
}

function rounded(share: number): number {
  return Math.round(share * DECIMALS) / DECIMALS
}
