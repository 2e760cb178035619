import { withCleanText } from '../clean-text.ts'
import { hanging } from '../layout.ts'
import type { Paint, Palette } from '../palette.ts'
import { PLAIN } from '../palette.ts'
import { openTable } from '../table.ts'
import { displayWidth, padEnd } from '../width.ts'
import { wrap } from '../wrap.ts'
import { differences, type Piece } from './differences.ts'
import type { LecturesFormat } from './format.ts'
import { cellText, copyMatrix } from './matrix.ts'
import type { ComparedLecture, LectureCluster, LectureMatch, LecturePassage, LecturesReport } from './model.ts'
import {
  CLOSING,
  clusterText,
  copied,
  lectureFigures,
  lectureName,
  MEMBERS_SHOWN,
  matchText,
  overviewText,
  passagesShown,
  TITLE,
} from './words.ts'

const WIDEST = 120
const NARROWEST = 48
const GUTTER = ' │ '
/** Characters of a passage that are shown. */
const LONGEST_SHOWN = 300
/** More sources than this do not fit beside each other. */
const MOST_COLUMNS = 4
const LEAST_COLUMN = 14

interface View {
  readonly palette: Palette
  readonly width: number
}

/** The comparison for a terminal: clusters, who copied from whom, then each lecture with its passages side by side. */
export const pretty: LecturesFormat = (given, { palette, width }) => {
  const report = withCleanText(given)
  const view = { palette, width: Math.min(WIDEST, Math.max(NARROWEST, width)) }
  const blocks = [
    [palette.heading(TITLE), ...hanging('', overviewText(report), view.width)],
    report.clusters.flatMap((cluster) => clusterLines(cluster, view)),
    matrixLines(report, view),
    ...copied(report).map((lecture) => lectureLines(lecture, view)),
    report.leftOut.flatMap(({ branchName, record, reason }) =>
      hanging('未比对  ', `${branchName}　${record}：${reason}`, view.width, palette.faint),
    ),
    hanging('', CLOSING, view.width, palette.faint),
  ]
  const filled = blocks.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function clusterLines(cluster: LectureCluster, { palette, width }: View): string[] {
  const shown = cluster.members.slice(0, MEMBERS_SHOWN).map(({ branchName, record }) => `${branchName} ${record}`)
  const rest = cluster.members.length - shown.length
  return [
    ...hanging('■ ', clusterText(cluster), width, palette.strong),
    ...hanging('  成员  ', `${shown.join('；')}${rest > 0 ? `；另有 ${rest} 份` : ''}`, width),
  ]
}

function matrixLines(report: LecturesReport, { palette, width }: View): string[] {
  const { sources, rows } = copyMatrix(report)
  if (rows.length === 0) return []
  const heading = palette.strong('相同或相近的文字见于何处（行：讲稿所在支部；列：见于）')
  const column = Math.floor((width - 2 * sources.length) / (sources.length + 1))
  if (sources.length <= MOST_COLUMNS && column >= LEAST_COLUMN) {
    const columns = ['支部', ...sources].map((head) => ({ head, width: column }))
    const cells = rows.map(({ branch, cells: own }) => [branch, ...own.map((cell) => (cell ? cellText(cell) : '—'))])
    return [heading, ...openTable(columns, cells)]
  }
  return [
    heading,
    ...rows.flatMap(({ branch, cells }) =>
      hanging(
        `${branch} ← `,
        cells.flatMap((cell, at) => (cell ? [`${sources[at]}（${cellText(cell)}）`] : [])).join('；'),
        width,
      ),
    ),
  ]
}

function lectureLines(lecture: ComparedLecture, view: View): string[] {
  const { palette, width } = view
  return [
    ...hanging('● ', lectureName(lecture), width, palette.heading),
    ...hanging('  ', `${lecture.file}:${lecture.line}　${lectureFigures(lecture)}`, width),
    ...lecture.matches.flatMap((match) => matchLines(match, view)),
  ]
}

function matchLines(match: LectureMatch, view: View): string[] {
  const shown = passagesShown(match)
  const rest = match.passages.length - shown.length
  return [
    ...hanging('  · ', matchText(match), view.width, view.palette.strong),
    ...shown.flatMap((passage) => ['', ...sideBySide(passage, view)]),
    ...(rest > 0 ? ['', `    另有 ${rest} 段，见 --format json`] : []),
  ]
}

/** The passage on the left and its source on the right, what differs painted, or put in 〔〕 where there is no colour. */
function sideBySide({ text, thereText, here, there }: LecturePassage, { palette, width }: View): string[] {
  const column = Math.floor((width - 4 - displayWidth(GUTTER)) / 2)
  const { here: mine, there: its } = differences(cut(text), cut(thereText))
  const left = paintedLines(mine, column, palette)
  const right = paintedLines(its, column, palette)
  const heads = [`本讲稿 第${here.start + 1}–${here.end}字`, `他处 第${there.start + 1}–${there.end}字`] as const
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    [fill(left[at] ?? '', column), right[at]?.painted ?? ''].join(GUTTER).trimEnd(),
  )
  return [palette.faint(`${padEnd(heads[0], column)}${GUTTER}${heads[1]}`), ...rows].map((line) => `    ${line}`)
}

interface PaintedLine {
  readonly painted: string
  readonly columns: number
}

function fill(line: PaintedLine | '', columns: number): string {
  return line === '' ? ' '.repeat(columns) : line.painted + ' '.repeat(Math.max(0, columns - line.columns))
}

/** Wraps first and paints then, so that colours take no room. */
function paintedLines(pieces: readonly Piece[], columns: number, palette: Palette): PaintedLine[] {
  const isPlain = palette === PLAIN
  const texts = pieces.map(({ text, isSame }) => (isSame || !isPlain ? text : `〔${text}〕`))
  const lines = wrap(texts.join(''), columns)
  const characters = pieces.flatMap(({ isSame }, at) =>
    Array.from(texts[at] ?? '', (character) => ({ character, isSame })),
  )
  let at = 0
  return lines.map((line) => {
    let painted = ''
    for (const character of line) {
      while (characters[at] !== undefined && characters[at]?.character !== character) at += 1
      const paint: Paint = characters[at]?.isSame === false ? palette.severity.warning : (text) => text
      painted += paint(character)
      at += 1
    }
    return { painted, columns: displayWidth(line) }
  })
}

function cut(text: string): string {
  const characters = [...text]
  return characters.length <= LONGEST_SHOWN ? text : `${characters.slice(0, LONGEST_SHOWN).join('')}……`
}
