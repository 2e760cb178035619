import { withCleanText } from '../clean-text.ts'
import { hanging } from '../layout.ts'
import type { Paint, Palette } from '../palette.ts'
import { PLAIN } from '../palette.ts'
import { placeLabel } from '../place-label.ts'
import { openTable } from '../table.ts'
import { displayWidth } from '../width.ts'
import { wrap } from '../wrap.ts'
import { differences, type Piece } from './differences.ts'
import type { LecturesFormat } from './format.ts'
import { cellText, copyMatrix, rowText } from './matrix.ts'
import type {
  ComparedLecture,
  LectureCluster,
  LectureMatch,
  LecturePassage,
  LectureSource,
  LecturesReport,
} from './model.ts'
import {
  CLOSING,
  clusterText,
  copied,
  LEFT_OUT_TITLE,
  lectureFigures,
  lectureName,
  MEMBERS_SHOWN,
  matchText,
  overviewText,
  PROBLEMS_TITLE,
  passagesShown,
  problemText,
  sideName,
  sidePlace,
  sourceText,
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
    report.leftOut.flatMap((lecture) =>
      hanging(`${LEFT_OUT_TITLE}  `, `${sourceText(lecture)}：${lecture.reason}`, view.width, palette.faint),
    ),
    problemLines(report, view),
    hanging('', CLOSING, view.width, palette.faint),
  ]
  const filled = blocks.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function clusterLines(cluster: LectureCluster, { palette, width }: View): string[] {
  const shown = cluster.members.slice(0, MEMBERS_SHOWN)
  const rest = cluster.members.length - shown.length
  return [
    ...hanging('■ ', clusterText(cluster), width, palette.strong),
    ...shown.flatMap((member) => hanging('  · ', sourceText(member), width)),
    ...(rest > 0 ? [`  · 另有 ${rest} 份`] : []),
  ]
}

function problemLines({ problems }: LecturesReport, { palette, width }: View): string[] {
  if (problems.length === 0) return []
  return [
    palette.severity.error(PROBLEMS_TITLE),
    ...problems.flatMap((problem) => hanging('  · ', problemText(problem), width)),
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
  return [heading, ...rows.flatMap((row) => hanging(`${row.branch} ← `, rowText(row, sources), width))]
}

function lectureLines(lecture: ComparedLecture, view: View): string[] {
  const { palette, width } = view
  return [
    ...hanging('● ', lectureName(lecture), width, palette.heading),
    ...hanging('  ', `${placeLabel(lecture.at)}　${lectureFigures(lecture)}`, width),
    ...lecture.matches.flatMap((match) => matchLines(lecture, match, view)),
  ]
}

function matchLines(lecture: ComparedLecture, match: LectureMatch, view: View): string[] {
  const shown = passagesShown(match)
  const rest = match.passages.length - shown.length
  return [
    ...hanging('  · ', matchText(match), view.width, view.palette.strong),
    ...shown.flatMap((passage) => ['', ...passageLines(passage, [lecture, match.with], view)]),
    ...(rest > 0 ? ['', `    另有 ${rest} 段，见 --format html 或 json`] : []),
  ]
}

/** The passage on the left and its source on the right, what differs painted, or put in 〔〕 where there is no colour. */
function passageLines(
  passage: LecturePassage,
  [mine, its]: readonly [LectureSource, LectureSource],
  { palette, width }: View,
): string[] {
  const column = Math.floor((width - 4 - displayWidth(GUTTER)) / 2)
  const { here, there } = differences(passage.text, passage.thereText)
  const head = (source: LectureSource, side: 'here' | 'there') =>
    [sideName(source), sidePlace(passage, side)]
      .flatMap((text) => wrap(text, column))
      .map((line) => paintedLine(line, palette.faint))
  const text = (pieces: readonly Piece[]) => paintedLines(shortened(pieces), column, palette)
  return [
    ...sideBySide(head(mine, 'here'), head(its, 'there'), column),
    ...sideBySide(text(here), text(there), column),
  ].map((line) => `    ${line}`)
}

function sideBySide(left: readonly PaintedLine[], right: readonly PaintedLine[], column: number): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    [filled(left[at], column), right[at]?.painted ?? ''].join(GUTTER).trimEnd(),
  )
}

interface PaintedLine {
  readonly painted: string
  readonly columns: number
}

function paintedLine(line: string, paint: Paint): PaintedLine {
  return { painted: paint(line), columns: displayWidth(line) }
}

function filled(line: PaintedLine | undefined, columns: number): string {
  return line === undefined ? ' '.repeat(columns) : line.painted + ' '.repeat(Math.max(0, columns - line.columns))
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

/** Cut behind the comparison, so that no cut passes for a difference. */
function shortened(pieces: readonly Piece[]): Piece[] {
  const shown: Piece[] = []
  let room = LONGEST_SHOWN
  for (const { text, isSame } of pieces) {
    const characters = [...text]
    if (room <= 0) return [...shown, { text: '……', isSame: true }]
    shown.push({ text: characters.slice(0, room).join(''), isSame })
    room -= characters.length
  }
  return room < 0 ? [...shown, { text: '……', isSame: true }] : shown
}
