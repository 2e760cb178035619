import type { Problem } from '../../source/problem.ts'
import { placeLabel } from '../place-label.ts'
import { percentText } from './matrix.ts'
import {
  type ComparedLecture,
  isCorpus,
  type LectureCluster,
  type LectureMatch,
  type LecturePassage,
  type LecturePlace,
  type LectureSource,
  type LecturesReport,
} from './model.ts'

export const TITLE = '党课讲稿比对'
export const CLOSING =
  '以上为文字比对的线索：日期在前的只说明最早见于何处，不等于出处；是否照搬以原始讲稿和本人说明为准。固定表述、书名号内的名称、注明出处的引文不计。'
export const PROBLEMS_TITLE = '没有读成'
export const LEFT_OUT_TITLE = '未比对'

/** Passages that are shown of one source where room is short. */
export const PASSAGES_SHOWN = 3
/** Members of a cluster that are named one by one. */
export const MEMBERS_SHOWN = 30

/** The lectures that have something from elsewhere, least original first. */
export function copied({ lectures }: LecturesReport): ComparedLecture[] {
  return lectures.filter(({ matches }) => matches.length > 0).sort((a, b) => a.originality - b.originality)
}

export function overviewText(report: LecturesReport): string {
  const { asOf, lectures, clusters, leftOut, problems, minPassage } = report
  const leftOutText = leftOut.length === 0 ? '' : `；另有 ${leftOut.length} 份无法比对`
  const problemsText = problems.length === 0 ? '' : `；有 ${problems.length} 处没有读成，没有参加比对`
  return `截至 ${asOf}，比对讲稿 ${lectures.length} 份，其中 ${copied(report).length} 份有连续 ${minPassage} 字以上与他处相同或相近的段落，同一底稿 ${clusters.length} 组${leftOutText}${problemsText}`
}

/** 「柳湾支部　2026-04-05 党课　《把身边的事办实》」. */
export function lectureName({ branchName, record, title }: LecturePlace): string {
  return [branchName, record, ...(title === null ? [] : [titleText(title)])].join('　')
}

export function titleText(title: string): string {
  return `《${title.replace(/^《|》$/gu, '')}》`
}

export function lectureFigures({ originality, length }: ComparedLecture): string {
  return `未见于他处的文字约 ${restText(originality)}，全文 ${length} 字（不计标点、空格、数字）`
}

/** Rounded up, as what was found is rounded down. */
export function restText(originality: number): string {
  return `${Math.ceil(originality * 100 - 1e-9)}%`
}

export function sourceText(source: LectureSource): string {
  return isCorpus(source) ? corpusText(source) : `${lectureName(source)}（${placeLabel(source.at)}）`
}

/** A source without its place, which stands beside each passage. */
export function sourceName(source: LectureSource): string {
  return isCorpus(source) ? corpusText(source) : lectureName(source)
}

/** Whose a passage is, for the head of its side: 「柳湾支部《把身边的事办实》」. The place names the text of the corpus. */
export function sideName(source: LectureSource): string {
  if (isCorpus(source)) return '参考资料'
  return `${source.branchName}${source.title === null ? '' : titleText(source.title)}`
}

function corpusText({ corpus }: { readonly corpus: string }): string {
  return `参考资料 ${corpus}`
}

const ORDERS = {
  earlier: '',
  'same-day': '；日期相同，先后未定',
  undated: '；有一份未注明日期，先后未定',
} as const

export function orderText({ order }: LectureMatch): string {
  return ORDERS[order]
}

export function matchText(match: LectureMatch): string {
  const { with: source, share, passages } = match
  return `${percentText(share)} 见于 ${sourceText(source)}，${passages.length} 段${orderText(match)}`
}

/** The longest passages, in the order of the text. */
export function passagesShown({ passages }: LectureMatch): LecturePassage[] {
  return passages
    .toSorted((a, b) => b.text.length - a.text.length)
    .slice(0, PASSAGES_SHOWN)
    .sort((a, b) => a.here.start - b.here.start)
}

/** 「a.yaml:8，第 11-28 字」. */
export function sidePlace(passage: LecturePassage, side: 'here' | 'there'): string {
  const { start, end } = passage[side]
  return `${placeLabel(passage[side === 'here' ? 'hereAt' : 'thereAt'])}，第 ${start + 1}-${end} 字`
}

export function clusterText(cluster: LectureCluster): string {
  return `同一底稿见于 ${cluster.members.length} 份讲稿，${originText(cluster)}`
}

function originText({ source: first, sameDate, members }: LectureCluster): string {
  const sources = [first, ...sameDate]
  const beside = sources.filter((source) => !members.some((member) => isAlike(member, source)))
  if (beside.length > 0) return `也见于 ${beside.map(sourceText).join('、')}`
  const undated = members.filter(({ date }) => date === null).length
  if (undated === members.length) return '均未注明日期，先后未定'
  const rest = undated === 0 ? '' : `；${undated} 份未注明日期，先后未定`
  if (sources.length === members.length) return '日期相同，先后未定'
  if (sameDate.length === 0) return `最早的是 ${sourceText(first)}${rest}`
  return `最早的 ${sources.length} 份日期相同，先后未定：${sources.map(sourceText).join('、')}${rest}`
}

function isAlike(member: LecturePlace, source: LectureSource): boolean {
  return !isCorpus(source) && source.branch === member.branch && source.record === member.record
}

/** Whether a member is earlier than others, so far as dates tell. */
export function isEarliest(member: LecturePlace, { source, sameDate, members }: LectureCluster): boolean {
  if (member.date === null || sameDate.length + 1 === members.length) return false
  return [source, ...sameDate].some((source) => isAlike(member, source))
}

/** Where something was lost, and what. */
export function problemText({ message, evidence: [at] }: Problem): string {
  return at === undefined ? message : `${placeLabel(at)}　${message}`
}
