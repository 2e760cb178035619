import { withCleanText } from '../clean-text.ts'
import { escaped, markdownTable } from '../markdown-text.ts'
import { placeLabel } from '../place-label.ts'
import { differences, type Piece } from './differences.ts'
import type { LecturesFormat } from './format.ts'
import { cellText, copyMatrix, rowText } from './matrix.ts'
import type { ComparedLecture, LectureCluster, LectureMatch, LecturesReport } from './model.ts'
import {
  CLOSING,
  clusterText,
  copied,
  LEFT_OUT_TITLE,
  lectureFigures,
  lectureName,
  matchText,
  overviewText,
  PROBLEMS_TITLE,
  passagesShown,
  problemText,
  sideName,
  sidePlace,
  sourceText,
  TITLE,
  titleText,
} from './words.ts'

/** More sources than this do not fit beside each other. */
const MOST_COLUMNS = 8

/** The comparison as a document; what differs within a passage is bold. */
export const markdown: LecturesFormat = (given) => {
  const report = withCleanText(given)
  const blocks = [
    `# ${TITLE}`,
    escaped(overviewText(report)),
    ...clusterBlocks(report.clusters),
    ...matrixBlocks(report),
    ...copied(report).flatMap(lectureBlocks),
    ...leftOutBlocks(report),
    ...problemBlocks(report),
    `> ${escaped(CLOSING)}`,
  ]
  return `${blocks.join('\n\n')}\n`
}

function clusterBlocks(clusters: readonly LectureCluster[]): string[] {
  if (clusters.length === 0) return []
  return [
    '## 同一底稿',
    ...clusters.flatMap((cluster) => [
      escaped(clusterText(cluster)),
      markdownTable(
        ['支部', '党课', '题目', '位置'],
        cluster.members.map(({ branchName, record, title, at }) => [
          branchName,
          record,
          title === null ? '' : titleText(title),
          placeLabel(at),
        ]),
      ).join('\n'),
    ]),
  ]
}

function matrixBlocks(report: LecturesReport): string[] {
  const { sources, rows } = copyMatrix(report)
  if (rows.length === 0) return []
  const isWide = sources.length > MOST_COLUMNS
  const heads = isWide ? ['见于'] : sources.map(escaped)
  const cells = rows.map((row) => [
    row.branch,
    ...(isWide ? [rowText(row, sources)] : row.cells.map((cell) => (cell ? cellText(cell) : ''))),
  ])
  return ['## 相同或相近的文字见于何处', markdownTable(['讲稿所在支部', ...heads], cells).join('\n')]
}

function lectureBlocks(lecture: ComparedLecture): string[] {
  return [
    `## ${escaped(lectureName(lecture))}`,
    escaped(`${placeLabel(lecture.at)}　${lectureFigures(lecture)}`),
    ...lecture.matches.flatMap((match) => matchBlocks(lecture, match)),
  ]
}

function matchBlocks(lecture: ComparedLecture, match: LectureMatch): string[] {
  const shown = passagesShown(match)
  const rest = match.passages.length - shown.length
  const rows = shown.map((passage) => {
    const { here, there } = differences(passage.text, passage.thereText)
    const sides = [
      [sidePlace(passage, 'here'), marked(here)],
      [sidePlace(passage, 'there'), marked(there)],
    ]
    return `| ${sides.map(([place = '', text]) => `${escaped(place)}<br>${text}`).join(' | ')} |`
  })
  return [
    `### ${escaped(matchText(match))}`,
    [`| ${escaped(sideName(lecture))} | ${escaped(sideName(match.with))} |`, '| --- | --- |', ...rows].join('\n'),
    ...(rest > 0 ? [`另有 ${rest} 段，见 --format html 或 json`] : []),
  ]
}

function marked(pieces: readonly Piece[]): string {
  return pieces.map(({ text, isSame }) => (isSame ? escaped(text) : `<b>${escaped(text)}</b>`)).join('')
}

function leftOutBlocks({ leftOut }: LecturesReport): string[] {
  if (leftOut.length === 0) return []
  return [
    `## ${LEFT_OUT_TITLE}`,
    leftOut.map((lecture) => `- ${escaped(`${sourceText(lecture)}：${lecture.reason}`)}`).join('\n'),
  ]
}

function problemBlocks({ problems }: LecturesReport): string[] {
  if (problems.length === 0) return []
  return [`## ${PROBLEMS_TITLE}`, problems.map((problem) => `- ${escaped(problemText(problem))}`).join('\n')]
}
