import { withCleanText } from '../clean-text.ts'
import { escaped, markdownTable } from '../markdown-text.ts'
import { differences, type Piece } from './differences.ts'
import type { LecturesFormat } from './format.ts'
import { cellText, copyMatrix } from './matrix.ts'
import type { ComparedLecture, LectureCluster, LectureMatch, LecturesReport } from './model.ts'
import {
  CLOSING,
  clusterText,
  copied,
  lectureFigures,
  lectureName,
  matchText,
  overviewText,
  passagesShown,
  TITLE,
} from './words.ts'

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
        ['支部', '党课', '位置'],
        cluster.members.map(({ branchName, record, file, line }) => [branchName, record, `${file}:${line}`]),
      ).join('\n'),
    ]),
  ]
}

function matrixBlocks(report: LecturesReport): string[] {
  const { sources, rows } = copyMatrix(report)
  if (rows.length === 0) return []
  const cells = rows.map(({ branch, cells: own }) => [branch, ...own.map((cell) => (cell ? cellText(cell) : ''))])
  return ['## 相同或相近的文字见于何处', markdownTable(['讲稿所在支部', ...sources.map(escaped)], cells).join('\n')]
}

function lectureBlocks(lecture: ComparedLecture): string[] {
  return [
    `## ${escaped(lectureName(lecture))}`,
    escaped(`${lecture.file}:${lecture.line}　${lectureFigures(lecture)}`),
    ...lecture.matches.flatMap(matchBlocks),
  ]
}

function matchBlocks(match: LectureMatch): string[] {
  const rows = passagesShown(match).map(({ text, thereText }) => {
    const { here, there } = differences(text, thereText)
    return `| ${marked(here)} | ${marked(there)} |`
  })
  return [`### ${escaped(matchText(match))}`, ['| 本讲稿 | 他处 |', '| --- | --- |', ...rows].join('\n')]
}

function marked(pieces: readonly Piece[]): string {
  return pieces.map(({ text, isSame }) => (isSame ? escaped(text) : `<b>${escaped(text)}</b>`)).join('')
}

function leftOutBlocks({ leftOut }: LecturesReport): string[] {
  if (leftOut.length === 0) return []
  return [
    '## 未比对',
    leftOut.map(({ branchName, record, reason }) => `- ${escaped(`${branchName}　${record}：${reason}`)}`).join('\n'),
  ]
}
