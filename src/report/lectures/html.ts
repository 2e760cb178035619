import { cleanLines, withCleanText } from '../clean-text.ts'
import { placeLabel } from '../place-label.ts'
import type { LecturesFormat } from './format.ts'
import { lectureArticle } from './html-lecture.ts'
import { STYLE } from './html-style.ts'
import { escaped, list, prose, section, table } from './html-text.ts'
import { cellText, copyMatrix, percentText, rowText } from './matrix.ts'
import {
  type ComparedLecture,
  isCorpus,
  type LectureCluster,
  type LectureMatch,
  type LecturePlace,
  type LecturesReport,
} from './model.ts'
import {
  CLOSING,
  clusterText,
  copied,
  isEarliest,
  LEFT_OUT_TITLE,
  overviewText,
  PROBLEMS_TITLE,
  problemText,
  restText,
  sideName,
  sourceName,
  sourceText,
  TITLE,
  titleText,
} from './words.ts'

/** The page fetches nothing and runs nothing, whatever a ledger has put into it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** More sources than this are told in words. */
const MOST_COLUMNS = 12

/** The comparison as one page that needs nothing beside itself. */
export const html: LecturesFormat = (given) => {
  const report = withCleanText(given, cleanLines)
  const lectures = copied(report)
  const sections = [
    howToRead(report),
    indexSection(lectures),
    matrixSection(report),
    section('clusters', '同一底稿', report.clusters.map(clusterPart)),
    section(
      'lectures',
      '逐份对照',
      lectures.map((lecture, at) => lectureArticle(lecture, articleId(at))),
    ),
    section('left-out', LEFT_OUT_TITLE, leftOutParts(report)),
    section('problems', PROBLEMS_TITLE, problemParts(report)),
  ]
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${TITLE}</h1>
<p>${prose(overviewText(report))}。</p>
${figures(report, lectures.length)}
</header>
<main>
${sections.filter((one) => one !== '').join('\n')}
</main>
<footer><p>${escaped(CLOSING)}</p></footer>
</body>
</html>
`
}

function figures({ lectures, clusters, leftOut }: LecturesReport, alike: number): string {
  const told = [
    ['比对讲稿', lectures.length],
    ['与他处相同或相近', alike],
    ['同一底稿（组）', clusters.length],
    ['未比对', leftOut.length],
  ]
  return `<dl class="figures">${told.map(([name, count]) => `<div><dt>${name}</dt><dd>${count}</dd></div>`).join('')}</dl>`
}

function howToRead({ minPassage }: LecturesReport): string {
  return section('how', '怎样看，怎样核对', [
    list([
      '这里列的是需要核对的线索，不是结论。',
      '每段先是这份讲稿的文字，再是另一处的文字，两处都写明支部、题目、文件、行号和第几字，打开原文件就能核对。',
      '<mark>这样标出的字</mark>两处相同，<span class="other">这样标出的字</span>两处不同；标点、空格和繁简不论。',
      `连续 ${minPassage} 字以上相同或相近才算一段。百分比是这份讲稿中这些段落所占的部分，只舍不入。`,
    ]),
  ])
}

function indexSection(lectures: readonly ComparedLecture[]): string {
  const heading = '哪些讲稿有相同或相近的文字'
  const rows = lectures.map((lecture, at) => [
    `<a href="#${articleId(at)}">${escaped(sideName(lecture))}</a>${recordLine(lecture)}`,
    restText(lecture.originality),
    list(lecture.matches.map(sourceItem)),
  ])
  const nothing = '<p>没有。</p>'
  return section('index', heading, [
    rows.length === 0 ? nothing : table(heading, ['讲稿', '未见于他处的文字约', '见于'], rows),
  ])
}

function sourceItem({ with: source, share }: LectureMatch): string {
  const record = isCorpus(source) ? '' : recordLine(source)
  return `${percentText(share)}　${escaped(isCorpus(source) ? sourceName(source) : sideName(source))}${record}`
}

function recordLine({ record }: LecturePlace): string {
  return ` <span class="record">${prose(record)}</span>`
}

function articleId(at: number): string {
  return `lecture-${at + 1}`
}

function matrixSection(report: LecturesReport): string {
  const { sources, rows } = copyMatrix(report)
  if (rows.length === 0) return ''
  const heading = '相同或相近的文字见于何处'
  const isWide = sources.length > MOST_COLUMNS
  const cells = rows.map((row) => [
    escaped(row.branch),
    ...(isWide ? [escaped(rowText(row, sources))] : row.cells.map((cell) => (cell ? escaped(cellText(cell)) : ''))),
  ])
  return section('matrix', heading, [
    ...(isWide ? [] : ['<p class="faint">一行是讲稿所在的支部，一列是相同或相近的文字见于何处。</p>']),
    table(heading, ['讲稿所在支部', ...(isWide ? ['见于'] : sources)], cells),
  ])
}

function clusterPart(cluster: LectureCluster, at: number): string {
  const heading = `第 ${at + 1} 组`
  const rows = cluster.members.map((member) => {
    const { branchName, title, at: place } = member
    const tag = isEarliest(member, cluster) ? '<span class="tag">最早</span>' : ''
    return [
      escaped(branchName) + tag,
      recordLine(member),
      title === null ? '' : escaped(titleText(title)),
      `<span class="place">${escaped(placeLabel(place))}</span>`,
    ]
  })
  return `<h3>${heading}</h3>
<p>${prose(clusterText(cluster))}。</p>
${table(heading, ['支部', '党课', '题目', '位置'], rows)}`
}

function leftOutParts({ leftOut }: LecturesReport): string[] {
  if (leftOut.length === 0) return []
  return [list(leftOut.map((lecture) => prose(`${sourceText(lecture)}：${lecture.reason}`)))]
}

function problemParts({ problems }: LecturesReport): string[] {
  if (problems.length === 0) return []
  return [list(problems.map((problem) => escaped(problemText(problem))))]
}
