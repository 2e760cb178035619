import { percentText } from './matrix.ts'
import {
  type ComparedLecture,
  isCorpus,
  type LectureCluster,
  type LectureMatch,
  type LecturePassage,
  type LectureSource,
  type LecturesReport,
} from './model.ts'

export const TITLE = '党课讲稿比对'
export const CLOSING =
  '以上为文字比对的线索：日期在前的只说明最早见于何处，不等于出处；是否照搬以原始讲稿和本人说明为准。固定表述、书名号内的名称、注明出处的引文不计。'

/** Passages that are shown of one source. */
export const PASSAGES_SHOWN = 3
/** Members of a cluster that are named one by one. */
export const MEMBERS_SHOWN = 30

/** The lectures that have something from elsewhere, least original first. */
export function copied({ lectures }: LecturesReport): ComparedLecture[] {
  return lectures.filter(({ matches }) => matches.length > 0).sort((a, b) => a.originality - b.originality)
}

export function overviewText(report: LecturesReport): string {
  const { lectures, clusters, leftOut, minPassage } = report
  const leftOutText = leftOut.length === 0 ? '' : `；另有 ${leftOut.length} 份无法比对`
  return `比对讲稿 ${lectures.length} 份，其中 ${copied(report).length} 份有连续 ${minPassage} 字以上与他处相同或相近的段落，同一底稿 ${clusters.length} 组${leftOutText}`
}

export function lectureName({ branchName, record, title }: ComparedLecture): string {
  return `${branchName}　${record}${title === null ? '' : `　《${title.replace(/^《|》$/gu, '')}》`}`
}

export function lectureFigures({ originality, length }: ComparedLecture): string {
  return `本人文字约 ${Math.ceil(originality * 100 - 1e-9)}%，全文 ${length} 字（不计标点、空格、数字）`
}

export function sourceText(source: LectureSource): string {
  if (isCorpus(source)) return `参考资料 ${source.corpus}`
  return `${source.branchName}　${source.record}（${source.file}:${source.line}）`
}

const ORDERS = {
  earlier: '',
  'same-day': '；日期相同，先后未定',
  undated: '；有一份未注明日期，先后未定',
} as const

export function matchText({ with: source, share, order, passages }: LectureMatch): string {
  return `${percentText(share)} 见于 ${sourceText(source)}，${passages.length} 段${ORDERS[order]}`
}

/** The longest passages, in the order of the text. */
export function passagesShown({ passages }: LectureMatch): LecturePassage[] {
  return passages
    .toSorted((a, b) => b.text.length - a.text.length)
    .slice(0, PASSAGES_SHOWN)
    .sort((a, b) => a.here.start - b.here.start)
}

export function clusterText({ sources, members }: LectureCluster): string {
  const earliest = sources.map(sourceText).join('、')
  return `同一底稿见于 ${members.length} 份讲稿，最早见于 ${earliest}${sources.length > 1 ? '（日期相同，先后未定）' : ''}`
}
